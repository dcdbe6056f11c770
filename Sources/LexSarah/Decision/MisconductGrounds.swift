public import QualityCore

/// What makes an event a misconduct, serious or a tangible risk of either (*rekvisit*, D-LXS-2).
///
/// A misconduct is an act or omission that means a threat to, or consequences for, life, safety, physical or mental
/// health.
public struct MisconductGrounds: Hashable, Sendable, Codable {
    /// What is protected. Closed.
    public enum Interest: String, Hashable, Sendable, Codable, CaseIterable {
        /// Life (*liv*).
        case life
        /// Safety (*säkerhet*).
        case safety
        /// Physical health (*fysisk hälsa*).
        case physicalHealth
        /// Mental health (*psykisk hälsa*).
        case mentalHealth
    }

    /// What a risk must be to be tangible. Closed.
    public enum RiskQuality: String, Hashable, Sendable, Codable, CaseIterable {
        /// Anyone can see it (*uppenbar*).
        case obvious
        /// It is about something definite (*konkret*).
        case concrete
    }

    /// What came of the act or omission. Closed.
    public enum Outcome: Hashable, Sendable, Codable {
        /// Nothing that the law protects against.
        case nothing
        /// A risk, of some qualities.
        case risk(Set<RiskQuality>)
        /// A threat or consequences.
        case threatOrConsequences
    }

    /// Which of the protected interests are affected.
    public let affected: Set<Interest>
    /// What came of it.
    public let outcome: Outcome

    /// The grounds of a degree.
    public init(affected: Set<Interest>, outcome: Outcome) {
        self.affected = affected
        self.outcome = outcome
    }

    /// Whether the grounds name a protected interest where the degree needs one.
    func affectsEnough(for degree: MisconductDegree) -> Bool {
        degree == .noMisconduct || !affected.isEmpty
    }

    /// Whether what came of it is what the degree means: a tangible risk is obvious and concrete.
    func outcomeFits(_ degree: MisconductDegree) -> Bool {
        switch (degree, outcome) {
        case (.noMisconduct, .nothing): true
        case (.noMisconduct, .risk(let qualities)): qualities.count < RiskQuality.allCases.count
        case (.tangibleRisk, .risk(let qualities)), (.tangibleRiskOfSerious, .risk(let qualities)):
            qualities.count == RiskQuality.allCases.count
        case (.misconduct, .threatOrConsequences), (.serious, .threatOrConsequences): true
        default: false
        }
    }
}

extension MisconductGrounds {
    private enum CodingKeys: String, CodingKey { case affected, outcome }

    /// Encodes the stored form with the interests in order, so that the same grounds give the same bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(affected.sorted { $0.rawValue < $1.rawValue }, forKey: .affected)
        try container.encode(outcome, forKey: .outcome)
    }
}

extension MisconductGrounds.Outcome {
    private enum CodingKeys: String, CodingKey { case nothing, risk, threatOrConsequences }
    private enum Part: String, CodingKey { case qualities = "_0" }

    /// Encodes the stored form with the qualities in order, so that the same outcome gives the same bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .nothing: _ = container.nestedContainer(keyedBy: Part.self, forKey: .nothing)
        case .risk(let qualities):
            var parts = container.nestedContainer(keyedBy: Part.self, forKey: .risk)
            try parts.encode(qualities.sorted { $0.rawValue < $1.rawValue }, forKey: .qualities)
        case .threatOrConsequences:
            _ = container.nestedContainer(keyedBy: Part.self, forKey: .threatOrConsequences)
        }
    }
}

extension MisconductGrounds.Interest: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .life: LocalizedText(sv: "Liv", en: "Life")
        case .safety: LocalizedText(sv: "Säkerhet", en: "Safety")
        case .physicalHealth: LocalizedText(sv: "Fysisk hälsa", en: "Physical health")
        case .mentalHealth: LocalizedText(sv: "Psykisk hälsa", en: "Mental health")
        }
    }
}

extension MisconductGrounds.RiskQuality: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .obvious: LocalizedText(sv: "Uppenbar", en: "Obvious")
        case .concrete: LocalizedText(sv: "Konkret", en: "Concrete")
        }
    }
}
