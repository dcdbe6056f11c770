public import QualityCore

/// The lists that keep deviations from being forgotten, computed from records as of a day (*bevakningslistor*).
public struct DeviationWorklists: Sendable {
    private let deviations: [Deviation]
    private let day: CalendarDate
    private let policy: DeviationPolicy

    /// The lists of some deviations as they stand on a day.
    public init(_ deviations: [Deviation], asOf day: CalendarDate, policy: DeviationPolicy = DeviationPolicy()) {
        self.deviations = deviations.filter { $0.phase != .cancelled }
        self.day = day
        self.policy = policy
    }

    /// Reported cases that nobody has begun after the days of the policy, from the day after (*inte påbörjade*).
    public var notBegun: [Deviation] {
        deviations.filter { $0.phase == .reported && $0.reported.days(to: day) > policy.daysToBegin }
    }

    /// Cases laid aside until a day that has passed.
    public var parkedTooLong: [Deviation] {
        deviations.filter { deviation in
            if case .parked(_, let until)? = deviation.pause?.ground { until < day } else { false }
        }
    }

    /// Deviations sent to or received from another principal without an answer (*obesvarade*).
    public var unanswered: [(deviation: Deviation, exchange: PrincipalExchange)] {
        deviations.flatMap { deviation in
            deviation.exchanges.filter { $0.answered == nil && $0.by.day <= day }.map { (deviation, $0) }
        }
    }

    /// Those of the unanswered that are late by the days of the policy, from the day after.
    public var overdueAnswers: [(deviation: Deviation, exchange: PrincipalExchange)] {
        unanswered.filter { $0.exchange.by.day.days(to: day) > policy.daysToAnswerPrincipal }
    }

    /// Deviations in health care that nobody medically responsible has seen (*osedda av MAS/MAR*).
    public var unseenInHealthCare: [Deviation] {
        deviations.filter { $0.isHealthCare && $0.nurseReviews.isEmpty }
    }

    /// Events whose Lex Maria track is open: no decision, or a decision to notify without a notification.
    public var openLexMaria: [Deviation] {
        deviations.filter { deviation in
            guard let track = deviation.lexMaria else { return deviation.careInjury?.callsForLexMaria == true }
            return track.decision == nil || (track.decision?.outcome == .notify && track.notification == nil)
        }
    }

    /// Events notified under Lex Maria whose investigation has not been sent.
    public var lexMariaInvestigationsNotSent: [Deviation] {
        deviations.filter { deviation in
            deviation.lexMaria?.notification.map { $0.investigationSent == nil } ?? false
        }
    }

    /// The standard tracks that nobody has answered yes or no to, for each deviation that lacks one.
    public var unconsideredTracks: [(deviation: Deviation, tracks: [OtherTrack])] {
        deviations.compactMap { deviation in
            let answered = Set(deviation.trackAnswers.map(\.track))
            let open = OtherTrack.standard.filter { !answered.contains($0) }
            return open.isEmpty ? nil : (deviation, open)
        }
    }

    /// Every task done under an exception from the rule on conflict of interest, for the report.
    public var overrides: [(deviation: Deviation, clearance: ConflictClearance)] {
        deviations.flatMap { deviation in
            deviation.clearances.filter(\.isOverridden).map { (deviation, $0) }
        }
    }

    /// Tasks done in good faith by someone whose conflict of interest came to light later.
    public var conflictsFoundLater: [(deviation: Deviation, clearance: ConflictClearance)] {
        deviations.flatMap { deviation in
            deviation.clearances
                .filter { $0.conflict == nil && deviation.involvement.conflict(of: $0.person) != nil }
                .map { (deviation, $0) }
        }
    }

    /// Records that hold less than a record made here: each with the names of its gaps (*angivna luckor*).
    public var gaps: [(deviation: Deviation, fields: [String])] {
        deviations.compactMap { $0.gaps.isEmpty ? nil : ($0, $0.gaps) }
    }
}
