public import QualityCore

/// The matter at the supervisory authority, from notification to its end (*IVO:s ärende*, D-LXS-15).
public struct AuthorityMatter: Hashable, Sendable, Codable {
    /// What was sent after the notification. Closed.
    public enum SupplementKind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The investigation that was not finished before.
        case investigation
        /// That the degree is no longer serious; the notification stands.
        case revisedDegree
        /// Something else.
        case other
    }

    /// Something sent after the notification.
    public struct Supplement: Hashable, Sendable, Codable {
        /// What.
        public let kind: SupplementKind
        /// When.
        public let day: CalendarDate
    }

    /// A question of the authority, with the day by which it wants its answer.
    public struct Request: Hashable, Sendable, Codable {
        /// The day of the request.
        public let day: CalendarDate
        /// The last day for the answer.
        public let due: CalendarDate
        /// The day of the answer; `nil` until there is one.
        public internal(set) var answered: CalendarDate?
    }

    /// Something that the authority's decision demands; it becomes a measure.
    public struct Demand: Hashable, Sendable, Codable {
        /// What is demanded; may hold personal data.
        public let text: String
        /// The measure that it became; `nil` until there is one.
        public internal(set) var measure: RecordReference?
    }

    /// The authority's decision.
    public struct Verdict: Hashable, Sendable, Codable {
        /// The day of the decision.
        public let day: CalendarDate
        /// What it demands.
        public internal(set) var demands: [Demand]
    }

    /// The day of the notification (*anmäld*).
    public let sent: CalendarDate
    /// Who notified.
    public let by: Stated<Signature>
    /// On behalf of whom: only the operator notifies (D-LXS-7).
    public let notifier: Stated<LexSarahOperator>
    /// The day when the investigation was sent, with the notification or after; `nil` until then.
    public internal(set) var investigationSent: CalendarDate?
    /// The last day for sending it, under the law of the day of notification; `nil` where none is set.
    public let investigationDue: CalendarDate?
    /// The authority's number of the matter; `nil` until acknowledged.
    public internal(set) var number: String?
    /// The day of the acknowledgement.
    public internal(set) var acknowledged: CalendarDate?
    /// What was sent after the notification.
    public internal(set) var supplements: [Supplement] = []
    /// The authority's requests.
    public internal(set) var requests: [Request] = []
    /// The authority's decision.
    public internal(set) var verdict: Verdict?
    /// The day when the matter ended.
    public internal(set) var ended: CalendarDate?

    init(
        sent: CalendarDate,
        by signature: Stated<Signature>,
        notifier: Stated<LexSarahOperator>,
        investigationSent: CalendarDate? = nil,
        investigationDue: CalendarDate? = nil
    ) {
        self.sent = sent
        by = signature
        self.notifier = notifier
        self.investigationSent = investigationSent
        self.investigationDue = investigationDue
    }

    /// Whether the investigation is late on a day: from the day after the last one.
    public func isInvestigationOverdue(on day: CalendarDate) -> Bool {
        guard let investigationDue, investigationDue < day else { return false }
        return investigationSent.map { day < $0 } ?? true
    }

    /// The requests whose last day has passed unanswered on a day.
    public func overdueRequests(on day: CalendarDate) -> [Request] {
        requests.filter { $0.due < day && !($0.answered.map { $0 <= day } ?? false) }
    }

    var days: [CalendarDate] {
        [investigationSent, acknowledged, verdict?.day, ended].compactMap(\.self) + supplements.map(\.day)
            + requests.map(\.day)
    }
}

extension AuthorityMatter.SupplementKind: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .investigation: LocalizedText(sv: "Utredning", en: "Investigation")
        case .revisedDegree: LocalizedText(sv: "Ändrad bedömning", en: "Revised degree")
        case .other: LocalizedText(sv: "Annan komplettering", en: "Other supplement")
        }
    }
}
