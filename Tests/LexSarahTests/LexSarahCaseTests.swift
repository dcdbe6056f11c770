import LexSarah
import QualityCore
import QualitySamples
import TestSupport
import Testing

extension LexSarahCase {
    /// A case as received on 7 March 2024, of which a test changes one thing.
    static func draft(
        categories: [String] = ["performance.notAtAll"],
        investigationEnded: CalendarDate? = nil,
        decision: MisconductDecision? = nil,
        notified: CalendarDate? = nil
    ) throws -> LexSarahCase {
        guard let id = RecordID<LexSarahCase>("ls:1") else { preconditionFailure("an identity is refused") }
        return try LexSarahCase(
            id: id,
            unit: OrganisationUnitID(rawValue: "U1"),
            reported: day("2024-03-07"),
            categories: categories.map(CategoryCode.init(rawValue:)),
            investigationEnded: investigationEnded,
            decision: decision,
            notified: notified
        )
    }
}

extension MisconductDecision {
    static func draft(_ degree: MisconductDegree, _ motivation: String = "Rutinen följdes inte.") -> Self {
        MisconductDecision(degree: degree, motivation: .value(motivation))
    }
}

@Suite("A Lex Sarah case")
struct LexSarahCaseTests {
    private static let days = [
        ("2024-03-06", false), ("2024-03-07", true), ("2024-03-08", true), ("2030-01-01", true), ("0001-01-01", false),
    ]

    @Test("has an investigation that ends on the day of the report or later", .requirement("D-LXS-13"), arguments: days)
    func investigationEnded(date: String, isLegal: Bool) throws {
        var found = try LexSarahCase.draft()
        let refused: Refusal? = isLegal ? nil : Refusal("D-LXS-13", "investigationEnded")
        #expect(refusal { try found.endInvestigation(on: day(date)) } == refused)
        #expect(found.investigationEnded == (isLegal ? day(date) : nil))
        #expect(refusal { _ = try LexSarahCase.draft(investigationEnded: day(date)) } == refused)
    }

    @Test("has an investigation that ends once", .requirement("D-LXS-13"))
    func endsOnce() throws {
        var found = try LexSarahCase.draft(investigationEnded: day("2024-04-01"))
        let refused = refusal { try found.endInvestigation(on: day("2024-04-02")) }
        #expect(refused == Refusal("D-LXS-13", "investigationEnded"))
        #expect(found.investigationEnded == day("2024-04-01"))
    }

    @Test("is notified on the day of the report or later, decided or not", .requirement("D-LXS-6"), arguments: days)
    func notified(date: String, isLegal: Bool) throws {
        let refused: Refusal? = isLegal ? nil : Refusal("D-LXS-6", "notified")
        for decision in [nil, MisconductDecision.draft(.serious)] {
            var found = try LexSarahCase.draft(investigationEnded: day("2024-04-01"), decision: decision)
            #expect(refusal { try found.notify(on: day(date)) } == refused)
            #expect(found.notified == (isLegal ? day(date) : nil))
        }
        #expect(refusal { _ = try LexSarahCase.draft(notified: day(date)) } == refused)
    }

    @Test("is notified once", .requirement("D-LXS-6", "D-LXS-15"))
    func notifiedOnce() throws {
        var found = try LexSarahCase.draft(notified: day("2024-03-08"))
        #expect(refusal { try found.notify(on: day("2024-03-09")) } == Refusal("D-LXS-6", "notified"))
        #expect(found.notified == day("2024-03-08"))
    }

    @Test(
        "is decided with a motivation, whatever the degree",
        .requirement("D-LXS-5"),
        arguments: MisconductDegree.allCases
    )
    func decided(degree: MisconductDegree) throws {
        var found = try LexSarahCase.draft(investigationEnded: day("2024-04-01"))
        for motivation in [.value(""), .value(" \n\t"), .notStated(source: "csv")] as [Stated<String>] {
            let decision = MisconductDecision(degree: degree, motivation: motivation)
            #expect(refusal { try found.decide(decision) } == Refusal("D-LXS-5", "decision.motivation"))
            #expect(found.decision == nil)
        }
        try found.decide(.draft(degree, "."))
        #expect(found.decision == .draft(degree, "."))
        #expect(found.violations(under: .swedish).isEmpty)
        #expect(found.facts.status == "decided")
        #expect(found.facts.observations.map { $0.codes[.degree] } == [[CategoryCode(rawValue: degree.rawValue)]])
    }

    @Test(
        "is not decided while the investigation is open",
        .requirement("D-LXS-13"),
        arguments: MisconductDegree.allCases
    )
    func undecided(degree: MisconductDegree) throws {
        var found = try LexSarahCase.draft()
        #expect(refusal { try found.decide(.draft(degree)) } == Refusal("D-LXS-13", "decision"))
        #expect(found.decision == nil)
        #expect(found.facts.observations.map { $0.codes[.degree] } == [[]], "not yet assessed is no degree")
        try found.endInvestigation(on: day("2024-03-07"))
        #expect(refusal { try found.decide(.draft(degree)) } == nil)
    }

    @Test("can have its degree revised", .requirement("D-LXS-15", "D-LXS-11"))
    func revised() throws {
        var found = try LexSarahCase.draft(investigationEnded: day("2024-04-01"), decision: .draft(.misconduct))
        try found.decide(.draft(.serious))
        #expect(found.facts.observations.map { $0.codes[.degree] } == [[CategoryCode(rawValue: "serious")]])
    }

    @Test(
        "from another system keeps its gaps, but a blank motivation is a breach",
        .requirement("D-LXS-5"),
        arguments: [
            (.value("Skäl."), []), (.notStated(source: "csv"), []),
            (.value(""), [Refusal("D-LXS-5", "decision.motivation")]),
            (.value(" "), [Refusal("D-LXS-5", "decision.motivation")]),
        ] as [(Stated<String>, [Refusal])]
    )
    func imported(motivation: Stated<String>, expected: [Refusal]) throws {
        let found = try LexSarahCase.draft(decision: MisconductDecision(degree: .misconduct, motivation: motivation))
        #expect(found.violations(under: .swedish).map(Refusal.init) == expected)
        #expect(try JSON.roundTrip(found) == found)
    }

    @Test(
        "is of several categories, each once, and may be of a parent alone",
        .requirement("D-LXS-10"),
        arguments: [
            (["a"], ["a"]), (["a.b", "a"], ["a.b", "a"]), (["b", "a", "b", "a"], ["b", "a"]), ([], []),
        ]
    )
    func categories(given: [String], kept: [String]) throws {
        let found = try LexSarahCase.draft(categories: given)
        #expect(found.categories.map(\.rawValue) == kept)
        #expect(found.facts.observations.count == 1, "one case, however many categories")
        #expect(found.facts.observations.map { $0.codes[.category]?.map(\.rawValue) } == [kept])
        #expect(try JSON.roundTrip(found) == found)
    }

    @Test("tells how far it has come and whether it is notified", .requirement("D-LXS-13", "D-LXS-6"))
    func facts() throws {
        var found = try LexSarahCase.draft()
        #expect(found.facts.status == "received")
        #expect(found.facts.reported == day("2024-03-07") && found.facts.occurred == nil)
        #expect(found.facts.observations.map { $0.codes[.notification] } == [[]])
        try found.notify(on: day("2024-03-07"))
        #expect(found.facts.status == "received")
        #expect(found.facts.observations.map { $0.codes[.notification] } == [[LexSarahCase.notifiedCode]])
        try found.endInvestigation(on: day("2024-03-08"))
        #expect(found.facts.status == "investigationEnded")
    }

    @Test("is decoded no looser than it is made", .requirement("D-LXS-6", "D-LXS-13"))
    func decoded() throws {
        let text = try JSON.text(
            LexSarahCase.draft(
                investigationEnded: day("2024-04-01"),
                decision: .draft(.serious),
                notified: day("2024-03-08")
            )
        )
        for (sound, faulty, refused) in [
            ("2024-04-01", "2024-03-06", Refusal("D-LXS-13", "investigationEnded")),
            ("2024-03-08", "2024-03-06", Refusal("D-LXS-6", "notified")),
        ] {
            let changed = text.replacing(sound, with: faulty)
            try #require(changed != text)
            #expect(refusal { _ = try JSON.value(LexSarahCase.self, from: changed) } == refused)
        }
        #expect(throws: DecodingError.self) {
            try JSON.value(LexSarahCase.self, from: text.replacing(#""serious""#, with: #""returned""#))
        }
    }

    private enum Act: CaseIterable {
        case end, decide, decideBlankly, notify
    }

    @Test(
        "keeps its invariants whatever acts follow on each other",
        .requirement("D-LXS-5", "D-LXS-6", "D-LXS-13"),
        arguments: Seeds.some(5)
    )
    func randomActs(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<300 {
            let start = try LexSarahCase.draft()
            var found = start
            for _ in 0..<random.draw(1...12) {
                let before = found
                let date = try #require(start.reported.adding(days: random.draw(-5...20)))
                let degree = random.pick(MisconductDegree.allCases)
                let refused = refusal {
                    switch random.pick(Act.allCases) {
                    case .end: try found.endInvestigation(on: date)
                    case .decide: try found.decide(.draft(degree))
                    case .decideBlankly: try found.decide(.draft(degree, " "))
                    case .notify: try found.notify(on: date)
                    }
                }
                try #require(refused == nil || found == before, "a refused act changes nothing")
                try #require(before.notified == nil || found.notified == before.notified)
                try #require(before.investigationEnded == nil || found.investigationEnded == before.investigationEnded)
                try #require(before.decision == nil || found.decision != nil)
            }
            for date in [found.investigationEnded, found.notified].compactMap(\.self) {
                try #require(date >= found.reported)
            }
            if let decision = found.decision {
                try #require(found.investigationEnded != nil)
                try #require(decision.motivation.value?.contains { !$0.isWhitespace } == true)
            }
            try #require((found.id, found.unit, found.reported) == (start.id, start.unit, start.reported))
            try #require(found.categories == start.categories && found.violations(under: .swedish).isEmpty)
            try #require(JSON.roundTrip(found) == found)
        }
    }

    @Test("is refused in words that hold nothing of its motivation", .requirement("D-SEC-2"))
    func silentRefusals() throws {
        var found = try LexSarahCase.draft(decision: .draft(.serious, "18880312-1234 Hemlig"))
        let violation = try #require(throws: RuleViolation.self) { try found.decide(.draft(.serious, "Hemlig")) }
        #expect(!violation.description.contains("Hemlig"))
        #expect(try !JSON.text(violation).contains("Hemlig"))
    }
}

@Suite("A degree of misconduct", .requirement("D-LXS-5"))
struct MisconductDegreeTests {
    @Test(
        "asks for a notification from a tangible risk of serious misconduct up",
        .requirement("D-LXS-6"),
        arguments: [
            (.noMisconduct, false), (.tangibleRisk, false), (.misconduct, false), (.tangibleRiskOfSerious, true),
            (.serious, true),
        ] as [(MisconductDegree, Bool)]
    )
    func notification(degree: MisconductDegree, isRequired: Bool) {
        #expect(degree.requiresNotification == isRequired)
    }

    @Test("is one of five, each with a name of its own")
    func five() {
        #expect(MisconductDegree.allCases.count == 5)
        #expect(Set(MisconductDegree.allCases.map { $0.label(.swedish) }).count == 5)
        #expect(Set(MisconductDegree.allCases.map { $0.label(.english) }).count == 5)
        #expect(MisconductDegree(rawValue: "notYetAssessed") == nil)
    }
}

@Suite("A stored Lex Sarah case")
struct LexSarahCaseStorageTests {
    @Test("is read as it was written", arguments: Seeds.some(2))
    func roundTrip(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 0, complaints: 0, lexSarahCases: 600)
        for found in register.lexSarahCases {
            try #require(JSON.roundTrip(found) == found)
        }
    }

    @Test("of schema version 1 is read for ever")
    func versionOne() throws {
        let stored: [LexSarahCase] = try JSON.fixture("Payloads/v1/lexSarahCase.json")
        #expect(stored == (try Self.versionOneRecords()))
        #expect(LexSarahCase.schemaVersion == 1)
        #expect(LexSarahCase.kind.rawValue == "lexSarahCase")
    }

    private static func versionOneRecords() throws -> [LexSarahCase] {
        func id(_ text: String) throws -> RecordID<LexSarahCase> { try #require(RecordID(text)) }
        let unit = OrganisationUnitID(rawValue: "VO-SABO-1")
        let degrees = try MisconductDegree.allCases.enumerated().map { index, degree in
            try LexSarahCase(
                id: id("ls:LS-2024-0000\(index + 1)"),
                unit: unit,
                reported: day("2024-01-31"),
                categories: [CategoryCode(rawValue: "abuse.physical"), CategoryCode(rawValue: "treatment")],
                investigationEnded: day("2024-03-28"),
                decision: .draft(degree, "Skäl: \"så\" – och\nså."),
                notified: degree.requiresNotification ? day("2024-02-01") : nil
            )
        }
        return try degrees + [
            LexSarahCase(
                id: id("csv:LS~2f6"),
                unit: OrganisationUnitID(unlisted: "Kiosken"),
                reported: day("2019-12-31"),
                categories: [CategoryCode(unlisted: "Transport", under: CategoryCode(rawValue: "other"))],
                decision: MisconductDecision(degree: .misconduct, motivation: .notStated(source: "csv"))
            ),
            LexSarahCase(id: id("csv:7"), unit: unit, reported: day("2025-06-30"), categories: []),
            LexSarahCase(
                id: id("csv:8"),
                unit: unit,
                reported: day("2025-06-30"),
                categories: [CategoryCode(rawValue: "other")],
                investigationEnded: day("2025-07-01"),
                notified: day("2025-06-30")
            ),
        ]
    }
}
