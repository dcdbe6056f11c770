public import QualityCore

/// How far a tenant's journal has come, and the digest that covers all of it.
///
/// Printed in a board's minutes it proves later that no commit up to it was changed or cut off.
public struct JournalHead: Hashable, Sendable {
    /// The newest commit; zero for an empty journal.
    public var number: CommitNumber
    /// The digest of the newest commit; zeros for an empty journal.
    public var digest: ContentDigest
    /// When the newest commit was recorded; `nil` for an empty journal, and for a head read from minutes.
    public var recordedAt: Timestamp?

    /// The head of a journal.
    public init(number: CommitNumber, digest: ContentDigest, recordedAt: Timestamp? = nil) {
        self.number = number
        self.digest = digest
        self.recordedAt = recordedAt
    }

    /// The head of an empty journal.
    public static let empty = JournalHead(number: .zero, digest: .zero)
}

extension JournalHead: LosslessStringConvertible {
    /// Number and digest in groups of eight digits, in the form that minutes hold: `10415 9f86d081 884c7d65 …`.
    public var description: String {
        var groups = ["\(number.rawValue)"]
        let digits = Array(digest.description.utf8)
        for start in stride(from: 0, to: digits.count, by: 8) {
            groups.append(String(decoding: digits[start..<start + 8], as: UTF8.self))
        }
        return groups.joined(separator: " ")
    }

    /// Reads a head from minutes; line breaks and spaces may stand anywhere between groups.
    public init?(_ description: String) {
        let groups = description.lowercased().split(whereSeparator: \.isWhitespace)
        guard let first = groups.first, let number = Int64(first), number >= 0,
            let digest = ContentDigest(groups.dropFirst().joined())
        else { return nil }
        self.init(number: CommitNumber(rawValue: number), digest: digest)
    }
}
