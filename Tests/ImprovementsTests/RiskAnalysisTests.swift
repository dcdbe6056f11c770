import Improvements
import QualityCore
import TestSupport
import Testing

extension RiskAnalysis.Assignment {
    static func draft(
        trigger: RiskAnalysis.Trigger = .processVersion,
        change: RecordReference? = RecordReference(kind: RecordKind(rawValue: "process"), id: "P1"),
        scope: Stated<String> = .value("Läkemedel på natten"),
        participants: Stated<[RiskAnalysis.Participant]> = .value([RiskAnalysis.Participant("p1", title: "MAS")])
    ) -> RiskAnalysis.Assignment {
        RiskAnalysis.Assignment(trigger: trigger, change: change, scope: scope, participants: participants)
    }
}

extension RiskAnalysis {
    static func assessment(
        _ likelihood: Int = 2,
        _ consequence: Int = 3,
        stage: Assessment.Stage = .present,
        on date: String = "2024-02-01"
    ) -> Assessment {
        Assessment(likelihood: likelihood, consequence: consequence, stage: stage, by: signed("p1", date))
    }

    static func event(
        account: Stated<String> = .value("Fel dos"),
        causes: [CategoryCode]? = ["routines"],
        barriers: [String]? = [],
        assessments: [Assessment] = [assessment()]
    ) -> PossibleEvent {
        PossibleEvent(account: account, causes: causes, barriers: barriers, assessments: assessments)
    }

    static func draft(
        matrix: RiskMatrix = .fourByFour,
        assignment: Assignment = .draft(),
        events: [PossibleEvent] = [event()],
        approved date: String? = nil
    ) throws -> RiskAnalysis {
        try RiskAnalysis(
            id: identity("r:1"),
            unit: "U1",
            begun: day("2024-01-15"),
            matrix: matrix,
            assignment: assignment,
            events: events,
            approvals: date.map { [Approval(by: signed("p2", $0), reviewOn: day("2024-12-31"))] } ?? []
        )
    }

    func refusals() -> [Refusal] { violations(under: .swedish).map(Refusal.init) }
}

@Suite("A possible event", .requirement("D-RSK-1"))
struct RiskEventTests {
    @Test("has a risk value that is likelihood times consequence", arguments: 1...4, 1...4)
    func product(likelihood: Int, consequence: Int) {
        #expect(RiskAnalysis.assessment(likelihood, consequence).value == likelihood * consequence)
    }

    @Test(
        "is assessed within the matrix and nowhere else",
        arguments: [(0, 1, false), (1, 0, false), (5, 1, false), (1, 5, false), (1, 1, true), (4, 4, true)]
    )
    func levels(likelihood: Int, consequence: Int, isLegal: Bool) throws {
        var analysis = try RiskAnalysis.draft()
        let refused = refusal {
            try analysis.assess(0, as: RiskAnalysis.assessment(likelihood, consequence), under: .swedish)
        }
        #expect(refused == (isLegal ? nil : Refusal("D-RSK-1", "events.assessments")))
    }

    @Test("is assessed on the board's own matrix")
    func ownMatrix() throws {
        let names = (1...5).map { LocalizedText(sv: "nivå \($0)", en: "level \($0)") }
        let matrix = try #require(RiskMatrix(likelihoods: names, consequences: names))
        let events = [RiskAnalysis.event(assessments: [RiskAnalysis.assessment(5, 5)])]
        #expect(try RiskAnalysis.draft(matrix: matrix, events: events).events[0].current?.value == 25)
        #expect(refusal { _ = try RiskAnalysis.draft(events: events) } == Refusal("D-RSK-1", "events.assessments"))
        #expect(RiskMatrix(likelihoods: [], consequences: names) == nil)
        #expect(throws: DecodingError.self) {
            try JSON.value(RiskMatrix.self, from: #"{"likelihoods":[],"consequences":[]}"#)
        }
    }

    @Test("has account, causes, barriers and assessment before approval")
    func complete() throws {
        let broken: [(RiskAnalysis.PossibleEvent, String)] = [
            (RiskAnalysis.event(causes: nil), "events.causes"), (RiskAnalysis.event(causes: []), "events.causes"),
            (RiskAnalysis.event(barriers: nil), "events.barriers"),
            (RiskAnalysis.event(assessments: []), "events.assessments"),
        ]
        for (event, field) in broken {
            var analysis = try RiskAnalysis.draft(events: [event])
            #expect(analysis.refusals().isEmpty)
            #expect(
                refusal {
                    try analysis.approve(by: signed("p2", "2024-03-01"), reviewOn: day("2025-03-01"), under: .swedish)
                } == Refusal("D-RSK-1", field)
            )
        }
        #expect(
            try RiskAnalysis.draft(events: [RiskAnalysis.event(account: .value(""))]).refusals()
                == [Refusal("D-RSK-1", "events.account")]
        )
        #expect(try RiskAnalysis.draft(approved: "2024-03-01").refusals().isEmpty)
        #expect(
            try RiskAnalysis.draft(events: [], approved: "2024-03-01").refusals() == [Refusal("D-RSK-1", "events")]
        )
    }
}

@Suite("The assessments of an event", .requirement("D-RSK-2"))
struct RiskAssessmentTests {
    @Test("are added in the order of their days, and none is changed")
    func order() throws {
        var analysis = try RiskAnalysis.draft()
        #expect(
            refusal { try analysis.assess(0, as: RiskAnalysis.assessment(on: "2024-01-31"), under: .swedish) }
                == Refusal("D-RSK-2", "events.assessments")
        )
        try analysis.assess(0, as: RiskAnalysis.assessment(1, 1, on: "2024-02-01"), under: .swedish)
        #expect(analysis.events[0].assessments.map(\.value) == [6, 1])
        #expect(try JSON.roundTrip(analysis) == analysis)
    }

    @Test("hold what is left after measures only when there are measures and an earlier one")
    func residual() throws {
        var analysis = try RiskAnalysis.draft()
        let left = RiskAnalysis.assessment(1, 3, stage: .residual)
        #expect(refusal { try analysis.assess(0, as: left, under: .swedish) } == Refusal("D-RSK-2", "events.residual"))
        try analysis.meet(0, by: RecordReference(kind: Measure.kind, id: "m:1"), under: .swedish)
        #expect(refusal { try analysis.assess(0, as: left, under: .swedish) } == nil)
        var first = try RiskAnalysis.draft(events: [RiskAnalysis.event(assessments: [])])
        try first.meet(0, by: RecordReference(kind: Measure.kind, id: "m:1"), under: .swedish)
        #expect(refusal { try first.assess(0, as: left, under: .swedish) } == Refusal("D-RSK-2", "events.residual"))
    }
}

@Suite("The thresholds of a board", .requirement("D-RSK-3"))
struct RiskThresholdTests {
    @Test(
        "send an event to those that the board has named",
        arguments: [(1, 3, 0), (1, 4, 1), (2, 2, 1), (4, 2, 1), (3, 3, 2), (2, 4, 2), (2, 3, 1)]
    )
    func reached(likelihood: Int, consequence: Int, count: Int) throws {
        let event = RiskAnalysis.event(assessments: [RiskAnalysis.assessment(likelihood, consequence)])
        let analysis = try RiskAnalysis.draft(events: [event])
        #expect(analysis.thresholdsReached(byEvent: 0, among: RiskThreshold.examples).count == count)
        #expect(analysis.thresholdsReached(byEvent: 0, among: []).isEmpty)
        #expect(analysis.thresholdsReached(byEvent: 1, among: RiskThreshold.examples).isEmpty)
    }

    @Test("are judged by the latest assessment, and none is reached before there is one")
    func latest() throws {
        let none = try RiskAnalysis.draft(events: [RiskAnalysis.event(assessments: [])])
        #expect(none.thresholdsReached(byEvent: 0, among: RiskThreshold.examples).isEmpty)
        var analysis = try RiskAnalysis.draft()
        #expect(analysis.thresholdsReached(byEvent: 0, among: RiskThreshold.examples).map(\.value) == [4])
        try analysis.assess(0, as: RiskAnalysis.assessment(1, 3), under: .swedish)
        #expect(analysis.thresholdsReached(byEvent: 0, among: RiskThreshold.examples).isEmpty)
    }

    @Test("leave no legal class in the record, whatever the score")
    func noClass() throws {
        let worst = RiskAnalysis.event(assessments: [RiskAnalysis.assessment(4, 4)])
        let mild = RiskAnalysis.event(assessments: [RiskAnalysis.assessment(1, 1)])
        let facts = try [worst, mild].map { try RiskAnalysis.draft(events: [$0]).facts }
        #expect(facts[0] == facts[1])
    }
}

@Suite("A change and its risk analysis", .requirement("D-RSK-4"))
struct RiskTriggerTests {
    @Test("are connected, with scope, participants and a day of review")
    func assignment() throws {
        let broken: [(RiskAnalysis.Assignment, String)] = [
            (.draft(change: nil), "assignment.change"), (.draft(scope: .value(" ")), "assignment.scope"),
            (.draft(participants: .value([])), "assignment.participants"),
        ]
        for (assignment, field) in broken {
            let violations = try RiskAnalysis.draft(assignment: assignment).violations(under: .swedish)
            #expect(violations.map(Refusal.init) == [Refusal("D-RSK-4", field)])
            #expect(violations.first?.citation == "5 kap. 1 § SOSFS 2011:9")
        }
        #expect(try RiskAnalysis.draft(assignment: .draft(trigger: .continuous, change: nil)).refusals().isEmpty)
        var analysis = try RiskAnalysis.draft()
        let by = signed("p2", "2024-03-01")
        #expect(
            refusal { try analysis.approve(by: by, reviewOn: day("2024-03-01"), under: .swedish) }
                == Refusal("D-RSK-4", "approvals.reviewOn")
        )
        #expect(refusal { try analysis.approve(by: by, reviewOn: day("2024-03-02"), under: .swedish) } == nil)
    }

    @Test("are a finding when the analysis came after the change, or never and without reason")
    func findings() throws {
        let reference = RecordReference(kind: RecordKind(rawValue: "process"), id: "P1")
        func found(_ analyses: [RiskAnalysis], reason: String? = nil, asOf date: String = "2024-06-01") -> [Refusal] {
            let change = RiskAnalysis.Change(
                reference: reference,
                trigger: .processVersion,
                day: day("2024-03-01"),
                reasonForNone: reason
            )
            return RiskAnalysis.findings(for: [change], in: analyses, asOf: day(date), under: .swedish)
                .map(Refusal.init)
        }
        let missing = [Refusal("D-RSK-4", "riskAnalysis")]
        #expect(found([]) == missing)
        #expect(found([], reason: " ") == missing)
        #expect(found([], reason: "Ingen ändring i sak") == [])
        #expect(found([], asOf: "2024-02-29") == [])
        #expect(found([try .draft()]) == missing)
        #expect(found([try .draft(approved: "2024-03-02")]) == missing)
        #expect(found([try .draft(approved: "2024-03-01")]) == [])
    }

    @Test("are gone through again, late from the day after the day of review")
    func review() throws {
        var analysis = try RiskAnalysis.draft(approved: "2024-03-01")
        #expect(RiskAnalysis.pastReview(in: [analysis], asOf: day("2024-12-31")).isEmpty)
        #expect(RiskAnalysis.pastReview(in: [analysis], asOf: day("2025-01-01")) == [analysis])
        let event = RiskAnalysis.event()
        #expect(refusal { try analysis.add(event, under: .swedish) } == Refusal("D-RSK-4", "phase"))
        try analysis.review(by: signed("p1", "2025-01-01"), under: .swedish)
        #expect(RiskAnalysis.pastReview(in: [analysis], asOf: day("2025-01-01")).isEmpty)
        #expect(refusal { try analysis.add(event, under: .swedish) } == nil)
        #expect(
            refusal { try analysis.review(by: signed("p1", "2025-01-02"), under: .swedish) }
                == Refusal("D-RSK-4", "reviews")
        )
    }
}
