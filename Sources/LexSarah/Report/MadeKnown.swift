public import QualityCore

/// Another way than a report by which the operator came to know of the event (*kännedom på annat sätt*).
public struct MadeKnown: Hashable, Sendable, Codable {
    /// What made it known. Closed (D-LAW-3).
    public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        /// A complaint or viewpoint (*klagomål*).
        case complaint
        /// A self-check (*egenkontroll*).
        case selfCheck
        /// An authority (*myndighet*).
        case authority
    }

    /// What made it known.
    public let source: Source
    /// The day when it became known.
    public let day: CalendarDate
    /// The record that tells of it; `nil` when there is none here.
    public let record: RecordReference?

    /// A way by which the operator came to know.
    public init(by source: Source, on day: CalendarDate, record: RecordReference? = nil) {
        self.source = source
        self.day = day
        self.record = record
    }
}

extension MadeKnown.Source: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .complaint: LocalizedText(sv: "Klagomål", en: "Complaint")
        case .selfCheck: LocalizedText(sv: "Egenkontroll", en: "Self-check")
        case .authority: LocalizedText(sv: "Myndighet", en: "Authority")
        }
    }
}
