public import QualityCore

/// What a version of a process says: from what, by whom, in which steps, to what (*processbeskrivning*).
///
/// Anything may be missing while it is written; an approved version holds all of it (D-PRO-1, D-PRO-2).
public struct ProcessDescription: Hashable, Sendable {
    /// Why the process exists (*syfte*).
    public let purpose: Stated<String>
    /// What makes it begin (*start*).
    public let start: Stated<String>
    /// What it ends with (*slut*).
    public let end: Stated<String>
    /// What comes in (*indata*).
    public let inputs: Stated<[String]>
    /// What comes out (*resultat*).
    public let outputs: Stated<[String]>
    /// The roles that take part.
    public let roles: Stated<[ProcessRole]>
    /// The activities, in order (*aktiviteter*).
    public let steps: Stated<[ProcessStep]>
    /// Co-operation between parts of the own operation; `nil` until someone has answered.
    public let coOperationInside: Stated<CoOperation>?
    /// Co-operation with others; `nil` until someone has answered.
    public let coOperationOutside: Stated<CoOperation>?
    /// The activities as drawn; `nil` for a process without a map. A step and a node with one identity are the same.
    public let map: CheckedMap?

    /// A description, of which anything may be missing.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-1` when two steps share a code or a step names a role that is not
    ///   among the roles.
    public init(
        purpose: Stated<String> = .value(""),
        start: Stated<String> = .value(""),
        end: Stated<String> = .value(""),
        inputs: Stated<[String]> = .value([]),
        outputs: Stated<[String]> = .value([]),
        roles: Stated<[ProcessRole]> = .value([]),
        steps: Stated<[ProcessStep]> = .value([]),
        coOperationInside: Stated<CoOperation>? = nil,
        coOperationOutside: Stated<CoOperation>? = nil,
        map: CheckedMap? = nil
    ) throws(RuleViolation) {
        self.purpose = purpose
        self.start = start
        self.end = end
        self.inputs = inputs
        self.outputs = outputs
        self.roles = roles
        self.steps = steps
        self.coOperationInside = coOperationInside
        self.coOperationOutside = coOperationOutside
        self.map = map
        let all = steps.value ?? []
        guard Set(all.map(\.id)).count == all.count else {
            throw Self.violation("steps", sv: "två aktiviteter har samma kod", en: "two steps share a code")
        }
        if let roles = roles.value.map(Set.init), !Set(all.compactMap(\.role)).isSubset(of: roles) {
            throw Self.violation("steps.role", sv: "rollen finns inte i processen", en: "the process has no such role")
        }
    }

    private static func violation(_ field: String, sv swedish: String, en english: String) -> RuleViolation {
        RuleViolation(
            rule: "D-PRO-1",
            record: nil,
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}

extension ProcessDescription: Codable {
    private enum CodingKeys: String, CodingKey {
        case purpose, start, end, inputs, outputs, roles, steps, coOperationInside, coOperationOutside, map
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            purpose: container.decode(Stated<String>.self, forKey: .purpose),
            start: container.decode(Stated<String>.self, forKey: .start),
            end: container.decode(Stated<String>.self, forKey: .end),
            inputs: container.decode(Stated<[String]>.self, forKey: .inputs),
            outputs: container.decode(Stated<[String]>.self, forKey: .outputs),
            roles: container.decode(Stated<[ProcessRole]>.self, forKey: .roles),
            steps: container.decode(Stated<[ProcessStep]>.self, forKey: .steps),
            coOperationInside: container.decodeIfPresent(Stated<CoOperation>.self, forKey: .coOperationInside),
            coOperationOutside: container.decodeIfPresent(Stated<CoOperation>.self, forKey: .coOperationOutside),
            map: container.decodeIfPresent(CheckedMap.self, forKey: .map)
        )
    }
}
