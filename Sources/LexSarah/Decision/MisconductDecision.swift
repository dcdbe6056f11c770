public import QualityCore

/// The decision that ends the assessment of a case: degree and motivation, by whom and under what (*beslut*).
public struct MisconductDecision: Hashable, Sendable, Codable {
    /// What the case was found to be.
    public let degree: MisconductDegree
    /// Why, for every degree; may hold personal data (*motivering*).
    public let motivation: Stated<String>
    /// What makes it so.
    public let grounds: Stated<MisconductGrounds>
    /// Who decided, and when.
    public let by: Stated<Signature>
    /// The delegation or order of signature under which it was decided (*delegationsordning*).
    public let delegation: Stated<String>
    /// Who proposed it, and when.
    public internal(set) var proposedBy: Stated<Signature>

    /// A decision of degree as another system holds it.
    public init(
        degree: MisconductDegree,
        motivation: Stated<String>,
        grounds: Stated<MisconductGrounds> = .notStated(source: "import"),
        by signature: Stated<Signature> = .notStated(source: "import"),
        delegation: Stated<String> = .notStated(source: "import"),
        proposedBy: Stated<Signature> = .notStated(source: "import")
    ) {
        self.degree = degree
        self.motivation = motivation
        self.grounds = grounds
        by = signature
        self.delegation = delegation
        self.proposedBy = proposedBy
    }

    /// A decision of degree made here.
    ///
    /// `delegation`: the decision or order under which the decider decides.
    public init(
        _ degree: MisconductDegree,
        motivation: String,
        grounds: MisconductGrounds,
        by signature: Signature,
        delegation: String
    ) {
        self.init(
            degree: degree,
            motivation: .value(motivation),
            grounds: .value(grounds),
            by: .value(signature),
            delegation: .value(delegation)
        )
    }

    /// The day of the decision; `nil` where the source held none.
    public var day: CalendarDate? { by.value?.day }

    /// Whether it was decided in another system and read from there, and not decided here (*importerad*).
    public var isImported: Bool { by.value == nil }

    /// What a case that another system calls *returned* becomes: no misconduct, marked as imported (D-DEV-6).
    ///
    /// No report can be declined, so the case stays and is counted.
    public static func returned(in source: String) -> MisconductDecision {
        MisconductDecision(
            degree: .noMisconduct,
            motivation: .notStated(source: source),
            grounds: .notStated(source: source),
            by: .notStated(source: source),
            delegation: .notStated(source: source),
            proposedBy: .notStated(source: source)
        )
    }

    /// What the investigator proposes (*förslag till bedömning*).
    public struct Proposal: Hashable, Sendable, Codable {
        /// The proposed degree.
        public let degree: MisconductDegree
        /// Why; may hold personal data.
        public let motivation: String
        /// Who proposes.
        public let by: Signature

        /// A proposal of the investigator.
        public init(_ degree: MisconductDegree, motivation: String, by signature: Signature) {
            self.degree = degree
            self.motivation = motivation
            by = signature
        }
    }

    private enum CodingKeys: String, CodingKey {
        case degree, motivation, grounds, by, delegation, proposedBy
    }

    /// Decodes the stored form; what the first version of it lacked is a gap.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            degree: container.decode(MisconductDegree.self, forKey: .degree),
            motivation: container.decode(Stated<String>.self, forKey: .motivation),
            grounds: container.decodeIfPresent(Stated<MisconductGrounds>.self, forKey: .grounds)
                ?? .notStated(source: "import"),
            by: container.decodeIfPresent(Stated<Signature>.self, forKey: .by) ?? .notStated(source: "import"),
            delegation: container.decodeIfPresent(Stated<String>.self, forKey: .delegation)
                ?? .notStated(source: "import"),
            proposedBy: container.decodeIfPresent(Stated<Signature>.self, forKey: .proposedBy)
                ?? .notStated(source: "import")
        )
    }
}
