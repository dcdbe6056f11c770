public import QualityCore

/// Submissions, viewpoints and persons, each a count of its own with its name (*räkning*, D-CMP-2).
public struct ComplaintTally: Hashable, Sendable {
    /// What is counted. Closed.
    public enum Counted: String, Hashable, Sendable, Codable, CaseIterable {
        /// What came in, however much it says.
        case submissions
        /// What was said, each thing once.
        case viewpoints
        /// The different persons that it concerns, as far as stated.
        case persons
        /// Submissions that do not state whom they concern.
        case submissionsWithoutPersons
        /// Submissions marked as registered by mistake, in no other count.
        case cancelledSubmissions
    }

    /// A number that cannot be read without what it counts.
    public struct Count: Hashable, Sendable, CustomStringConvertible {
        /// What it counts.
        public let counted: Counted
        /// How many there are.
        public let number: Int

        /// The number with its Swedish name, such as `50 inlämningar`.
        public var description: String { text(.swedish) }

        /// The number with its name.
        public func text(_ language: Language) -> String { "\(number) \(counted.label(language))" }
    }

    /// The counts, in the order of their names.
    public let counts: [Count]
    /// Viewpoints by kind, which together are the count of viewpoints.
    public let kinds: [ViewpointKind: Int]

    /// The counts over some submissions.
    public init(_ complaints: some Sequence<Complaint>) {
        var numbers: [Counted: Int] = [:]
        var kinds: [ViewpointKind: Int] = [:]
        var persons: Set<PersonReference> = []
        for complaint in complaints {
            guard complaint.phase != .cancelled else {
                numbers[.cancelledSubmissions, default: 0] += 1
                continue
            }
            numbers[.submissions, default: 0] += 1
            numbers[.viewpoints, default: 0] += complaint.viewpoints.count
            for viewpoint in complaint.viewpoints { kinds[viewpoint.kind, default: 0] += 1 }
            if let concerned = complaint.receipt.concerns.value {
                persons.formUnion(concerned)
            } else {
                numbers[.submissionsWithoutPersons, default: 0] += 1
            }
        }
        numbers[.persons] = persons.count
        counts = Counted.allCases.map { Count(counted: $0, number: numbers[$0] ?? 0) }
        self.kinds = kinds
    }

    /// How many there are of something.
    public subscript(_ counted: Counted) -> Int {
        counts.first { $0.counted == counted }?.number ?? 0
    }
}

extension ComplaintTally.Counted: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .submissions: LocalizedText(sv: "inlämningar", en: "submissions")
        case .viewpoints: LocalizedText(sv: "synpunkter", en: "viewpoints")
        case .persons: LocalizedText(sv: "personer", en: "persons")
        case .submissionsWithoutPersons:
            LocalizedText(sv: "inlämningar utan uppgift om person", en: "submissions that state no person")
        case .cancelledSubmissions: LocalizedText(sv: "makulerade inlämningar", en: "cancelled submissions")
        }
    }
}
