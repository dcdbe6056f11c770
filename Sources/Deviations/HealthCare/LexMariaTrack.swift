public import QualityCore

/// The track of an event in health care that leads to a notification of a serious care injury (*Lex Maria*, D-LXS-12).
///
/// It has its own decider, decision, notification and days. Neither it nor a Lex Sarah case waits for the other.
public struct LexMariaTrack: Hashable, Sendable, Codable {
    /// Whether the event is to be notified, and why.
    public struct Decision: Hashable, Sendable, Codable {
        /// The outcome. Closed.
        public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            /// It is to be notified.
            case notify
            /// It is not.
            case doNotNotify
        }

        /// The outcome.
        public let outcome: Outcome
        /// Why; may hold personal data.
        public let motivation: String
        /// Who decided.
        public let by: Signature
        /// What was found about the decider's conflict of interest.
        public let clearance: ConflictClearance
    }

    /// The notification to the supervisory authority.
    public struct Notification: Hashable, Sendable, Codable {
        /// Who notified.
        public let by: Signature
        /// The day when the investigation was sent; `nil` while it is not, the day of notification when with it.
        public internal(set) var investigationSent: CalendarDate?
    }

    /// Who opened the track, and when.
    public let opened: Signature
    /// The decisions, oldest first; the last one stands.
    public internal(set) var decisions: [Decision] = []
    /// The notification; `nil` while there is none.
    public internal(set) var notification: Notification?

    /// The decision that stands; `nil` while there is none.
    public var decision: Decision? { decisions.last }

    /// Whether the days follow the order opened, decided, notified, investigation sent.
    var isInOrder: Bool {
        var days = [opened.day] + decisions.map(\.by.day)
        guard days == days.sorted() else { return false }
        guard let notification else { return true }
        guard let first = decisions.first(where: { $0.outcome == .notify }) else { return false }
        days = [first.by.day, notification.by.day]
        if let sent = notification.investigationSent { days.append(sent) }
        return days == days.sorted()
    }
}

extension LexMariaTrack.Decision.Outcome: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .notify: LocalizedText(sv: "Ska anmälas", en: "To be notified")
        case .doNotNotify: LocalizedText(sv: "Anmäls inte", en: "Not to be notified")
        }
    }
}
