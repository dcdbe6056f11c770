public import QualityCore

/// What is late or waits among submissions at the end of a day (*bevakningslista*, D-CMP-4 to D-CMP-6).
///
/// A deadline is met through the end of its last day; what was done after the day of the list counts as not done.
public struct ComplaintWorklist: Hashable, Sendable {
    /// The day that the list is of.
    public let day: CalendarDate
    /// Submissions without acknowledgement after the last day for it.
    public let lateAcknowledgements: [RecordReference]
    /// Submissions without answer after the last day for it.
    public let lateAnswers: [RecordReference]
    /// Submissions about a decision that, after their day of receipt, nobody had passed on or found to be no appeal.
    public let lateAppealChecks: [RecordReference]
    /// Submissions joined to a theme that wait for its answer.
    public let waitingInThemes: [RecordReference]

    /// The list of a day over some submissions, each part in their order; cancelled ones are left out.
    public init(_ complaints: some Sequence<Complaint>, on day: CalendarDate) {
        self.day = day
        let known = complaints.filter { $0.received <= day && $0.phase != .cancelled }
        lateAcknowledgements = known.filter { $0.acknowledgementTime(on: day) == .late }.map(\.reference)
        lateAnswers = known.filter { $0.answerTime(on: day) == .late }.map(\.reference)
        lateAppealChecks = known.filter { $0.appealCheckIsLate(on: day) }.map(\.reference)
        waitingInThemes = known.filter { complaint in
            guard let joined = complaint.theme?.joined.day, joined <= day else { return false }
            return ![complaint.answer?.day, complaint.ending?.day].contains { $0.map { $0 <= day } ?? false }
        }.map(\.reference)
    }
}

extension Complaint {
    /// How one of the board's times stands on a day. Closed.
    public enum Timeliness: String, Hashable, Sendable, Codable, CaseIterable {
        /// Not done, and the last day has not passed.
        case running
        /// Done by the end of the last day.
        case met
        /// Not done by the end of the last day, or done after it.
        case missed
        /// Not done, and the last day has passed.
        case late
    }

    /// How the time to acknowledge stands at the end of a day; `nil` where no clock runs.
    ///
    /// An answer or an end stands for an acknowledgement.
    public func acknowledgementTime(on day: CalendarDate) -> Timeliness? {
        timeliness(deadlines?.acknowledge, [acknowledged?.day, answer?.day, ending?.day], day)
    }

    /// How the time to answer stands at the end of a day; `nil` where no clock runs.
    ///
    /// A handing over, a passing on as appeal or secrecy ends the clock.
    public func answerTime(on day: CalendarDate) -> Timeliness? {
        timeliness(deadlines?.answer, [answer?.day, ending?.day], day)
    }

    private func timeliness(
        _ last: CalendarDate?,
        _ done: [CalendarDate?],
        _ day: CalendarDate
    ) -> Timeliness? {
        guard let last, phase != .cancelled else { return nil }
        let first = done.compactMap(\.self).filter { $0 <= day }.min()
        if let first { return first <= last ? .met : .missed }
        return day <= last ? .running : .late
    }

    /// Whether, at the end of a day, a submission about a decision was past its day of receipt without a finding.
    public func appealCheckIsLate(on day: CalendarDate) -> Bool {
        guard receipt.subject.value == .decision, received < day else { return false }
        return ![appealDenial?.by.day, ending?.day].contains { $0.map { $0 <= day } ?? false }
    }

    /// Whether an appeal was passed on later than the day on which it came in; `nil` where it was not passed on.
    public var wasPassedOnLate: Bool? {
        guard case .passedOn(let referral) = ending else { return nil }
        return received < referral.by.day
    }
}

extension Complaint.Timeliness: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .running: LocalizedText(sv: "Tiden löper", en: "Time runs")
        case .met: LocalizedText(sv: "I tid", en: "In time")
        case .missed: LocalizedText(sv: "Gjort för sent", en: "Done too late")
        case .late: LocalizedText(sv: "Försenat", en: "Overdue")
        }
    }
}
