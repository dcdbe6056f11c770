import Improvements
import QualityCore
import TestSupport
import Testing

extension UnexecutedDecision {
    static func draft(
        legalBasis: LegalBasis = .sol,
        service: Stated<CategoryCode> = .value("housing"),
        origin: Origin = .notCarriedOut(decided: day("2025-07-10")),
        reporter: Reporter = .deciding,
        reasons: [DelayReason] = [DelayReason(DelayReason.lackOfResources, text: "Ingen plats", on: day("2025-08-01"))],
        closing: Closing? = nil,
        reports: [SentReport] = []
    ) throws -> UnexecutedDecision {
        try UnexecutedDecision(
            id: identity("e:1"),
            unit: "U1",
            legalBasis: legalBasis,
            service: service,
            origin: origin,
            reporter: reporter,
            reasons: reasons,
            closing: closing,
            reports: reports
        )
    }

    static func quarter(_ year: Int, _ number: Int) -> Quarter {
        guard let quarter = Quarter(year: year, number: number) else { preconditionFailure("no quarter") }
        return quarter
    }

    static func report(
        _ year: Int = 2025,
        _ number: Int = 4,
        to receiver: Receiver = .authority,
        on date: String = "2026-01-10"
    ) -> SentReport {
        SentReport(.quarter(quarter(year, number)), to: receiver, on: day(date))
    }
}

@Suite("The reporting of a decision not carried out", .requirement("D-EVB-1"))
struct UnexecutedReportingTests {
    @Test(
        "begins the day after the same date three months later",
        arguments: [
            ("2025-07-10", "2025-10-11"), ("2024-11-30", "2025-03-01"), ("2023-11-30", "2024-03-01"),
            ("2023-11-29", "2024-03-01"), ("2023-11-28", "2024-02-29"), ("2025-12-31", "2026-04-01"),
        ]
    )
    func threeMonths(decided: String, first: String) throws {
        let decision = try UnexecutedDecision.draft(origin: .notCarriedOut(decided: day(decided)), reasons: [])
        #expect(decision.reportableFrom == day(first))
    }

    @Test("counts from the interruption where there was one")
    func interrupted() throws {
        let decision = try UnexecutedDecision.draft(
            origin: .interrupted(decided: day("2024-01-01"), interrupted: day("2025-07-10"))
        )
        #expect(decision.reportableFrom == day("2025-10-11"))
        #expect(
            refusal {
                _ = try UnexecutedDecision.draft(
                    origin: .interrupted(decided: day("2025-07-11"), interrupted: day("2025-07-10"))
                )
            } == Refusal("D-EVB-1", "origin")
        )
    }

    @Test(
        "rests on the act in force on the day of the report, also where the duty arose under an older one",
        arguments: [
            (LegalBasis.sol, "2025-06-30", "16 kap. 6 f § socialtjänstlagen (2001:453)"),
            (.sol, "2025-07-01", "34 kap. 1 § socialtjänstlagen (2025:400)"),
            (.lss, "2025-07-01", "28 f § lagen (1993:387) om stöd och service till vissa funktionshindrade"),
        ]
    )
    func citation(basis: LegalBasis, date: String, citation: String) throws {
        let decision = try UnexecutedDecision.draft(
            legalBasis: basis,
            origin: .notCarriedOut(decided: day("2024-10-10")),
            reasons: [UnexecutedDecision.DelayReason("other", text: "Ingen plats", on: day("2024-11-01"))],
            reports: [UnexecutedDecision.report(2024, 4, on: date)]
        )
        let violations = decision.violations(under: .swedish)
        #expect(violations.map(Refusal.init) == [Refusal("D-EVB-1", "reports.quarter")])
        #expect(violations.first?.citation == citation)
        let due = UnexecutedDecision.dueReports(of: [decision], asOf: day(date), under: .swedish)
        #expect(Set(due.map(\.citation)) == [citation])
        let change = day("2025-07-01")
        let kept = Law.swedish.setting(Law.Transition(keeping: .reportNotCarriedOut, arisenBefore: change))
        let older = kept.provision(for: .reportNotCarriedOut, on: day("2024-10-10"), basis: basis)?.citation
        #expect(decision.violations(under: kept).first?.citation == older)
    }

    @Test("is of decisions under SoL and LSS alone")
    func basis() throws {
        #expect(
            try UnexecutedDecision.draft(legalBasis: .hsl).violations(under: .swedish).map(Refusal.init)
                == [Refusal("D-EVB-1", "legalBasis")]
        )
        #expect(try UnexecutedDecision.draft(legalBasis: .lss).violations(under: .swedish).isEmpty)
    }

    @Test("is refused for a quarter too early, without a reason and to a wrong receiver")
    func refusedReports() throws {
        var decision = try UnexecutedDecision.draft()
        let refused: [(UnexecutedDecision.SentReport, String)] = [
            (UnexecutedDecision.report(2025, 3), "reports.quarter"),
            (UnexecutedDecision.report(to: .council), "reports.receiver"),
            (UnexecutedDecision.report(on: "2025-10-10"), "reports.day"),
            (UnexecutedDecision.SentReport(.execution, to: .authority, on: day("2026-01-10")), "reports.execution"),
        ]
        for (report, field) in refused {
            #expect(refusal { try decision.send(report, under: .swedish) } == Refusal("D-EVB-1", field))
        }
        #expect(refusal { try decision.send(UnexecutedDecision.report(), under: .swedish) } == nil)
        var silent = try UnexecutedDecision.draft(reasons: [])
        #expect(
            refusal { try silent.send(UnexecutedDecision.report(), under: .swedish) }
                == Refusal("D-EVB-1", "reports.reasons")
        )
        var gap = try UnexecutedDecision.draft(service: .notStated(source: "csv"))
        #expect(gap.violations(under: .swedish).isEmpty)
        #expect(
            refusal { try gap.send(UnexecutedDecision.report(), under: .swedish) } == Refusal("D-EVB-1", "service")
        )
    }

    @Test("goes to the council of the municipality of stay, from the day that it was asked")
    func ofStay() throws {
        let decision = try UnexecutedDecision.draft(reporter: .ofStay(requested: day("2026-02-01")))
        #expect(decision.receivers == [.authority, .council])
        #expect(!decision.isReportable(in: UnexecutedDecision.quarter(2025, 4)))
        #expect(decision.isReportable(in: UnexecutedDecision.quarter(2026, 1)))
        #expect(try UnexecutedDecision.draft().isReportable(in: UnexecutedDecision.quarter(2025, 4)))
    }

    @Test("gives statistics without persons of both groups")
    func statistics() throws {
        let decisions = [
            try UnexecutedDecision.draft(),
            try UnexecutedDecision.draft(origin: .notCarriedOut(decided: day("2025-07-01"))),
            try UnexecutedDecision.draft(
                origin: .interrupted(decided: day("2024-01-01"), interrupted: day("2025-07-10")),
                closing: UnexecutedDecision.Closing(.executed, on: day("2025-10-20"))
            ),
            try UnexecutedDecision.draft(closing: UnexecutedDecision.Closing(.executed, on: day("2025-10-10"))),
        ]
        let lines = UnexecutedDecision.statistics(of: decisions, in: UnexecutedDecision.quarter(2025, 4))
        #expect(lines.map(\.group) == [.interrupted, .notCarriedOut])
        #expect(lines.map(\.daysElapsed) == [[102], [174, 183]])
        #expect(lines.map(\.count).reduce(0, +) == 3)
        #expect(lines.allSatisfy { $0.service == "housing" && $0.legalBasis == .sol })
    }
}

@Suite("A decision not carried out", .requirement("D-EVB-2"))
struct UnexecutedDecisionTests {
    private static func due(_ decision: UnexecutedDecision, asOf date: String) -> [String] {
        UnexecutedDecision.dueReports(of: [decision], asOf: day(date), under: .swedish).map { due in
            switch due.content {
            case .quarter(let quarter): "\(quarter.year)-\(quarter.number) \(due.receiver.rawValue)"
            case .execution: "execution \(due.receiver.rawValue)"
            }
        }
    }

    @Test("stays in the report of each quarter until it is carried out, whose day both receivers get")
    func quarters() throws {
        var decision = try UnexecutedDecision.draft()
        #expect(Self.due(decision, asOf: "2025-12-31") == [])
        #expect(Self.due(decision, asOf: "2026-01-01") == ["2025-4 authority", "2025-4 auditors"])
        try decision.send(UnexecutedDecision.report(), under: .swedish)
        try decision.offer(UnexecutedDecision.Offer(on: day("2026-02-01"), isDeclined: true), under: .swedish)
        try decision.explain(
            UnexecutedDecision.DelayReason(
                UnexecutedDecision.DelayReason.declinedOffer,
                text: "Tackade nej",
                on: day("2026-02-01")
            ),
            under: .swedish
        )
        #expect(decision.facts.status == "open")
        #expect(
            Self.due(decision, asOf: "2026-04-01") == ["2025-4 auditors", "2026-1 authority", "2026-1 auditors"]
        )
        try decision.close(UnexecutedDecision.Closing(.executed, on: day("2026-04-02")), under: .swedish)
        #expect(Self.due(decision, asOf: "2026-07-01").suffix(2) == ["execution authority", "execution auditors"])
        #expect(Self.due(decision, asOf: "2027-01-01").count == 7)
    }

    @Test("is out of the reports from the quarter after it ended, and was never in them when it ended in time")
    func ended() throws {
        let late = try UnexecutedDecision.draft(closing: UnexecutedDecision.Closing(.died, on: day("2025-10-11")))
        #expect(late.isReportable(in: UnexecutedDecision.quarter(2025, 4)))
        #expect(!late.isReportable(in: UnexecutedDecision.quarter(2026, 1)))
        let inTime = try UnexecutedDecision.draft(closing: UnexecutedDecision.Closing(.died, on: day("2025-10-10")))
        #expect(!inTime.isReportable(in: UnexecutedDecision.quarter(2025, 4)))
        #expect(Self.due(inTime, asOf: "2026-07-01").isEmpty)
    }

    @Test("is reported to a receiver once a quarter")
    func once() throws {
        var decision = try UnexecutedDecision.draft(reports: [UnexecutedDecision.report()])
        #expect(
            refusal { try decision.send(UnexecutedDecision.report(on: "2026-01-11"), under: .swedish) }
                == Refusal("D-EVB-2", "reports")
        )
        #expect(refusal { try decision.send(UnexecutedDecision.report(to: .auditors), under: .swedish) } == nil)
    }

    @Test("ends once, on a day of its own, and takes no reason after that")
    func closing() throws {
        var decision = try UnexecutedDecision.draft()
        let closing = UnexecutedDecision.Closing(.moved, on: day("2025-09-01"))
        #expect(
            refusal { try decision.close(UnexecutedDecision.Closing(.moved, on: day("2025-07-09")), under: .swedish) }
                == Refusal("D-EVB-2", "day")
        )
        #expect(refusal { try decision.close(closing, under: .swedish) } == nil)
        #expect(refusal { try decision.close(closing, under: .swedish) } == Refusal("D-EVB-2", "closing"))
        let reason = UnexecutedDecision.DelayReason(
            UnexecutedDecision.DelayReason.pauseAtOwnRequest,
            text: "Paus",
            on: day("2025-09-02")
        )
        #expect(refusal { try decision.explain(reason, under: .swedish) } == Refusal("D-EVB-2", "closing"))
    }

    @Test("has reasons that say something")
    func reasons() throws {
        var decision = try UnexecutedDecision.draft()
        for (text, refused) in [(" ", Refusal("D-EVB-2", "reasons")), ("Paus", nil)] {
            let reason = UnexecutedDecision.DelayReason(
                UnexecutedDecision.DelayReason.pauseAtOwnRequest,
                text: text,
                on: day("2025-09-02")
            )
            #expect(refusal { try decision.explain(reason, under: .swedish) } == refused)
        }
    }
}
