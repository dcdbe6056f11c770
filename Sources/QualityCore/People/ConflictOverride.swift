/// The reason why someone in conflict of interest does a task that nobody else can do without considerable delay (*undantag vid jäv*).
public struct ConflictOverride: Hashable, Sendable, Codable {
    /// Why nobody else can do the task in time.
    public let reason: String
    /// Who allowed it: another person, with no conflict of interest either.
    public let by: Signature

    /// An exception with reason and signature.
    public init(reason: String, by: Signature) {
        self.reason = reason
        self.by = by
    }
}
