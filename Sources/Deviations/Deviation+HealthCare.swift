public import QualityCore

extension Deviation {
    /// Answers whether there was or could have been a care injury, and a serious one.
    ///
    /// - Throws: `RuleViolation` with rule `D-HSL-1` without a motivation or when no injury is called serious.
    public mutating func answerCareInjury(_ answer: CareInjuryAnswer, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireOpen("careInjury")
            deviation.careInjury = answer
        }
    }

    /// Records what the patient was told about a care injury, or why not.
    ///
    /// - Throws: `RuleViolation` with rule `D-HSL-2` when something that must be told was not, or a reason is blank.
    public mutating func recordInformation(_ information: InjuryInformation, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("injuryInformation")
            deviation.injuryInformation = information
        }
    }

    /// Records that someone medically responsible has seen the deviation.
    ///
    /// - Throws: `RuleViolation` with rule `D-HSL-3` when dated before the report.
    public mutating func recordReview(
        as role: NurseReview.Role,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("nurseReviews")
            deviation.nurseReviews.append(NurseReview(role: role, by: signature))
        }
    }

    /// Opens the track of Lex Maria, in whatever phase the deviation is.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-12` when it is open already or health care is no basis.
    public mutating func openLexMaria(by signature: Signature, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("lexMaria")
            guard deviation.lexMaria == nil, deviation.isHealthCare else {
                throw deviation.refusal(
                    "D-LXS-12",
                    "lexMaria",
                    sv: "spåret är redan öppet eller gäller inte hälso- och sjukvård",
                    en: "the track is open already or it is not about health care"
                )
            }
            deviation.lexMaria = LexMariaTrack(opened: signature)
        }
    }

    /// Decides whether the event is to be notified under Lex Maria.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-12` without a motivation or an open track, `D-SEC-4` for a conflict
    ///   of interest.
    public mutating func decideLexMaria(
        _ outcome: LexMariaTrack.Decision.Outcome,
        motivation: String,
        by signature: Signature,
        override: ConflictOverride? = nil,
        under law: Law
    ) throws(RuleViolation) {
        try actOnLexMaria(under: law) { (deviation, track) in
            let clearance = ConflictClearance(of: signature.person, in: deviation.involvement, override: override)
            track.decisions.append(
                LexMariaTrack.Decision(outcome: outcome, motivation: motivation, by: signature, clearance: clearance)
            )
            return true
        }
    }

    /// Records the notification to the supervisory authority, with the investigation or ahead of it.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-12` when it is not decided to notify, or notified already.
    public mutating func notifyLexMaria(
        by signature: Signature,
        withInvestigation: Bool,
        under law: Law
    ) throws(RuleViolation) {
        try actOnLexMaria(under: law) { (_, track) in
            guard track.notification == nil, track.decision?.outcome == .notify else { return false }
            track.notification = LexMariaTrack.Notification(
                by: signature,
                investigationSent: withInvestigation ? signature.day : nil
            )
            return true
        }
    }

    /// Records the day when the investigation was sent after the notification.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-12` when nothing is notified or it was sent already.
    public mutating func sendLexMariaInvestigation(
        on day: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        try actOnLexMaria(under: law) { (_, track) in
            guard track.notification != nil, track.notification?.investigationSent == nil else { return false }
            track.notification?.investigationSent = day
            return true
        }
    }

    private mutating func actOnLexMaria(
        under law: Law,
        _ change: (Deviation, inout LexMariaTrack) -> Bool
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("lexMaria")
            guard var track = deviation.lexMaria, change(deviation, &track) else {
                throw deviation.refusal(
                    "D-LXS-12",
                    "lexMaria",
                    sv: "spåret är inte i rätt läge",
                    en: "the track is not in a state for that"
                )
            }
            deviation.lexMaria = track
        }
    }
}
