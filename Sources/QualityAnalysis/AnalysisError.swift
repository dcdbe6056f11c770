/// Why records could not be turned into a table to count.
public enum AnalysisError: Error, Hashable, Sendable {
    /// A dimension has more distinct codes than a column can hold.
    case tooManyCodes(limit: Int)
}
