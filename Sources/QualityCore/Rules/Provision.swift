/// One paragraph of law in one period, with the duty that it lays on someone (*bestämmelse*).
public struct Provision: Hashable, Sendable, Codable, Identifiable {
    /// The stable name of a provision, such as `SoL2025.27:2`: what a host replaces it by.
    public struct ID: RawRepresentable, Hashable, Sendable, Codable {
        /// The name as stored.
        public let rawValue: String

        /// A name as stored.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }

    /// The stable name.
    public let id: ID
    /// What the provision asks for.
    public let duty: Duty
    /// Act or regulation, chapter and paragraph, as cited in Swedish.
    public let citation: String
    /// The days on which the provision is in force.
    public let validity: Validity
    /// How firm the ground of this reading is.
    public let ground: Ground
    /// The act whose services it is about, where acts stand beside each other; `nil` where it is about all.
    public let basis: LegalBasis?
    /// What it asks for, in words of this package's own and not those of the law; `nil` where nobody wrote any.
    public let text: LocalizedText?
    /// How soon it is to be done; `nil` where the provision sets no time.
    public let deadline: Deadline?
    /// Who must act; empty where the provision names nobody.
    public let actors: [Party]
    /// Who receives what is done; empty where nobody does.
    public let receivers: [Party]
    /// The day that selects the provision among old and new (D-LAW-1); `nil` where it is the day of the act itself.
    public let selectedBy: SelectingDay?

    /// A provision in force during a period.
    ///
    /// `id`: the stable name; without one it is made of the citation.
    public init(
        duty: Duty,
        citation: String,
        validity: Validity,
        ground: Ground,
        id: ID? = nil,
        basis: LegalBasis? = nil,
        text: LocalizedText? = nil,
        deadline: Deadline? = nil,
        actors: [Party] = [],
        receivers: [Party] = [],
        selectedBy: SelectingDay? = nil
    ) {
        self.id = id ?? ID(rawValue: "\(duty.rawValue) \(citation)")
        self.duty = duty
        self.citation = citation
        self.validity = validity
        self.ground = ground
        self.basis = basis
        self.text = text
        self.deadline = deadline
        self.actors = actors
        self.receivers = receivers
        self.selectedBy = selectedBy
    }
}
