import Improvements
import QualityCore
import TestSupport
import Testing

extension BoardDecision.Content {
    static func draft() -> BoardDecision.Content {
        BoardDecision.Content(
            text: .value("Nattbemanningen utökas."),
            deciders: .value(["p1"]),
            presenters: .value(["p2"]),
            otherParticipants: .value(["p3"]),
            problem: .value("Fall på natten"),
            basis: .value("Avvikelser 2023"),
            unknowns: .value("Kostnad 2025"),
            proportionality: .value("Rimlig"),
            relevance: .value("Träffar orsaken"),
            urgency: .value("Genast"),
            heard: .value(["Anhöriga"]),
            carriedOutBy: .value("p4"),
            followUp: .value("Fall per kvartal")
        )
    }
}

extension BoardDecision {
    static let considered = Dictionary(
        uniqueKeysWithValues: Area.allCases.map { ($0, Consideration.yes(signed("p2", "2024-02-01"))) }
    )

    static func draft(
        _ id: String = "d:1",
        on date: String = "2024-02-01",
        level: Level = .political,
        delegation: String? = nil,
        content: Content = .draft(),
        replaces: [RecordID<BoardDecision>] = [],
        duration: Duration = .until(dated("2024-12-31")),
        consequences: [Area: Consideration] = considered
    ) throws -> BoardDecision {
        try BoardDecision(
            id: identity(id),
            unit: "Nämnden",
            day: dated(date),
            level: level,
            delegation: delegation,
            content: content,
            reach: .all,
            replaces: replaces,
            duration: duration,
            consequences: consequences
        )
    }
}

@Suite("A decision", .requirement("D-DEC-1"))
struct BoardDecisionTests {
    @Test("tells every part of its content")
    func content() throws {
        let fields: [(WritableKeyPath<BoardDecision.Content, Stated<String>>, String)] = [
            (\.text, "text"), (\.problem, "problem"), (\.basis, "basis"), (\.unknowns, "unknowns"),
            (\.proportionality, "proportionality"), (\.relevance, "relevance"), (\.urgency, "urgency"),
            (\.followUp, "followUp"),
        ]
        for (path, name) in fields {
            var content = BoardDecision.Content.draft()
            content[keyPath: path] = .value(" ")
            let violations = try BoardDecision.draft(content: content).violations(under: .swedish)
            #expect(violations.map(Refusal.init) == [Refusal("D-DEC-1", "content." + name)])
            #expect(violations.first?.citation == (name == "text" ? "31 § förvaltningslagen (2017:900)" : nil))
            content[keyPath: path] = .notStated(source: "csv")
            #expect(try BoardDecision.draft(content: content).violations(under: .swedish).isEmpty)
        }
        #expect(try BoardDecision.draft().violations(under: .swedish).isEmpty)
    }

    @Test("tells who decided and who took part without deciding, which is not the same person")
    func people() throws {
        var content = BoardDecision.Content.draft()
        content.deciders = .value([])
        #expect(
            try BoardDecision.draft(content: content).violations(under: .swedish).map(Refusal.init)
                == [Refusal("D-DEC-1", "content.deciders")]
        )
        content.deciders = .value(["p1", "p3"])
        #expect(
            try BoardDecision.draft(content: content).violations(under: .swedish).map(Refusal.init)
                == [Refusal("D-DEC-1", "content.otherParticipants")]
        )
        content.otherParticipants = .value([])
        content.presenters = .value([])
        #expect(try BoardDecision.draft(content: content).violations(under: .swedish).isEmpty)
    }

    @Test(
        "rests on the delegation order when it is delegated, and otherwise not",
        arguments: [
            (BoardDecision.Level.delegated, nil, true), (.delegated, "3.2", false), (.political, "3.2", true),
            (.political, nil, false),
        ] as [(BoardDecision.Level, String?, Bool)]
    )
    func delegation(level: BoardDecision.Level, item: String?, isFlagged: Bool) throws {
        let violations = try BoardDecision.draft(level: level, delegation: item).violations(under: .swedish)
        #expect(violations.map(Refusal.init) == (isFlagged ? [Refusal("D-DEC-1", "delegation")] : []))
    }

    @Test("says whether consequences were considered, each yes or no with reason")
    func consequences() throws {
        var some = BoardDecision.considered
        some[.children] = nil
        var decision = try BoardDecision.draft(consequences: some)
        #expect(decision.violations(under: .swedish).map(Refusal.init) == [Refusal("D-DEC-1", "consequences")])
        #expect(
            refusal { try decision.consider(.children, as: .no(reason: " "), under: .swedish) }
                == Refusal("D-DEC-1", "consequences.reason")
        )
        #expect(refusal { try decision.consider(.children, as: .no(reason: "Inga barn"), under: .swedish) } == nil)
        #expect(decision.violations(under: .swedish).isEmpty)
    }

    @Test("holds after its own day, and is ended once, by another decision")
    func ending() throws {
        let same = try BoardDecision.draft(duration: .untilFurtherNotice(review: day("2024-02-01")))
        #expect(same.violations(under: .swedish).map(Refusal.init) == [Refusal("D-DEC-1", "duration")])
        var decision = try BoardDecision.draft()
        let own = BoardDecision.Ending(by: identity("d:1"), on: day("2024-06-01"))
        let other = BoardDecision.Ending(by: identity("d:2"), on: day("2024-06-01"))
        #expect(refusal { try decision.end(own, under: .swedish) } == Refusal("D-DEC-1", "replaces"))
        #expect(refusal { try decision.end(other, under: .swedish) } == nil)
        #expect(refusal { try decision.end(other, under: .swedish) } == Refusal("D-DEC-1", "ending"))
    }

    @Test("is listed from the day after its last day or review, unless a new decision came")
    func lists() throws {
        let limited = try BoardDecision.draft()
        let lasting = try BoardDecision.draft("d:2", duration: .untilFurtherNotice(review: day("2024-12-31")))
        let all = [limited, lasting]
        #expect(BoardDecision.pastLastDay(in: all, asOf: day("2024-12-31")).isEmpty)
        #expect(BoardDecision.pastReview(in: all, asOf: day("2024-12-31")).isEmpty)
        #expect(BoardDecision.pastLastDay(in: all, asOf: day("2025-01-01")) == [limited])
        #expect(BoardDecision.pastReview(in: all, asOf: day("2025-01-01")) == [lasting])
        let new = try BoardDecision.draft(
            "d:3",
            on: "2025-01-01",
            replaces: [identity("d:1")],
            duration: .until(day("2026-01-01"))
        )
        #expect(BoardDecision.pastLastDay(in: all + [new], asOf: day("2025-01-01")).isEmpty)
        var reviewed = lasting
        let by = signed("p1", "2025-01-01")
        #expect(
            refusal { try reviewed.review(by: by, lasting: .until(day("2025-01-01")), under: .swedish) }
                == Refusal("D-DEC-1", "duration")
        )
        try reviewed.review(by: by, lasting: .until(day("2025-06-30")), under: .swedish)
        #expect(BoardDecision.pastReview(in: [reviewed], asOf: day("2025-02-01")).isEmpty)
    }
}

@Suite("Every sequence of acts on a decision", .requirement("D-DEC-1"))
struct BoardDecisionWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<BoardDecision>

    private static var model: RecordModel<BoardDecision> {
        RecordModel(
            draft: { draws throws(RuleViolation) in try draft(&draws) },
            acts: [
                Model.Act("consider") { decision, draws, law throws(RuleViolation) in
                    let area = draws.pick(BoardDecision.Area.allCases)
                    let reason = draws.text()
                    try decision.consider(area, as: .no(reason: reason), under: law)
                },
                Model.Act("review") { decision, draws, law throws(RuleViolation) in
                    let by = draws.signature()
                    try decision.review(by: by, lasting: .until(draws.later(by.day, -5...40)), under: law)
                },
                Model.Act("end") { decision, draws, law throws(RuleViolation) in
                    let other: RecordID<BoardDecision> = identity(draws.pick(["d:1", "d:2"]))
                    try decision.end(BoardDecision.Ending(by: other, on: draws.today()), under: law)
                },
            ],
            invariants: invariants,
            phases: ["inForce", "ended"]
        )
    }

    private static func draft(_ draws: inout Draws) throws(RuleViolation) -> BoardDecision {
        let date = draws.today()
        var content = BoardDecision.Content.draft()
        content.text = draws.stated()
        content.problem = draws.stated()
        content.basis = draws.stated()
        content.unknowns = draws.stated()
        content.proportionality = draws.stated()
        content.relevance = draws.stated()
        content.urgency = draws.stated()
        content.followUp = draws.stated()
        content.deciders = .value(draws.pick([[], ["p1"], ["p1", "p2"]]))
        content.otherParticipants = .value(draws.pick([[], ["p2"], ["p3"]]))
        var consequences = BoardDecision.considered
        if draws.happens(percent: 10) { consequences[.staff] = nil }
        return try BoardDecision(
            id: identity("d:1"),
            unit: "Nämnden",
            day: date,
            level: draws.pick([.political, .delegated]),
            delegation: draws.pick([nil, "3.2"]),
            content: content,
            reach: .trial,
            duration: .untilFurtherNotice(review: draws.later(date, -5...60)),
            consequences: consequences
        )
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-DEC-1") { $0.content.text.value == "Text" },
            .init("D-DEC-1") { $0.content.problem.value == "Text" },
            .init("D-DEC-1") { $0.content.basis.value == "Text" },
            .init("D-DEC-1") { $0.content.unknowns.value == "Text" },
            .init("D-DEC-1") { $0.content.proportionality.value == "Text" },
            .init("D-DEC-1") { $0.content.relevance.value == "Text" },
            .init("D-DEC-1") { $0.content.urgency.value == "Text" },
            .init("D-DEC-1") { $0.content.followUp.value == "Text" },
            .init("D-DEC-1") { ($0.content.deciders.value ?? []).count > 0 },
            .init("D-DEC-1") { decision in
                let deciders = decision.content.deciders.value ?? []
                return !(decision.content.otherParticipants.value ?? []).contains { deciders.contains($0) }
            },
            .init("D-DEC-1") { ($0.level == .delegated) == ($0.delegation == "3.2") },
            .init("D-DEC-1") { decision in
                switch decision.duration {
                case .until(let last), .untilFurtherNotice(let last): decision.day < last
                }
            },
            .init("D-DEC-1") { $0.consequences.count == 3 },
            .init("D-DEC-1") { !$0.consequences.values.contains(.no(reason: " ")) },
            .init("D-DEC-1") { $0.ending?.decision.rawValue != "d:1" },
            .init("D-DEC-1") { decision in
                let found = [decision.day] + decision.reviews.map(\.day)
                return found == found.sorted() && (decision.ending.map { $0.day >= decision.day } ?? true)
            },
        ]
    }
}
