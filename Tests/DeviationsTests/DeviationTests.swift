import Deviations
import QualityCore
import TestSupport
import Testing

@Suite("A deviation")
struct DeviationTests {
    struct Times: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let occurred: OccurrenceTime
        var discovered: String? = "2024-03-06"
        var reported = "2024-03-07"
        var field = ""

        func make() throws -> Deviation {
            try .draft(occurred: occurred, discovered: discovered.map(day), reported: day(reported))
        }
    }

    private static let soundTimes = [
        Times(testDescription: "all in order", occurred: .day(day("2024-03-05"))),
        Times(testDescription: "all on one day", occurred: .day(day("2024-03-07")), discovered: "2024-03-07"),
        Times(testDescription: "discovered on the day it occurred", occurred: .day(day("2024-03-06"))),
        Times(testDescription: "reported on the day it was discovered", occurred: .unknown, discovered: "2024-03-07"),
        Times(testDescription: "nobody knows when it occurred", occurred: .unknown),
        Times(
            testDescription: "nobody said when it was discovered",
            occurred: .day(day("2024-03-07")),
            discovered: nil
        ),
        Times(testDescription: "only the report is known", occurred: .unknown, discovered: nil),
        Times(
            testDescription: "a period of one day",
            occurred: .period(from: day("2024-03-05"), through: day("2024-03-05"))
        ),
        Times(testDescription: "a period still going on", occurred: .period(from: day("2024-03-06"), through: nil)),
        Times(
            testDescription: "a period noticed while it went on",
            occurred: .period(from: day("2024-03-01"), through: day("2024-03-07"))
        ),
    ]

    private static let faultyTimes = [
        Times(testDescription: "discovered before it occurred", occurred: .day(day("2024-03-07")), field: "discovered"),
        Times(
            testDescription: "discovered before the period began",
            occurred: .period(from: day("2024-03-07"), through: nil),
            field: "discovered"
        ),
        Times(
            testDescription: "reported before it occurred",
            occurred: .day(day("2024-03-08")),
            discovered: nil,
            field: "reported"
        ),
        Times(
            testDescription: "reported before it was discovered",
            occurred: .unknown,
            discovered: "2024-03-08",
            field: "reported"
        ),
        Times(
            testDescription: "reported before it was discovered, after it occurred",
            occurred: .day(day("2024-03-01")),
            discovered: "2024-03-08",
            field: "reported"
        ),
        Times(
            testDescription: "a period that ends before it begins",
            occurred: .period(from: day("2024-03-05"), through: day("2024-03-04")),
            field: "occurred"
        ),
    ]

    @Test("has times that may follow on each other", .requirement("D-DEV-1"), arguments: soundTimes)
    func sound(times: Times) throws {
        let deviation = try times.make()
        #expect(deviation.facts.occurred == times.occurred.firstDay)
        #expect(deviation.facts.discovered == times.discovered.map(day))
        #expect(deviation.facts.reported == day(times.reported))
        #expect(try JSON.roundTrip(deviation) == deviation)
    }

    @Test("occurred, then was discovered, then reported", .requirement("D-DEV-1"), arguments: faultyTimes)
    func faulty(times: Times) throws {
        let violation = try #require(throws: RuleViolation.self) { try times.make() }
        #expect(Refusal(violation) == Refusal("D-DEV-1", times.field))
        #expect(violation.record == RecordReference(kind: Deviation.kind, id: "avv:1"))
    }

    @Test("is decoded no looser than it is made", .requirement("D-DEV-1"))
    func decodedTimes() throws {
        let text = try JSON.text(Deviation.draft())
        let faults = [
            (#""reported":"2024-03-07""#, #""reported":"2024-03-05""#, "reported"),
            (#""discovered":"2024-03-06""#, #""discovered":"2024-03-04""#, "discovered"),
            (
                #""occurred":{"day":{"_0":"2024-03-05"}}"#,
                #""occurred":{"period":{"from":"2024-03-05","through":"2024-03-01"}}"#, "occurred"
            ),
        ]
        for (sound, faulty, field) in faults {
            let changed = text.replacing(sound, with: faulty)
            try #require(changed != text)
            #expect(refusal { _ = try JSON.value(Deviation.self, from: changed) } == Refusal("D-DEV-1", field))
        }
        for (sound, faulty) in [
            (#""phase":"reported""#, #""phase":"parked""#), (#""id":"avv:1""#, #""id":"avv 1""#),
            (#""severity":2"#, #""severity":5"#), (#""reported":"2024-03-07""#, #""reported":"2024-02-30""#),
            (#""unit":"U1""#, #""unity":"U1""#),
        ] {
            let changed = text.replacing(sound, with: faulty)
            try #require(changed != text)
            #expect(throws: DecodingError.self) { try JSON.value(Deviation.self, from: changed) }
        }
    }

    @Test("lacks a legal basis when the list is empty, not when its source held none", .requirement("D-DEV-2"))
    func legalBases() throws {
        let lacking = try Deviation.draft(legalBases: .value([]))
        #expect(lacking.violations(under: .swedish).map(Refusal.init) == [Refusal("D-DEV-2", "legalBases")])
        for sound in [.value([.hsl]), .value([.hsl, LegalBasis(rawValue: "LVU")]), .notStated(source: "csv")]
            as [Stated<[LegalBasis]>]
        {
            #expect(try Deviation.draft(legalBases: sound).violations(under: .swedish).isEmpty)
        }
    }

    @Test("lacks an account when the text is blank", .requirement("D-DEV-2"), arguments: ["", " ", "\n\t", "\u{A0}"])
    func blankAccount(text: String) throws {
        let lacking = try Deviation.draft(account: .value(text))
        #expect(lacking.violations(under: .swedish).map(Refusal.init) == [Refusal("D-DEV-2", "account")])
    }

    @Test("has an account of one letter or states that its source held none", .requirement("D-DEV-2"))
    func account() throws {
        for sound in [.value(" a "), .notStated(source: "csv")] as [Stated<String>] {
            #expect(try Deviation.draft(account: sound).violations(under: .swedish).isEmpty)
        }
    }

    @Test("tells what was done at once, or that nothing was", .requirement("D-DEV-2"))
    func immediateAction() throws {
        let lacking = try Deviation.draft(immediateAction: .value(.taken(" ")))
        #expect(lacking.violations(under: .swedish).map(Refusal.init) == [Refusal("D-DEV-2", "immediateAction")])
        for sound in [.value(.nothing), .value(.taken("Tillsyn.")), .notStated(source: "csv")]
            as [Stated<ImmediateAction>]
        {
            #expect(try Deviation.draft(immediateAction: sound).violations(under: .swedish).isEmpty)
        }
    }

    @Test("tells all that it lacks at once", .requirement("D-DEV-2"))
    func allAtOnce() throws {
        let lacking = try Deviation.draft(
            legalBases: .value([]),
            account: .value(""),
            immediateAction: .value(.taken(""))
        )
        #expect(lacking.violations(under: .swedish).map(\.field) == ["legalBases", "account", "immediateAction"])
    }

    @Test("counts as one observation under its category and each of its legal bases")
    func facts() throws {
        let facts = try Deviation.draft(legalBases: .value([.hsl, .sol]), phase: .decided).facts
        #expect(facts.unit.rawValue == "U1")
        #expect(facts.status == "decided")
        #expect(
            facts.observations.map(\.codes) == [
                [
                    .category: [CategoryCode(rawValue: "service.notDone")],
                    .legalBasis: [CategoryCode(rawValue: "HSL"), CategoryCode(rawValue: "SoL")],
                ]
            ]
        )
        #expect(facts.dueOn == nil)
    }

    @Test("is refused in words that hold nothing of its text", .requirement("D-SEC-2"))
    func silentRefusals() throws {
        let secret = "18880312-1234 Hemlig"
        var violations = try Deviation.draft(legalBases: .value([]), account: .value(secret)).violations(
            under: .swedish
        )
        var deviation = try Deviation.draft(account: .value(secret))
        violations.append(try #require(throws: RuleViolation.self) { try deviation.close(by: sign(), under: .swedish) })
        violations.append(
            try #require(throws: RuleViolation.self) {
                try Deviation.draft(reported: day("2024-01-01"), account: .value(secret))
            }
        )
        #expect(violations.count == 3)
        for violation in violations {
            let words = [violation.description, violation.message.swedish, try JSON.text(violation)]
            #expect(words.allSatisfy { !$0.contains("1888") && !$0.contains("Hemlig") })
        }
    }
}
