/// A language that labels, errors and reports are written in (*språk*). Closed: the two that the package speaks.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
    /// Swedish, the language of the records.
    case swedish = "sv"
    /// English.
    case english = "en"
}
