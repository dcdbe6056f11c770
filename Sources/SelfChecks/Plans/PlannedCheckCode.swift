/// The stable code of one check within a plan (*kod för planerad egenkontroll*).
public struct PlannedCheckCode: RawRepresentable, Hashable, Sendable, Codable {
    /// The code as stored.
    public let rawValue: String

    /// A planned check by its code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension PlannedCheckCode: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}

extension PlannedCheckCode: Comparable {
    /// Orders by the stored form.
    public static func < (left: PlannedCheckCode, right: PlannedCheckCode) -> Bool {
        left.rawValue < right.rawValue
    }
}
