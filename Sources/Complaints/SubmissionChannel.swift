/// The way by which a submission came in (*kanal*). Open: boards add their own.
public struct SubmissionChannel: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A channel by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Through the board's own deviation system (*avvikelsesystemet*).
    public static let deviationSystem = SubmissionChannel(rawValue: "deviationSystem")
}
