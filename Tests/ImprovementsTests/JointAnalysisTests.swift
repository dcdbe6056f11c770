import Improvements
import QualityCore
import TestSupport
import Testing

extension JointAnalysis {
    static func figures(cutOff: String = "2024-12-31") -> [Source: Figure] {
        var figures = [Source: Figure]()
        for source in Source.allCases { figures[source] = .count(byUnit: ["U1": 3, "U2": 0], cutOff: day(cutOff)) }
        figures[.lexMaria] = .missing(reason: "Ingen hälso- och sjukvård")
        return figures
    }

    static func draft(
        units: [OrganisationUnitID] = ["U1", "U2", "U3"],
        participants: Stated<[PersonReference]> = .value(["p1", "p2"]),
        figures: [Source: Figure] = figures(),
        patterns: Patterns? = .noneFound,
        concluded: Bool = false
    ) throws -> JointAnalysis {
        try JointAnalysis(
            id: identity("a:1"),
            unit: "Nämnden",
            period: days("2024-01-01", "2024-12-31"),
            units: units,
            participants: participants,
            figures: figures,
            patterns: patterns,
            conclusion: concluded ? "Oförändrat" : nil,
            consequence: concluded ? .nothing(reason: "Inga mönster") : nil,
            concluded: concluded ? signed("p1", "2025-02-01") : nil
        )
    }

    mutating func conclude(
        _ text: String = "Oförändrat",
        _ consequence: Consequence = .nothing(reason: "Inga mönster"),
        on date: String = "2025-02-01"
    ) throws(RuleViolation) {
        try conclude(text, leadingTo: consequence, by: signed("p1", date), under: .swedish)
    }
}

@Suite("A joint analysis", .requirement("D-ANA-1"))
struct JointAnalysisTests {
    @Test("is concluded with figures, people, an answer on patterns, a conclusion and what follows")
    func conclusion() throws {
        var figures = JointAnalysis.figures()
        figures[.complaints] = nil
        let broken: [(JointAnalysis, String)] = [
            (try .draft(figures: figures), "figures"), (try .draft(participants: .value([])), "participants"),
            (try .draft(patterns: nil), "patterns.answer"),
            (try .draft(participants: .notStated(source: "csv")), "participants"),
        ]
        for (analysis, field) in broken {
            var analysis = analysis
            #expect(analysis.violations(under: .swedish).isEmpty)
            #expect(refusal { try analysis.conclude() } == Refusal("D-ANA-1", field))
        }
        var analysis = try JointAnalysis.draft()
        #expect(refusal { try analysis.conclude(" ") } == Refusal("D-ANA-1", "conclusion"))
        #expect(refusal { try analysis.conclude("Mer", .records([])) } == Refusal("D-ANA-1", "consequence"))
        #expect(refusal { try analysis.conclude("Mer", .nothing(reason: "")) } == Refusal("D-ANA-1", "consequence"))
        #expect(refusal { try analysis.conclude(on: "2024-12-30") } == Refusal("D-ANA-1", "concluded.day"))
        #expect(refusal { try analysis.conclude() } == nil)
        #expect(refusal { try analysis.conclude() } == Refusal("D-ANA-1", "concluded"))
        #expect(try JSON.roundTrip(analysis) == analysis)
    }

    @Test("has figures taken when the period had ended, of its units, or a reason for none")
    func figures() throws {
        let broken: [(JointAnalysis, String)] = [
            (try .draft(units: ["U1"]), "figures.unit"), (try .draft(units: [], figures: [:]), "units"),
            (try .draft(figures: JointAnalysis.figures(cutOff: "2024-12-30")), "figures.cutOff"),
            (try .draft(figures: [.reports: .missing(reason: " ")]), "figures.reason"),
            (try .draft(patterns: .found([])), "patterns"), (try .draft(patterns: .found([" "])), "patterns"),
        ]
        for (analysis, field) in broken {
            let violations = analysis.violations(under: .swedish)
            #expect(violations.map(Refusal.init) == [Refusal("D-ANA-1", field)])
            #expect(violations.first?.citation == "5 kap. 6 § SOSFS 2011:9")
        }
        #expect(try JointAnalysis.draft(patterns: .found(["Nätter"])).violations(under: .swedish).isEmpty)
        let negative = JointAnalysis.Figure.count(byUnit: ["U1": -1], cutOff: day("2024-12-31"))
        #expect(
            refusal { _ = try JointAnalysis.draft(figures: [.reports: negative]) }
                == Refusal("D-ANA-1", "figures.count")
        )
        #expect(JointAnalysis.Figure.missing(reason: "Skäl").total == nil)
        #expect(JointAnalysis.Figure.count(byUnit: [:], cutOff: day("2024-12-31")).total == 0)
    }

    @Test("names the units that reported nothing")
    func silent() throws {
        var analysis = try JointAnalysis.draft()
        #expect(analysis.silentUnits == ["U2", "U3"])
        try analysis.compile(.count(byUnit: ["U3": 1], cutOff: day("2025-01-10")), of: .complaints, under: .swedish)
        #expect(analysis.silentUnits == ["U2"])
    }

    @Test("is a gap for each period that has ended without a concluded one")
    func gaps() throws {
        let periods = [days("2023-01-01", "2023-12-31"), days("2024-01-01", "2024-12-31")]
        func gaps(_ analyses: [JointAnalysis], asOf date: String) -> [CalendarPeriod] {
            JointAnalysis.gaps(in: periods, of: "Nämnden", among: analyses, asOf: day(date))
        }
        #expect(gaps([], asOf: "2024-12-31") == [periods[0]])
        #expect(gaps([], asOf: "2025-02-01") == periods)
        #expect(gaps([try .draft()], asOf: "2025-02-01") == periods)
        #expect(gaps([try .draft(concluded: true)], asOf: "2025-01-31") == periods)
        #expect(gaps([try .draft(concluded: true)], asOf: "2025-02-01") == [periods[0]])
    }
}

@Suite("Every sequence of acts on a joint analysis", .requirement("D-ANA-1"))
struct JointAnalysisWalkTests {
    @Test("keeps what must hold", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private typealias Model = RecordModel<JointAnalysis>

    private static var model: RecordModel<JointAnalysis> {
        RecordModel(
            draft: { draws throws(RuleViolation) in
                try JointAnalysis(
                    id: identity("a:1"),
                    unit: "Nämnden",
                    period: days("2023-01-01", "2023-12-31"),
                    units: draws.happens(percent: 10) ? [] : ["U1", "U2"],
                    participants: draws.pick([.value([]), .value(["p1"]), .notStated(source: "csv")]),
                    figures: draws.happens(percent: 50) ? JointAnalysis.figures(cutOff: "2023-12-31") : [:],
                    patterns: draws.pick([nil, .tooLittleData])
                )
            },
            acts: [
                Model.Act("invite") { analysis, draws, law throws(RuleViolation) in
                    try analysis.invite(draws.pick([[], ["p1"], ["p1", "p2"]]), under: law)
                },
                Model.Act("compile") { analysis, draws, law throws(RuleViolation) in
                    let unit: OrganisationUnitID = draws.pick(["U1", "U2", "U2", "U3"])
                    let cutOff = draws.later(day("2024-01-01"), -3...20)
                    let reason = draws.text()
                    let figure = draws.pick([
                        JointAnalysis.Figure.count(byUnit: [unit: draws.number(-1...9)], cutOff: cutOff),
                        .missing(reason: reason),
                    ])
                    try analysis.compile(figure, of: draws.pick(JointAnalysis.Source.allCases), under: law)
                },
                Model.Act("find") { analysis, draws, law throws(RuleViolation) in
                    let text = draws.text()
                    try analysis.find(draws.pick([.noneFound, .found([]), .found([text])]), under: law)
                },
                Model.Act("conclude") { analysis, draws, law throws(RuleViolation) in
                    let reason = draws.text()
                    let measure = RecordReference(kind: Measure.kind, id: "m:1")
                    let consequences: [JointAnalysis.Consequence] = [
                        .records([]), .records([measure]), .nothing(reason: reason),
                    ]
                    try analysis.conclude(
                        draws.text(),
                        leadingTo: draws.pick(consequences),
                        by: draws.signature(),
                        under: law
                    )
                },
            ],
            invariants: invariants,
            phases: ["draft", "concluded"]
        )
    }

    private static func counts(_ analysis: JointAnalysis) -> [(byUnit: [OrganisationUnitID: Int], cutOff: CalendarDate)]
    {
        analysis.figures.values.compactMap { figure in
            if case .count(let byUnit, let cutOff) = figure { (byUnit, cutOff) } else { nil }
        }
    }

    private static var invariants: [Model.Invariant] {
        [
            .init("D-ANA-1") { $0.units.count > 0 },
            .init("D-ANA-1") { counts($0).allSatisfy { $0.cutOff >= day("2023-12-31") } },
            .init("D-ANA-1") { analysis in
                counts(analysis).allSatisfy { figure in figure.byUnit.keys.allSatisfy(analysis.units.contains) }
            },
            .init("D-ANA-1") { !$0.figures.values.contains(.missing(reason: " ")) },
            .init("D-ANA-1") { $0.patterns != .found([]) && $0.patterns != .found([" "]) },
            .init("D-ANA-1") { $0.concluded == nil || $0.figures.count == 5 },
            .init("D-ANA-1") { $0.concluded == nil || $0.participants.value != [] },
            .init("D-ANA-1") { $0.concluded == nil || $0.patterns != nil },
            .init("D-ANA-1") { $0.concluded == nil || $0.conclusion == "Text" },
            .init("D-ANA-1") { analysis in
                guard analysis.concluded != nil else { return true }
                switch analysis.consequence {
                case .records(let records)?: return records.count > 0
                case .nothing(let reason)?: return reason == "Text"
                case nil: return false
                }
            },
            .init("D-ANA-1") {
                counts($0).allSatisfy { $0.byUnit.values.allSatisfy { $0 >= 0 } }
            },
            .init("D-ANA-1") { analysis in
                guard let concluded = analysis.concluded else { return true }
                return counts(analysis).allSatisfy { $0.cutOff <= concluded.day }
            },
        ]
    }
}
