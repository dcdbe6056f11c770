import Improvements
import QualityCore
import TestSupport
import Testing

extension ExternalReview {
    static let answer = Answer(
        measures: [RecordReference(kind: Measure.kind, id: "m:1")],
        by: signed("p1", "2024-04-01")
    )

    static func draft(
        _ id: String = "x:1",
        sort: Sort = .supervision,
        authority: Stated<String> = .value("IVO"),
        number: Stated<String> = .value("8.5-1/2024"),
        received: String = "2024-03-01",
        findings: [String] = ["Brister i dokumentation"],
        outcome: JudgmentOutcome? = nil,
        demands: [Demand] = [Demand("Redovisa åtgärder", due: day("2024-05-01"))]
    ) throws -> ExternalReview {
        try ExternalReview(
            id: identity(id),
            unit: "U1",
            sort: sort,
            authority: authority,
            number: number,
            received: day(received),
            findings: findings,
            outcome: outcome,
            demands: demands
        )
    }
}

@Suite("An external review", .requirement("D-EXT-1"))
struct ExternalReviewTests {
    @Test("tells who reviewed, under which number, and how a judgment went")
    func content() throws {
        let broken: [(ExternalReview, String)] = [
            (try .draft(authority: .value("")), "authority"), (try .draft(number: .value("")), "number"),
            (try .draft(sort: .judgment), "outcome"), (try .draft(outcome: .forBoard), "outcome"),
            (try .draft(findings: [" "]), "findings"),
            (try .draft(demands: [ExternalReview.Demand(" ", due: day("2024-05-01"))]), "demands.text"),
        ]
        for (review, field) in broken {
            #expect(review.violations(under: .swedish).map(Refusal.init) == [Refusal("D-EXT-1", field)])
        }
        let sound = [try ExternalReview.draft(), try .draft(sort: .judgment, outcome: .forBoard)]
        #expect(sound.allSatisfy { $0.violations(under: .swedish).isEmpty })
        let early = [ExternalReview.Demand("Redovisa", due: day("2024-02-29"))]
        #expect(refusal { _ = try ExternalReview.draft(demands: early) } == Refusal("D-EXT-1", "received"))
    }

    @Test("is closed when every demand is answered, with a measure or a reason for none")
    func closing() throws {
        var review = try ExternalReview.draft()
        let by = signed("p1", "2024-06-01")
        #expect(refusal { try review.close(by: by, under: .swedish) } == Refusal("D-EXT-1", "demands.answer"))
        let empty = ExternalReview.Answer(measures: [], reasonForNone: " ", by: by)
        let reason = ExternalReview.Answer(measures: [], reasonForNone: "Redan gjort", by: by)
        #expect(
            refusal { try review.answer(0, with: empty, under: .swedish) }
                == Refusal("D-EXT-1", "demands.answer.measures")
        )
        #expect(refusal { try review.answer(1, with: reason, under: .swedish) } == Refusal("D-EXT-1", "demands"))
        #expect(refusal { try review.answer(0, with: reason, under: .swedish) } == nil)
        #expect(refusal { try review.answer(0, with: ExternalReview.answer, under: .swedish) } == nil)
        #expect(refusal { try review.close(by: by, under: .swedish) } == nil)
        #expect(refusal { try review.find("Mer", under: .swedish) } == Refusal("D-EXT-1", "closed"))
        var pending = try ExternalReview.draft(sort: .judgment, outcome: .pending, demands: [])
        #expect(refusal { try pending.close(by: by, under: .swedish) } == Refusal("D-EXT-1", "outcome.pending"))
        try pending.decide(.partly, under: .swedish)
        #expect(refusal { try pending.close(by: by, under: .swedish) } == nil)
        var gap = try ExternalReview.draft(number: .notStated(source: "csv"), demands: [])
        #expect(gap.violations(under: .swedish).isEmpty)
        #expect(refusal { try gap.close(by: by, under: .swedish) } == Refusal("D-EXT-1", "number"))
    }

    @Test("is unanswered from the day after the last day of a demand")
    func unanswered() throws {
        let review = try ExternalReview.draft()
        #expect(ExternalReview.unanswered(in: [review], asOf: day("2024-05-01")).isEmpty)
        #expect(ExternalReview.unanswered(in: [review], asOf: day("2024-05-02")) == [review])
        var answered = review
        try answered.answer(0, with: ExternalReview.answer, under: .swedish)
        #expect(ExternalReview.unanswered(in: [answered], asOf: day("2024-05-02")).isEmpty)
    }

    @Test("is counted by outcome when it is a judgment, and the outcomes sum to the judgments received")
    func judgments() throws {
        let outcomes: [ExternalReview.JudgmentOutcome] = [.forBoard, .forBoard, .partly, .pending]
        var reviews = try outcomes.map { try ExternalReview.draft(sort: .judgment, outcome: $0) }
        reviews.append(try .draft())
        reviews.append(try .draft(sort: .judgment, received: "2023-12-31", outcome: .forPerson))
        let counts = ExternalReview.judgments(in: reviews, received: days("2024-01-01", "2024-12-31"))
        #expect(counts == [.forBoard: 2, .partly: 1, .forPerson: 0, .pending: 1])
    }
}

@Suite("Every sequence of acts on an external review", .requirement("D-EXT-1"))
struct ExternalReviewWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<ExternalReview>

    private static var model: RecordModel<ExternalReview> {
        RecordModel(
            draft: { draws throws(RuleViolation) in
                let received = draws.today()
                return try ExternalReview(
                    id: identity("x:1"),
                    unit: "U1",
                    sort: draws.pick([.judgment, .judgment, .audit]),
                    authority: draws.stated(),
                    number: draws.happens(percent: 10) ? .notStated(source: "csv") : draws.stated(),
                    received: received,
                    outcome: draws.pick([.pending, .partly, nil]),
                    demands: [ExternalReview.Demand(draws.text(), due: draws.later(received, -1...30))]
                )
            },
            acts: [
                Model.Act("find") { review, draws, law throws(RuleViolation) in
                    try review.find(draws.text(), under: law)
                },
                Model.Act("demand") { review, draws, law throws(RuleViolation) in
                    let demand = ExternalReview.Demand(draws.text(), due: draws.later(draws.clock, -5...30))
                    try review.demand(demand, under: law)
                },
                Model.Act("answer") { review, draws, law throws(RuleViolation) in
                    let measures = draws.pick([[], [RecordReference(kind: Measure.kind, id: "m:1")]])
                    let reason = draws.happens(percent: 60) ? draws.text() : nil
                    let answer = ExternalReview.Answer(
                        measures: measures,
                        reasonForNone: reason,
                        by: draws.signature()
                    )
                    try review.answer(draws.number(0...2), with: answer, under: law)
                },
                Model.Act("decide") { review, draws, law throws(RuleViolation) in
                    try review.decide(draws.pick(ExternalReview.JudgmentOutcome.allCases), under: law)
                },
                Model.Act("close") { review, draws, law throws(RuleViolation) in
                    try review.close(by: draws.signature(), under: law)
                },
            ],
            invariants: invariants,
            phases: ["open", "closed"]
        )
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-EXT-1") { $0.authority.value != " " },
            .init("D-EXT-1") { $0.number.value != " " },
            .init("D-EXT-1") { $0.sort == .judgment ? $0.outcome != nil : $0.outcome == nil },
            .init("D-EXT-1") { !$0.findings.contains(" ") },
            .init("D-EXT-1") { $0.demands.allSatisfy { $0.text == "Text" } },
            .init("D-EXT-1") { review in
                review.demands.compactMap(\.answer).allSatisfy { $0.measures.count > 0 || $0.reasonForNone == "Text" }
            },
            .init("D-EXT-1") { review in
                review.phase == .open || review.demands.allSatisfy { $0.answer != nil }
            },
            .init("D-EXT-1") { $0.phase == .open || $0.outcome != .pending },
            .init("D-EXT-1") { review in
                review.demands.allSatisfy { demand in
                    demand.due >= review.received && (demand.answer.map { $0.by.day >= review.received } ?? true)
                }
            },
        ]
    }
}
