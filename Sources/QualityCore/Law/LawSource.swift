/// One act or regulation, from which the provisions of ``Law/swedish`` are written one line each.
struct LawSource {
    let prefix: String
    let name: String
    let validity: Validity
    var basis: LegalBasis?

    init(_ prefix: String, _ name: String, from: String?, through: String? = nil, basis: LegalBasis? = nil) {
        self.prefix = prefix
        self.name = name
        self.basis = basis
        validity =
            Validity(from: from.flatMap(CalendarDate.init), through: through.flatMap(CalendarDate.init)) ?? .always
    }

    /// A provision of the act; `paragraph` is cited before the name of the act and `key` stands in the id.
    func callAsFunction(
        _ duty: Provision.Duty,
        _ key: String,
        _ paragraph: String,
        _ ground: Provision.Ground,
        sv: String,
        en: String,
        deadline: Provision.Deadline? = nil,
        by actors: [Provision.Party] = [],
        to receivers: [Provision.Party] = [],
        selectedBy day: Provision.SelectingDay? = nil,
        since: String? = nil
    ) -> Provision {
        let first = since.flatMap(CalendarDate.init) ?? validity.from
        return Provision(
            duty: duty,
            citation: "\(paragraph) \(name)",
            validity: Validity(from: first, through: validity.through) ?? validity,
            ground: ground,
            id: Provision.ID(rawValue: "\(prefix).\(key)"),
            basis: basis,
            text: LocalizedText(sv: sv, en: en),
            deadline: deadline,
            actors: actors,
            receivers: receivers,
            selectedBy: day
        )
    }
}
