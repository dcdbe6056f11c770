/// One requirement of law, board or practice on records of one kind, as a value that can be listed and tested (*krav*).
///
/// A rule judges a record as it is, so the same rule stands behind every act, commit and import.
public struct RecordRule<Record: QualityRecord>: Sendable {
    /// The id of the rule, such as `D-DEV-2`.
    public let id: String
    /// The field that breaks the rule, as its coding key.
    public let field: String
    /// The duty behind the rule; `nil` where it is practice or design.
    public let duty: Provision.Duty?
    /// What is wrong when the rule is broken, without any data of the record.
    public let message: LocalizedText
    private let basis: @Sendable (Record) -> LegalBasis?
    private let arisen: @Sendable (Record) -> CalendarDate?
    private let day: @Sendable (Record) -> CalendarDate?
    private let isBroken: @Sendable (Record, Law) -> Bool

    /// A rule.
    ///
    /// - Parameters:
    ///   - id: the id of the rule.
    ///   - field: the field that breaks it.
    ///   - duty: the duty behind it.
    ///   - message: what is wrong.
    ///   - basis: the act whose services a record is about, where acts stand beside each other.
    ///   - arisen: the day when the duty arose, where it may have stood open over a change of law.
    ///   - day: the day of a record that selects the provision (D-LAW-1).
    ///   - isBroken: whether a record breaks the rule under a law.
    public init(
        _ id: String,
        field: String,
        duty: Provision.Duty? = nil,
        message: LocalizedText,
        basis: @escaping @Sendable (Record) -> LegalBasis? = { _ in nil },
        arisen: @escaping @Sendable (Record) -> CalendarDate? = { _ in nil },
        selectedBy day: @escaping @Sendable (Record) -> CalendarDate? = { _ in nil },
        isBroken: @escaping @Sendable (Record, Law) -> Bool
    ) {
        self.id = id
        self.field = field
        self.duty = duty
        self.message = message
        self.basis = basis
        self.arisen = arisen
        self.day = day
        self.isBroken = isBroken
    }

    /// The breach of the rule by a record, with the citation in force on the day that selects it; `nil` if there is none.
    public func violation(by record: Record, under law: Law) -> RuleViolation? {
        guard !law.suspends(id, field: field), isBroken(record, law) else { return nil }
        let provision = duty.flatMap { duty in
            day(record).flatMap { day in
                law.provision(for: duty, arisen: arisen(record) ?? day, on: day, basis: basis(record))
            }
        }
        return RuleViolation(
            rule: id,
            record: record.reference,
            field: field,
            citation: provision?.citation,
            ground: provision?.ground,
            message: message
        )
    }
}
