public import QualityCore

/// All versions of one document, of which at most one is in force on any day (*versionshistorik*).
///
/// A version holds from its first day until it is withdrawn or the next one begins. Approval and withdrawal never reach
/// back before the day on which they are made, so a case always finds the version that it began under (D-PRO-3).
public struct VersionHistory<Content: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// The versions by number; only the last can be a draft.
    public private(set) var versions: [DocumentVersion<Content>]

    /// No version yet.
    public init() {
        versions = []
    }

    /// The versions as a source held them.
    ///
    /// - Throws: `RuleViolation` with rule `D-PRO-3` when the numbers do not run from 1, a draft is not the last, or
    ///   the days do not follow on each other.
    public init(_ versions: [DocumentVersion<Content>], of document: RecordReference? = nil) throws(RuleViolation) {
        self.versions = versions
        try checkStructure(of: document)
    }

    /// The version with a number, or `nil`.
    public subscript(number: Int) -> DocumentVersion<Content>? {
        versions.indices.contains(number - 1) ? versions[number - 1] : nil
    }

    /// The version being written; `nil` when there is none.
    public var draft: DocumentVersion<Content>? {
        versions.last.flatMap { $0.state == .draft ? $0 : nil }
    }

    /// The versions that someone has approved, oldest first.
    public var approved: [DocumentVersion<Content>] {
        versions.filter { $0.state.approval != nil }
    }

    /// The version in force on a day, or `nil`: the one that a case begun on that day keeps.
    public func inForce(on day: CalendarDate) -> DocumentVersion<Content>? {
        versions.first { validity(of: $0.number)?.contains(day) == true }
    }

    /// The days on which a version holds; `nil` for a draft, for an unknown number and where it never came into force.
    public func validity(of number: Int) -> Validity? {
        guard let version = self[number], let first = Self.firstDay(version) else { return nil }
        let next = versions[number...].lazy.compactMap(Self.firstDay).first
        let last = [version.state.withdrawal?.lastDay, next.flatMap { $0.adding(days: -1) }].compactMap { $0 }.min()
        return Validity(from: first, through: last)
    }

    /// Where a version stands on a day; `nil` for an unknown number.
    public func status(of number: Int, on day: CalendarDate) -> VersionStatus? {
        guard let version = self[number] else { return nil }
        guard let approval = version.state.approval else { return .draft }
        if let approved = approval.approver.value?.day, day < approved { return .draft }
        guard let validity = validity(of: number) else {
            return version.state.withdrawal.map { $0.lastDay < day } == true ? .withdrawn : .approved
        }
        if day < approval.validFrom { return .approved }
        guard validity.contains(day) else { return .withdrawn }
        return approval.reviewBy(asOf: day).map { $0 < day } == true ? .dueForReview : .valid
    }

    /// The day on which a version begins to hold; `nil` for a draft and for one withdrawn before it began.
    static func firstDay(_ version: DocumentVersion<Content>) -> CalendarDate? {
        guard let first = version.state.approval?.validFrom else { return nil }
        return version.state.withdrawal.map { $0.lastDay < first } == true ? nil : first
    }

    mutating func change(
        of document: RecordReference?,
        _ act: (inout [DocumentVersion<Content>]) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        var changed = self
        try act(&changed.versions)
        try changed.checkStructure(of: document)
        self = changed
    }
}

extension VersionHistory: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode([DocumentVersion<Content>].self))
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(versions)
    }
}
