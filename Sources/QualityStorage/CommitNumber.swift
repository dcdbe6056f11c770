/// The place of a commit in its tenant's journal, from 1 without gaps; also the version token of what it wrote.
public struct CommitNumber: RawRepresentable, Hashable, Sendable, Codable, Comparable {
    /// The number; 0 stands for an empty journal.
    public let rawValue: Int64

    /// A commit by its number.
    public init(rawValue: Int64) {
        self.rawValue = rawValue
    }

    /// The position before the first commit.
    public static let zero = CommitNumber(rawValue: 0)

    /// Whether one commit was made before another in the same journal.
    public static func < (left: CommitNumber, right: CommitNumber) -> Bool {
        left.rawValue < right.rawValue
    }
}
