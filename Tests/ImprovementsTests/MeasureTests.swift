import Improvements
import QualityCore
import TestSupport
import Testing

extension Measure.Proposal {
    static func draft(
        what: Stated<String> = .value("Dubbelkontroll av dosetter."),
        due: Stated<CalendarDate> = .value(day("2024-03-31")),
        followUpOn: Stated<CalendarDate> = .value(day("2024-04-30")),
        sources: Stated<[RecordReference]> = .value([RecordReference(kind: RecordKind(rawValue: "deviation"), id: "1")])
    ) -> Measure.Proposal {
        Measure.Proposal(
            what: what,
            goal: .value("Inga missade doser."),
            responsible: .value("p1"),
            due: due,
            followUpOn: followUpOn,
            sources: sources,
            cause: "routines.missing"
        )
    }
}

extension Measure {
    static let walk: [MeasurePhase: [MeasurePhase]] = [
        .proposed: [], .sentBack: [.sentBack], .approved: [.approved], .rejected: [.rejected],
        .planned: [.approved, .planned], .executed: [.approved, .planned, .executed],
        .notExecuted: [.approved, .notExecuted], .followedUp: [.approved, .planned, .executed, .followedUp],
        .cancelled: [.cancelled],
    ]

    /// A measure that p1 proposed, p2 decided on, p3 did and p4 followed up, all on 10 January 2024.
    static func draft(_ phase: MeasurePhase = .proposed, proposal: Proposal = .draft()) throws -> Measure {
        var measure = Measure(
            id: identity("m:1"),
            unit: "U1",
            proposal: proposal,
            proposedBy: signed("p1", "2024-01-10")
        )
        for next in walk[phase] ?? [] {
            let person: PersonReference = next == .executed ? "p3" : next == .followedUp ? "p4" : "p2"
            try measure.move(to: next, by: signed(person, "2024-01-10"), reason: "Skäl", under: .swedish)
        }
        return measure
    }

    static func effect(windowFrom: String = "2024-02-01", madeOn date: String = "2024-01-10") -> EffectPlan {
        EffectPlan(
            category: "medication.missed",
            unit: "U1",
            window: days(windowFrom, "2024-06-30"),
            by: signed("p2", date)
        )
    }

    static func verdict(
        _ outcome: EffectVerdict.Outcome = .effective,
        figures: [EffectFigure] = [EffectFigure("missade doser", before: 12, after: 3)],
        newMeasure: RecordID<Measure>? = nil,
        by person: PersonReference = "p4",
        on date: String = "2024-07-01"
    ) -> EffectVerdict {
        EffectVerdict(outcome, figures: figures, newMeasure: newMeasure, by: signed(person, date))
    }
}

@Suite("A measure", .requirement("D-MSR-1"))
struct MeasureTests {
    @Test("moves as its table says and in no other way", arguments: MeasurePhase.allCases, MeasurePhase.allCases)
    func moves(from: MeasurePhase, to: MeasurePhase) throws {
        let table = """
            proposed    approved rejected sentBack cancelled
            sentBack    proposed cancelled
            approved    planned notExecuted cancelled
            rejected    cancelled
            planned     executed notExecuted cancelled
            executed    followedUp cancelled
            notExecuted cancelled
            followedUp  cancelled
            cancelled
            """
        let row = table.split(separator: "\n").map { $0.split(separator: " ") }.first { $0[0] == from.rawValue }
        let isLegal = row?.dropFirst().contains(Substring(to.rawValue)) == true
        let before = try Measure.draft(from)
        var measure = before
        let refused = refusal {
            try measure.move(to: to, by: signed("p5", "2024-02-01"), reason: "Skäl", under: .swedish)
        }
        #expect(refused == (isLegal ? nil : Refusal("D-MSR-1", "steps")))
        #expect(measure.phase == (isLegal ? to : from))
        #expect(isLegal || measure == before)
        #expect(from.label.swedish != from.label.english)
    }

    @Test(
        "is approved by another than its proposer and followed up by another than its doer",
        arguments: [
            (MeasurePhase.proposed, MeasurePhase.approved, "p1", "approver"),
            (.executed, .followedUp, "p3", "follower"),
        ]
    )
    func twoPeople(from: MeasurePhase, to: MeasurePhase, same: String, field: String) throws {
        var measure = try Measure.draft(from)
        let person = PersonReference(rawValue: same)
        #expect(
            refusal { try measure.move(to: to, by: signed(person, "2024-02-01"), under: .swedish) }
                == Refusal("D-MSR-1", field)
        )
        #expect(refusal { try measure.move(to: to, by: signed("p5", "2024-02-01"), under: .swedish) } == nil)
        #expect(measure.phase == to)
    }

    @Test(
        "is rejected, sent back, given up and cancelled with a reason",
        arguments: [
            (MeasurePhase.proposed, MeasurePhase.rejected, "D-MSR-1"), (.proposed, .sentBack, "D-MSR-1"),
            (.approved, .notExecuted, "D-MSR-1"), (.planned, .notExecuted, "D-MSR-1"),
            (.followedUp, .cancelled, "D-DEV-10"),
        ]
    )
    func reasons(from: MeasurePhase, to: MeasurePhase, rule: String) throws {
        var measure = try Measure.draft(from)
        let by = signed("p5", "2024-02-01")
        #expect(refusal { try measure.move(to: to, by: by, under: .swedish) } == Refusal(rule, "steps.reason"))
        #expect(refusal { try measure.move(to: to, by: by, reason: "Dubblett", under: .swedish) } == nil)
    }

    @Test("takes no step before the one before")
    func order() throws {
        var measure = try Measure.draft()
        #expect(
            refusal { try measure.move(to: .approved, by: signed("p2", "2024-01-09"), under: .swedish) }
                == Refusal("D-MSR-1", "steps.day")
        )
        #expect(refusal { try measure.move(to: .approved, by: signed("p2", "2024-01-10"), under: .swedish) } == nil)
    }

    @Test("keeps its description when it has been approved")
    func blanking() throws {
        var proposed = try Measure.draft()
        #expect(
            refusal { try proposed.reword(.draft(what: .value(" ")), under: .swedish) }
                == Refusal("D-MSR-1", "proposal.what")
        )
        #expect(
            refusal { try proposed.reword(.draft(followUpOn: .value(day("2024-03-30"))), under: .swedish) }
                == Refusal("D-MSR-1", "proposal.followUpOn")
        )
        #expect(refusal { try proposed.reword(.draft(what: .value("Annat")), under: .swedish) } == nil)
        var approved = try Measure.draft(.approved)
        #expect(refusal { try approved.reword(.draft(), under: .swedish) } == Refusal("D-MSR-1", "proposal"))
    }

    @Test("from a source with gaps is kept, and approved only when they are filled")
    func gaps() throws {
        var measure = try Measure.draft(proposal: .draft(due: .notStated(source: "csv")))
        #expect(measure.violations(under: .swedish).isEmpty)
        let by = signed("p2", "2024-02-01")
        #expect(
            refusal { try measure.move(to: .approved, by: by, under: .swedish) } == Refusal("D-MSR-1", "proposal.due")
        )
        try measure.reword(.draft(), under: .swedish)
        #expect(refusal { try measure.move(to: .approved, by: by, under: .swedish) } == nil)
    }

    @Test("is overdue from the day after its last day, and unfollowed from the day after the follow-up")
    func lists() throws {
        let planned = try Measure.draft(.planned)
        #expect(Measure.overdue(in: [planned], asOf: day("2024-03-31")).isEmpty)
        #expect(Measure.overdue(in: [planned], asOf: day("2024-04-01")) == [planned])
        let executed = try Measure.draft(.executed)
        #expect(Measure.overdue(in: [executed], asOf: day("2024-04-01")).isEmpty)
        #expect(Measure.unfollowed(in: [executed, planned], asOf: day("2024-04-30")).isEmpty)
        #expect(Measure.unfollowed(in: [executed, planned], asOf: day("2024-05-01")) == [executed])
        #expect(planned.facts.dueOn == day("2024-03-31"))
        #expect(try Measure.draft(.cancelled).facts.observations.isEmpty)
    }

    @Test("is refused by its decoder when its steps could not have been taken")
    func decoding() throws {
        let text = try JSON.text(try Measure.draft(.approved))
        let broken = text.replacing(#""phase":"approved""#, with: #""phase":"followedUp""#)
        #expect(refusal { _ = try JSON.value(Measure.self, from: broken) } == Refusal("D-MSR-1", "steps"))
        #expect(try JSON.value(Measure.self, from: text) == Measure.draft(.approved))
    }
}

@Suite("The effect of a measure", .requirement("D-MSR-2"))
struct MeasureEffectTests {
    private static func planned() throws -> Measure {
        var measure = try Measure.draft(.executed)
        try measure.planEffect(Measure.effect(), under: .swedish)
        return measure
    }

    @Test("is named before it can show")
    func beforehand() throws {
        var measure = try Measure.draft(.executed)
        #expect(
            refusal { try measure.planEffect(Measure.effect(madeOn: "2024-02-02"), under: .swedish) }
                == Refusal("D-MSR-2", "effectPlan.window")
        )
        #expect(refusal { try measure.planEffect(Measure.effect(madeOn: "2024-02-01"), under: .swedish) } == nil)
    }

    @Test("is judged on a plan, when its window has ended, by another than the doer, with figures")
    func verdicts() throws {
        var unplanned = try Measure.draft(.executed)
        #expect(
            refusal { try unplanned.judgeEffect(Measure.verdict(), under: .swedish) }
                == Refusal("D-MSR-2", "effectPlan")
        )
        var measure = try Self.planned()
        let refused: [(Measure.EffectVerdict, String)] = [
            (Measure.verdict(on: "2024-06-29"), "verdict.day"), (Measure.verdict(by: "p3"), "verdict.by"),
            (Measure.verdict(figures: []), "verdict.figures"), (Measure.verdict(.notEffective), "verdict.newMeasure"),
            (Measure.verdict(.notEffective, newMeasure: identity("m:1")), "verdict.newMeasure"),
        ]
        for (verdict, field) in refused {
            #expect(refusal { try measure.judgeEffect(verdict, under: .swedish) } == Refusal("D-MSR-2", field))
        }
        let accepted = [
            Measure.verdict(on: "2024-06-30"), Measure.verdict(.cannotTell, figures: []), Measure.verdict(.partly),
            Measure.verdict(.notEffective, newMeasure: identity("m:2")),
        ]
        for verdict in accepted {
            #expect(refusal { try measure.judgeEffect(verdict, under: .swedish) } == nil)
        }
        #expect(measure.facts.observations.first?.codes[.effect] == ["notEffective"])
    }

    @Test("is judged only of what was done")
    func notDone() throws {
        var measure = try Measure.draft(.planned)
        try measure.planEffect(Measure.effect(), under: .swedish)
        #expect(
            refusal { try measure.judgeEffect(Measure.verdict(), under: .swedish) } == Refusal("D-MSR-2", "verdict")
        )
        try measure.move(to: .executed, by: signed("p3", "2024-02-01"), under: .swedish)
        #expect(refusal { try measure.judgeEffect(Measure.verdict(), under: .swedish) } == nil)
    }

    @Test("awaits a verdict from the day after its window, also when the measure is followed up")
    func awaiting() throws {
        var measure = try Self.planned()
        try measure.move(to: .followedUp, by: signed("p4", "2024-02-01"), under: .swedish)
        #expect(Measure.awaitingVerdict(in: [measure], asOf: day("2024-06-30")).isEmpty)
        #expect(Measure.awaitingVerdict(in: [measure], asOf: day("2024-07-01")) == [measure])
        try measure.judgeEffect(Measure.verdict(), under: .swedish)
        #expect(Measure.awaitingVerdict(in: [measure], asOf: day("2024-07-01")).isEmpty)
    }
}

@Suite("The sources of a measure", .requirement("D-MSR-3"))
struct MeasureSourceTests {
    @Test("are at least one record, and not the measure itself")
    func sources() throws {
        let own = RecordReference(kind: Measure.kind, id: "m:1")
        for sources in [[], [own]] {
            let violations = try Measure.draft(proposal: .draft(sources: .value(sources))).violations(under: .swedish)
            #expect(violations.map(Refusal.init) == [Refusal("D-MSR-3", "proposal.sources")])
            #expect(violations.first?.citation == "5 kap. 7–8 §§ SOSFS 2011:9")
        }
        let other = RecordReference(kind: Measure.kind, id: "m:2")
        #expect(
            try Measure.draft(proposal: .draft(sources: .value([other]))).violations(under: .swedish).isEmpty
        )
    }

    @Test("that no source told are a gap until the measure is approved")
    func gap() throws {
        var measure = try Measure.draft(proposal: .draft(sources: .notStated(source: "csv")))
        #expect(measure.violations(under: .swedish).isEmpty)
        #expect(
            refusal { try measure.move(to: .approved, by: signed("p2", "2024-02-01"), under: .swedish) }
                == Refusal("D-MSR-3", "proposal.sources")
        )
    }
}
