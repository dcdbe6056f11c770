public import QualityCore

/// The map of a version of a process, with the findings that someone has judged not to be faults (*granskad karta*).
public struct CheckedMap: Hashable, Sendable {
    /// A finding that stands for a reason.
    public struct Acceptance: Hashable, Sendable, Codable {
        /// The finding.
        public let finding: MapFinding
        /// Why it is no fault.
        public let reason: String

        /// A finding that stands for a reason.
        public init(_ finding: MapFinding, reason: String) {
            self.finding = finding
            self.reason = reason
        }
    }

    /// The map.
    public let map: ProcessMap
    /// The findings that stand, each for a reason.
    public let accepted: [Acceptance]

    /// A map with the findings that stand.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-5`, field `map.accepted`, when a finding stands without a reason.
    public init(_ map: ProcessMap, accepted: [Acceptance] = []) throws(RuleViolation) {
        guard accepted.allSatisfy({ !$0.reason.isBlank }) else {
            throw RuleViolation(
                rule: "D-PRO-5",
                record: nil,
                field: "map.accepted",
                message: LocalizedText(sv: "en brist godtas av ett skäl", en: "a finding is accepted for a reason")
            )
        }
        self.map = map
        self.accepted = accepted
    }

    /// The findings that nobody has accepted.
    ///
    /// - Parameter steps: the steps of the process as listed; see ``MapIndex/findings(steps:)``.
    public func unresolvedFindings(steps: [ProcessStep] = []) -> [MapFinding] {
        let standing = Set(accepted.map(\.finding))
        return map.findings(steps: steps).filter { !standing.contains($0) }
    }
}

extension CheckedMap: Codable {
    private enum CodingKeys: String, CodingKey { case map, accepted }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            container.decode(ProcessMap.self, forKey: .map),
            accepted: container.decode([Acceptance].self, forKey: .accepted)
        )
    }
}
