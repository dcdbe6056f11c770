import QualityCore
import SelfChecks
import TestSupport
import Testing

@Suite(
    "No sequence of acts reaches a forbidden state of",
    .requirement("D-SLF-2", "D-SLF-3", "D-SLF-5", "D-SLF-9")
)
struct WalkTests {
    static let codes: [QuestionCode] = ["A", "B"]
    static let answers: [SelfCheckAnswer] = [
        .yes, .yes, .partly, .no, .notApplicable, .notAssessed(reason: "Tid"), .notAssessed(reason: ""),
    ]

    static func says(_ text: String?) -> Bool { text?.contains { !$0.isWhitespace } == true }

    static func outcome(_ dice: inout Draws) -> FailureOutcome {
        let record = RecordReference(kind: RecordKind(rawValue: dice.pick(["deviation", "measure"])), id: "x:1")
        return dice.pick([
            .deviation(record), .measure(record), .accepted(reason: dice.text(), dice.signed()),
        ])
    }

    @Test("a self-check", arguments: Seeds.some(1))
    func selfCheck(seed: UInt64) throws {
        let later = try SelfCheckTemplate.Version.draft(number: 2, codes: Self.codes)
        let first = try SelfCheckTemplate.Version.draft(codes: Self.codes)
        let model = RecordModel<SelfCheck>(
            draft: { dice in
                let sort = dice.pick([SelfCheckKind.fileReview, .accessLogReview, .init(rawValue: "own")])
                return try .draft(
                    sort: sort,
                    sortDetail: dice.pick([nil, "Nattrond"]),
                    begun: "2025-01-10",
                    version: first
                )
            },
            acts: [
                .init("answer") { try $0.answer($1.pick(Self.codes), $1.pick(Self.answers), under: $2) },
                .init("answer again") {
                    try $0.answer($1.pick(Self.codes + ["Z"]), .yes, item: $1.below(2), under: $2)
                },
                .init("withdraw answer") { try $0.withdrawAnswer(to: $1.pick(Self.codes), under: $2) },
                .init("settle") { try $0.settle($1.pick(Self.codes), as: Self.outcome(&$1), under: $2) },
                .init("withdraw outcome") { try $0.withdrawOutcome(of: $1.pick(Self.codes), under: $2) },
                .init("conclude") { try $0.conclude($1.text(), under: $2) },
                .init(
                    "review",
                    {
                        let last = $1.early()
                        guard let period = CalendarPeriod(first: last, last: last) else { return }
                        try $0.review(period, under: $2)
                    }
                ),
                .init("adopt") { try $0.adopt($1.pick([first, later]), under: $2) },
                .init("close") { try $0.close(by: $1.signed(), under: $2) },
                .init("close") { try $0.close(by: $1.signed(), under: $2) },
                .init("reopen") { try $0.reopen(by: $1.signed(), reason: $1.text(), under: $2) },
                .init(
                    "cancel",
                    { check, dice, law in
                        let signature = dice.signed()
                        if dice.below(10) > 0 { throw notTried }
                        try check.cancel(by: signature, reason: dice.text(), under: law)
                    }
                ),
            ],
            invariants: Self.checkInvariants,
            phases: Set(SelfCheckPhase.allCases.map(\.rawValue)),
            length: 40
        )
        try model.verify(seed: seed)
        try model.verifyRulesAreNeeded(seed: seed)
    }

    static var checkInvariants: [RecordModel<SelfCheck>.Invariant] {
        [
            .init("D-SLF-1") { SelfCheckKind.listed.contains($0.sort) || says($0.sortDetail) },
            .init(
                "D-SLF-3",
                { check in
                    guard let answers = check.answers.value else { return true }
                    let hasReasons = answers.entries.allSatisfy {
                        if case .notAssessed(let reason) = $0.answer { says(reason) } else { true }
                    }
                    return hasReasons && (check.phase != .closed || answers.count == check.version.questions.count)
                }
            ),
            .init(
                "D-SLF-2",
                { check in
                    var day = check.begun
                    for closing in check.closings {
                        guard closing.closed.day >= day else { return false }
                        day = closing.closed.day
                        if let reopening = closing.reopening {
                            guard reopening.signature.day >= day, says(reopening.reason) else { return false }
                            day = reopening.signature.day
                        }
                    }
                    let reasons = check.outcomes.values.allSatisfy {
                        if case .accepted(let reason, _)? = $0.value { says(reason) } else { true }
                    }
                    guard reasons, check.daysToClose.map({ $0 >= 0 }) ?? true else { return false }
                    guard check.phase == .closed else { return true }
                    let failed = check.answers.value?.entries.filter { [.no, .partly].contains($0.answer) } ?? []
                    return says(check.conclusion?.value) && failed.allSatisfy { check.outcomes[$0.question] != nil }
                }
            ),
            .init(
                "D-SLF-9",
                { check in
                    check.outcomes.allSatisfy { question, outcome in
                        guard [.no, .partly].contains(check.answers.value?[question]) else { return false }
                        return switch outcome.value {
                        case .deviation(let record): record.kind.rawValue == "deviation"
                        case .measure(let record): record.kind.rawValue == "measure"
                        case .accepted, nil: true
                        }
                    }
                }
            ),
            .init(
                "D-SLF-10",
                { check in
                    guard check.sort == .accessLogReview, check.phase == .closed else { return true }
                    guard let period = check.reviewedPeriod?.value, let closed = check.closings.last else {
                        return false
                    }
                    return period.last <= closed.closed.day
                }
            ),
        ]
    }

    @Test("a template", arguments: Seeds.some(1))
    func template(seed: UInt64) throws {
        let model = RecordModel<SelfCheckTemplate>(
            draft: { dice in try SelfCheckTemplate(id: .draft("mall"), unit: "N", title: dice.text()) },
            acts: [
                .init("rename") { try $0.rename($1.text(), under: $2) },
                .init(
                    "publish",
                    { template, dice, law in
                        try template.publish(
                            .draft(
                                number: dice.below(3) + template.versions.count,
                                approved: dice.early().description,
                                text: dice.text()
                            ),
                            under: law
                        )
                    }
                ),
                .init("withdraw") { try $0.withdraw(by: $1.signed(), under: $2) },
            ],
            invariants: [
                .init(
                    "D-SLF-5",
                    { template in
                        let days = template.versions.map(\.approved.day)
                        return Self.says(template.title)
                            && template.versions.map(\.number) == Array(1..<template.versions.count + 1)
                            && days == days.sorted()
                            && template.versions.allSatisfy { $0.questions.allSatisfy { Self.says($0.text) } }
                            && (template.withdrawn.map { $0.day >= days.last ?? .latest } ?? true)
                    }
                )
            ],
            phases: Set(SelfCheckTemplate.Phase.allCases.map(\.rawValue)),
            length: 12
        )
        try model.verify(seed: seed)
        try model.verifyRulesAreNeeded(seed: seed)
    }

    @Test("a plan", arguments: Seeds.some(1))
    func plan(seed: UInt64) throws {
        let schedules: [CheckSchedule] = [
            .once(day("2025-05-01")), .once(day("2026-05-01")),
            .recurring(try .lastDayOfMonth(), from: day("2025-01-01")),
            .recurring(try RecurrenceRule("FREQ=YEARLY;COUNT=1"), from: day("2025-05-01")),
        ]
        let check = { (dice: inout Draws) -> PlannedCheck in
            let sort = dice.pick([SelfCheckKind.fileReview, .accessLogReview, .init(rawValue: "own")])
            var check = try PlannedCheck.draft(dice.pick(["a", "b"]), sort: sort, schedule: dice.pick(schedules))
            check.sortDetail = dice.pick([nil, "Nattrond"])
            if dice.below(8) == 0 { check.what = " " }
            if dice.below(8) == 0 { check.how = .value(" ") }
            if dice.below(8) == 0 { check.ifNotMet = .value(" ") }
            if dice.below(8) == 0 { check.subjects = .value([]) }
            if dice.below(6) == 0 { check.responsible = nil }
            if dice.below(6) == 0 { check.sample = nil }
            return check
        }
        let model = RecordModel<SelfCheckPlan>(
            draft: { dice in try .draft(checks: dice.below(2) == 0 ? [] : [check(&dice)]) },
            acts: [
                .init("put") { try $0.put(check(&$1), under: $2) },
                .init("remove") { try $0.remove($1.pick(["a", "b"]), under: $2) },
                .init("approve") { try $0.approve(by: $1.signed(), under: $2) },
                .init("amend") { try $0.amend(by: $1.signed(), reason: $1.text(), under: $2) },
                .init(
                    "cancel occasion",
                    {
                        try $0.cancelOccasion(
                            of: $1.pick(["a", "b"]),
                            on: $1.early(),
                            by: $1.signed(),
                            reason: $1.text(),
                            under: $2
                        )
                    }
                ),
            ],
            invariants: Self.planInvariants,
            phases: Set(SelfCheckPlan.Phase.allCases.map(\.rawValue)),
            length: 30
        )
        try model.verify(seed: seed)
        try model.verifyRulesAreNeeded(seed: seed)
    }

    static var planInvariants: [RecordModel<SelfCheckPlan>.Invariant] {
        [
            .init("D-SLF-1") { $0.checks.allSatisfy { SelfCheckKind.listed.contains($0.sort) || says($0.sortDetail) } },
            .init(
                "D-SLF-2",
                { plan in
                    guard Set(plan.checks.map(\.code)).count == plan.checks.count else { return false }
                    guard plan.phase == .approved else { return true }
                    return !plan.checks.isEmpty
                        && plan.checks.allSatisfy { check in
                            says(check.what) && says(check.how.value) && says(check.ifNotMet.value)
                                && check.responsible != nil && check.sample != nil
                                && check.subjects.value?.isEmpty == false
                        }
                }
            ),
            .init(
                "D-SLF-6",
                { plan in
                    plan.phase == .draft
                        || plan.checks.allSatisfy { $0.schedule != .once(day("2026-05-01")) }
                }
            ),
            .init(
                "D-SLF-7",
                { plan in
                    plan.cancellations.allSatisfy { cancellation in
                        cancellation.expected.year == plan.year && says(cancellation.reason)
                            && plan.checks.contains { $0.code == cancellation.check }
                    }
                }
            ),
            .init(
                "D-SLF-10",
                { plan in
                    plan.phase == .draft
                        || plan.checks.allSatisfy { check in
                            guard check.sort == .accessLogReview else { return true }
                            return switch check.schedule {
                            case .once: false
                            case .recurring(let rule, _): rule.end != .count(1)
                            case .afterLast: true
                            }
                        }
                }
            ),
        ]
    }

    @Test("the follow-up of a provider", arguments: Seeds.some(1))
    func followUp(seed: UInt64) throws {
        let check = { (dice: inout Draws) in
            RecordReference(
                kind: RecordKind(rawValue: dice.pick(["selfCheck", "selfCheck", "deviation"])),
                id: "x:\(dice.below(3))"
            )
        }
        let outcome = { (dice: inout Draws) -> ProviderRequest.Outcome in
            dice.below(2) == 0 ? .arrived(dice.early()) : .givenUp(reason: dice.text(), dice.signed())
        }
        let model = RecordModel<ProviderFollowUp>(
            draft: { _ in try .draft() },
            acts: [
                .init(
                    "tell",
                    { followUp, dice, law in
                        let done = dice.pick([nil, dice.early()])
                        try followUp.tell(
                            ToldCheck(what: dice.text(), done: done, result: "", told: dice.early()),
                            under: law
                        )
                    }
                ),
                .init("link") { try $0.link(check(&$1), under: $2) },
                .init("no check") { try $0.stateNoBoardCheck(reason: $1.text(), under: $2) },
                .init("request") { try $0.request($1.text(), by: $1.signed(), dueOn: $1.early(), under: $2) },
                .init("end") { try $0.end($1.below(3) + 1, outcome(&$1), under: $2) },
                .init("end") { try $0.end($1.below(3) + 1, outcome(&$1), under: $2) },
                .init("conclude") { try $0.conclude($1.text(), under: $2) },
                .init("close") { try $0.close(by: $1.signed(), under: $2) },
                .init("close") { try $0.close(by: $1.signed(), under: $2) },
                .init("reopen") { try $0.reopen(by: $1.signed(), reason: $1.text(), under: $2) },
            ],
            invariants: [
                .init(
                    "D-SLF-11",
                    { followUp in
                        let isSound =
                            followUp.boardChecks.allSatisfy { $0.kind.rawValue == "selfCheck" }
                            && followUp.told.allSatisfy { Self.says($0.what) && ($0.done ?? .earliest) <= $0.told }
                            && followUp.requests.allSatisfy { Self.says($0.what) && $0.dueOn >= $0.asked.day }
                            && followUp.requests.allSatisfy {
                                if case .givenUp(let reason, _)? = $0.outcome { Self.says(reason) } else { true }
                            }
                        guard followUp.phase == .closed else { return isSound }
                        return isSound && Self.says(followUp.conclusion)
                            && followUp.requests.allSatisfy { $0.outcome != nil }
                            && (!followUp.boardChecks.isEmpty || Self.says(followUp.noBoardCheckReason))
                    }
                )
            ],
            phases: Set(ProviderFollowUp.Phase.allCases.map(\.rawValue)),
            length: 30
        )
        try model.verify(seed: seed)
        try model.verifyRulesAreNeeded(seed: seed)
    }
}

extension Draws {
    /// A day of the first months of 2025, and now and then of an earlier one.
    fileprivate mutating func early() -> CalendarDate {
        later(day(below(8) == 0 ? "2024-12-01" : "2025-01-01"), 0...59)
    }

    fileprivate mutating func signed() -> Signature {
        Signature("p1", title: "enhetschef", on: early())
    }
}
