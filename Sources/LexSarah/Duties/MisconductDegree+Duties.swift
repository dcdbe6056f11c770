public import QualityCore

extension MisconductDegree {
    /// One duty that follows from a degree, with the provision behind it.
    public struct DutyLine: Hashable, Sendable, Codable {
        /// What is to be done.
        public let task: Task
        /// The provision behind it on the day; `nil` where the law has none.
        public let provision: Provision?
    }

    /// What may follow from a report. Closed (D-LXS-5).
    public enum Task: String, Hashable, Sendable, Codable, CaseIterable {
        /// Document it (*dokumentera*).
        case document
        /// Investigate it (*utreda*).
        case investigate
        /// Remedy the misconduct or remove the risk (*avhjälpa, undanröja*).
        case remedy
        /// Notify the supervisory authority (*anmäla*).
        case notify
        /// Tell the board of the report (*informera nämnden om rapporten*).
        case tellBoardOfReport
        /// Tell the board of the notification (*informera nämnden om anmälan*).
        case tellBoardOfNotification

        var duty: Provision.Duty {
            switch self {
            case .document, .investigate, .remedy: .investigateMisconduct
            case .notify: .notifyMisconduct
            case .tellBoardOfReport: .informBoardOfReport
            case .tellBoardOfNotification: .informBoardOfNotification
            }
        }
    }

    /// What follows from a report that was found to be of this degree (D-LXS-5).
    ///
    /// Document and investigate always; remedy from a tangible risk upwards; notify for the last two. A private operator
    /// also tells the board of every report, and of a notification.
    ///
    /// - Parameters:
    ///   - kind: who runs the operation.
    ///   - basis: the act under which the service is given.
    ///   - law: the law that lays the duties down.
    ///   - day: the day that selects the provisions.
    public func duties(
        of kind: LexSarahOperator,
        under basis: LegalBasis,
        law: Law,
        on day: CalendarDate
    ) -> [DutyLine] {
        var tasks: [Task] = [.document, .investigate]
        if self != .noMisconduct { tasks.append(.remedy) }
        if requiresNotification { tasks.append(.notify) }
        if kind == .privateOperator {
            tasks.append(.tellBoardOfReport)
            if requiresNotification { tasks.append(.tellBoardOfNotification) }
        }
        return tasks.map { DutyLine(task: $0, provision: law.provision(for: $0.duty, on: day, basis: basis)) }
    }
}

extension MisconductDegree.Task: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .document: LocalizedText(sv: "Dokumentera", en: "Document")
        case .investigate: LocalizedText(sv: "Utreda", en: "Investigate")
        case .remedy: LocalizedText(sv: "Avhjälpa eller undanröja", en: "Remedy or remove")
        case .notify: LocalizedText(sv: "Anmäla till IVO", en: "Notify the inspectorate")
        case .tellBoardOfReport: LocalizedText(sv: "Informera nämnden om rapporten", en: "Tell the board of the report")
        case .tellBoardOfNotification:
            LocalizedText(sv: "Informera nämnden om anmälan", en: "Tell the board of the notification")
        }
    }
}
