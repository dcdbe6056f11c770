public import QualityCore

/// The facts of a record with the pointer by which people find it.
public struct ReferencedFacts: Hashable, Sendable {
    /// The record.
    public let reference: RecordReference
    /// What is known of it, free of personal data and free text.
    public let facts: RecordFacts

    /// The facts of a record.
    public init(_ reference: RecordReference, _ facts: RecordFacts) {
        self.reference = reference
        self.facts = facts
    }

    /// The facts of a record.
    public init(_ record: some QualityRecord) {
        self.init(record.reference, record.facts)
    }
}

/// Two records that may tell of the same event, with what they have in common: for a person to look at (*möjlig dubblett*).
public struct RecordPair: Hashable, Sendable {
    /// What the two may be.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The same event reported twice in one kind of record (*möjlig dubblett*).
        case duplicate
        /// One event in two kinds of record, such as a deviation and a complaint (*möjligt samband*).
        case related
    }

    /// What two records have in common.
    public enum Reason: Hashable, Sendable {
        /// The unit.
        case sameUnit
        /// The day of the event, or where unknown that of discovery, or of the report.
        case sameDay
        /// Days that are so many apart, 1 or more.
        case daysApart(Int)
        /// All categories.
        case sameCategories
        /// A theme that categories of both belong to.
        case sameTheme(CategoryCode)
        /// The day of discovery.
        case sameDiscoveryDay
        /// The day of the report.
        case sameReportDay
        /// All codes along another dimension.
        case sameCodes(CodeDimension)
    }

    /// What the two may be.
    public let kind: Kind
    /// The record with the lower kind and identity.
    public let first: RecordReference
    /// The other record.
    public let second: RecordReference
    /// What they have in common.
    public let reasons: [Reason]
    /// The dimensions along which both have codes that are not the same.
    public let differing: [CodeDimension]
    /// The probability that chance alone gives the first record such a partner, 0...1: the unit has many records or few.
    public let chance: Double
}

extension RecordPair {
    /// The pair with what it has in common, in words.
    public var text: LocalizedText {
        Wording.both { language in
            let reasons = reasons.compactMap { $0.words(language) }
            let pair = language(
                "\(first.id) och \(second.id)",
                "\(first.id) and \(second.id)"
            )
            return "\(pair): \(Wording.list(reasons, language))."
        }
    }
}

extension RecordPair.Reason {
    fileprivate func words(_ language: Language) -> String? {
        switch self {
        case .sameUnit: language("samma enhet", "same unit")
        case .sameDay: language("samma dag", "same day")
        case .daysApart(let days):
            days == 1
                ? language("1 dag emellan", "1 day apart") : language("\(days) dagar emellan", "\(days) days apart")
        case .sameCategories: language("samma kategori", "same category")
        case .sameTheme: language("samma tema", "same theme")
        case .sameDiscoveryDay: language("upptäckta samma dag", "discovered on the same day")
        case .sameReportDay: language("rapporterade samma dag", "reported on the same day")
        case .sameCodes: nil
        }
    }
}
