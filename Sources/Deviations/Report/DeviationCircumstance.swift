/// A circumstance of an event that a registration rule can ask for (*omständighet*). Open: a board adds its own.
public struct DeviationCircumstance: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A circumstance by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The person had a current action plan for falls (*aktuell handlingsplan för fall*).
    public static let currentFallPlan = DeviationCircumstance(rawValue: "currentFallPlan")
}
