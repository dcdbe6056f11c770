public import QualityCore

extension LexSarahCase {
    /// Records the notification to the supervisory authority, possible at any time after the report.
    ///
    /// `includesInvestigation`: sent with the finished investigation; without it the law sets a last day.
    /// - Throws: `RuleViolation` with rule `D-LXS-6` when it is notified already or before the report, `D-LXS-7` when
    ///   someone else than the operator notifies.
    public mutating func notify(
        by signature: Signature,
        of notifier: LexSarahOperator,
        includesInvestigation: Bool,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            try found.require([.received, .underInvestigation, .investigationEnded, .decided], field: "notified")
            guard found.matter == nil else {
                throw found.violation(
                    "D-LXS-6",
                    field: "notified",
                    LocalizedText(sv: "ärendet är redan anmält", en: "the case is notified already")
                )
            }
            guard !includesInvestigation || found.investigationEnded != nil else {
                throw found.violation("D-LXS-6", field: "notification.investigation", Self.gapMessage)
            }
            let provision = law.provision(for: .completeNotification, on: signature.day, basis: found.basis)
            found.matter = AuthorityMatter(
                sent: signature.day,
                by: .value(signature),
                notifier: .value(notifier),
                investigationSent: includesInvestigation ? signature.day : nil,
                investigationDue: includesInvestigation ? nil : provision?.deadline?.lastDay(from: signature.day)
            )
        }
    }

    /// Records the authority's acknowledgement with its number.
    public mutating func acknowledge(number: String, on day: CalendarDate, under law: Law) throws(RuleViolation) {
        try changeMatter(under: law) { matter in
            matter.number = number
            matter.acknowledged = day
        }
    }

    /// Records something sent after the notification; the notification stands.
    public mutating func supplement(
        _ kind: AuthorityMatter.SupplementKind,
        on day: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        if kind == .investigation, investigationEnded == nil {
            throw violation("D-LXS-6", field: "notification.investigation", Self.gapMessage)
        }
        try changeMatter(under: law) { matter in
            matter.supplements.append(AuthorityMatter.Supplement(kind: kind, day: day))
            if kind == .investigation { matter.investigationSent = matter.investigationSent ?? day }
        }
    }

    /// Records a request of the authority with its last day.
    public mutating func receiveRequest(
        on day: CalendarDate,
        due: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        try changeMatter(under: law) { matter in
            matter.requests.append(AuthorityMatter.Request(day: day, due: due))
        }
    }

    /// Records the answer to the authority's first unanswered request.
    public mutating func answerRequest(on day: CalendarDate, under law: Law) throws(RuleViolation) {
        guard let index = matter?.requests.firstIndex(where: { $0.answered == nil }) else {
            throw unknown("notification.requests", "D-LXS-15")
        }
        try changeMatter(under: law) { matter in matter.requests[index].answered = day }
    }

    /// Records the authority's decision and what it demands.
    public mutating func receiveVerdict(
        on day: CalendarDate,
        demanding demands: [String],
        under law: Law
    ) throws(RuleViolation) {
        guard matter?.verdict == nil else { throw unknown("notification.verdict", "D-LXS-15") }
        try changeMatter(under: law) { matter in
            matter.verdict = AuthorityMatter.Verdict(
                day: day,
                demands: demands.map { AuthorityMatter.Demand(text: $0) }
            )
        }
    }

    /// Points a demand at the measure that it became.
    ///
    /// `index`: the place of the demand in the authority's decision, from 0.
    public mutating func meetDemand(
        at index: Int,
        by measure: RecordReference,
        under law: Law
    ) throws(RuleViolation) {
        guard matter?.verdict?.demands.indices.contains(index) == true else {
            throw unknown("notification.demands", "D-LXS-15")
        }
        try changeMatter(under: law) { matter in matter.verdict?.demands[index].measure = measure }
    }

    /// Records that the matter at the authority has ended.
    ///
    /// - Throws: `RuleViolation` with rule `D-LXS-15` while a demand has become no measure or a request has no answer.
    public mutating func endMatter(on day: CalendarDate, under law: Law) throws(RuleViolation) {
        try changeMatter(under: law) { matter in matter.ended = day }
    }

    private mutating func changeMatter(
        under law: Law,
        _ change: (inout AuthorityMatter) -> Void
    ) throws(RuleViolation) {
        try act(under: law) { found throws(RuleViolation) in
            guard var matter = found.matter, matter.ended == nil else {
                throw found.unknown("notification", "D-LXS-15")
            }
            change(&matter)
            found.matter = matter
        }
    }
}
