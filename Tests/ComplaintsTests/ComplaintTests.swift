import Complaints
import QualityCore
import QualitySamples
import TestSupport
import Testing

extension Complaint {
    /// A submission without a fault, of which a test changes one thing.
    static func draft(
        received: CalendarDate = day("2024-03-07"),
        channel: Stated<SubmissionChannel> = .value(.deviationSystem),
        sender: Stated<String> = .value("Anhörig"),
        viewpoints: [Viewpoint] = [.draft(.dissatisfaction)],
        answered: CalendarDate? = nil
    ) throws -> Complaint {
        guard let id = RecordID<Complaint>("syn:1") else { preconditionFailure("an identity is refused") }
        return try Complaint(
            id: id,
            unit: OrganisationUnitID(rawValue: "U1"),
            received: received,
            channel: channel,
            sender: sender,
            viewpoints: viewpoints,
            answered: answered
        )
    }
}

extension Viewpoint {
    static func draft(_ kind: ViewpointKind, _ category: String = "treatment") -> Viewpoint {
        Viewpoint(kind: kind, category: .value(CategoryCode(rawValue: category)))
    }
}

@Suite("A complaint")
struct ComplaintTests {
    @Test("holds at least one viewpoint", .requirement("D-CMP-2"))
    func viewpoints() throws {
        let violation = try #require(throws: RuleViolation.self) { try Complaint.draft(viewpoints: []) }
        #expect(Refusal(violation) == Refusal("D-CMP-2", "viewpoints"))
        #expect(violation.record == RecordReference(kind: Complaint.kind, id: "syn:1"))
        #expect(try Complaint.draft(viewpoints: [.draft(.praise)]).viewpoints.count == 1)
    }

    @Test("counts each of its viewpoints, alike ones too", .requirement("D-CMP-2"), arguments: 1...6)
    func counts(number: Int) throws {
        let complaint = try Complaint.draft(viewpoints: Array(repeating: .draft(.question), count: number))
        #expect(complaint.facts.observations.count == number)
    }

    @Test("of 50 submissions may hold 4 praises and 47 dissatisfactions", .requirement("D-CMP-2"))
    func moreViewpointsThanSubmissions() throws {
        var submissions = try (0..<46).map { _ in try Complaint.draft() }
        submissions += try (0..<3).map { _ in try Complaint.draft(viewpoints: [.draft(.praise)]) }
        submissions.append(try .draft(viewpoints: [.draft(.praise), .draft(.dissatisfaction)]))
        let kinds = submissions.flatMap { $0.viewpoints.map(\.kind) }
        #expect(submissions.count == 50)
        #expect(kinds.count { $0 == .praise } == 4 && kinds.count { $0 == .dissatisfaction } == 47)
    }

    @Test("gives each viewpoint one kind, one category and the channel of the submission", .requirement("D-CMP-2"))
    func facts() throws {
        let gap = Viewpoint(kind: .praise, category: .notStated(source: "csv"))
        let facts = try Complaint.draft(viewpoints: [.draft(.suggestion, "premises"), gap]).facts
        #expect(
            facts.observations.map(\.codes) == [
                [
                    .category: [CategoryCode(rawValue: "premises")],
                    .viewpointKind: [CategoryCode(rawValue: "suggestion")],
                    .channel: [CategoryCode(rawValue: "deviationSystem")],
                ],
                [
                    .category: [], .viewpointKind: [CategoryCode(rawValue: "praise")],
                    .channel: [CategoryCode(rawValue: "deviationSystem")],
                ],
            ]
        )
        #expect(facts.reported == day("2024-03-07") && facts.occurred == nil && facts.discovered == nil)
        let unknown = try Complaint.draft(channel: .notStated(source: "csv")).facts
        #expect(unknown.observations.map { $0.codes[.channel] } == [[]])
    }

    @Test(
        "is answered on the day of receipt or later",
        .requirement("D-CMP-7"),
        arguments: [
            ("2024-03-06", false), ("2024-03-07", true), ("2024-03-08", true), ("2030-01-01", true),
            ("0001-01-01", false),
        ]
    )
    func answerDay(date: String, isLegal: Bool) throws {
        var complaint = try Complaint.draft()
        let refused: Refusal? = isLegal ? nil : Refusal("D-CMP-7", "answered")
        #expect(refusal { try complaint.answer(on: day(date)) } == refused)
        #expect(complaint.answered == (isLegal ? day(date) : nil))
        #expect(complaint.facts.status == (isLegal ? "answered" : "received"))
        #expect(refusal { _ = try Complaint.draft(answered: day(date)) } == refused)
    }

    @Test("is answered once", .requirement("D-CMP-7"))
    func once() throws {
        var complaint = try Complaint.draft(answered: day("2024-03-08"))
        #expect(refusal { try complaint.answer(on: day("2024-03-09")) } == Refusal("D-CMP-7", "answered"))
        #expect(refusal { try complaint.answer(on: day("2024-03-08")) } == Refusal("D-CMP-7", "answered"))
        #expect(complaint.answered == day("2024-03-08"))
    }

    @Test("is decoded no looser than it is made", .requirement("D-CMP-2", "D-CMP-7"))
    func decoded() throws {
        let text = try JSON.text(Complaint.draft(answered: day("2024-03-08")))
        let early = text.replacing("2024-03-08", with: "2024-03-06")
        #expect(refusal { _ = try JSON.value(Complaint.self, from: early) } == Refusal("D-CMP-7", "answered"))
        let viewpoint = #"{"category":{"value":{"_0":"treatment"}},"kind":"dissatisfaction"}"#
        let empty = text.replacing(viewpoint, with: "")
        try #require(empty != text)
        #expect(refusal { _ = try JSON.value(Complaint.self, from: empty) } == Refusal("D-CMP-2", "viewpoints"))
        #expect(throws: DecodingError.self) {
            try JSON.value(Complaint.self, from: text.replacing("dissatisfaction", with: "anger"))
        }
    }

    @Test("keeps what was received whatever acts follow", .requirement("D-CMP-7"), arguments: Seeds.some(5))
    func randomActs(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let received = day("2024-01-01").adding(days: random.draw(0...700)) ?? .latest
            let start = try Complaint.draft(received: received)
            var complaint = start
            var first: CalendarDate?
            for _ in 0..<random.draw(1...6) {
                let date = try #require(received.adding(days: random.draw(-10...10)))
                if refusal({ try complaint.answer(on: date) }) == nil { first = first ?? date }
            }
            try #require(complaint.answered == first)
            if let answered = complaint.answered { try #require(received.days(to: answered) >= 0) }
            try #require(complaint == (try Complaint.draft(received: received, answered: first)))
        }
    }

    @Test("has nothing left to breach once it is made", .requirement("D-CMP-7"))
    func noViolations() throws {
        let gaps = try Complaint.draft(channel: .notStated(source: "csv"), sender: .notStated(source: "csv"))
        #expect(gaps.violations(under: .swedish).isEmpty)
    }

    @Test("has viewpoints of four kinds, each with a name", .requirement("D-CMP-2"))
    func kinds() {
        #expect(ViewpointKind.allCases.map { $0.label(.swedish) } == ["Beröm", "Förslag", "Missnöje", "Fråga"])
        #expect(Set(ViewpointKind.allCases.map { $0.label(.english) }).count == 4)
    }
}

@Suite("A stored complaint")
struct ComplaintStorageTests {
    @Test("is read as it was written", arguments: Seeds.some(2))
    func roundTrip(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 0, complaints: 600, lexSarahCases: 0)
        for complaint in register.complaints {
            try #require(JSON.roundTrip(complaint) == complaint)
        }
    }

    @Test("of schema version 1 is read for ever")
    func versionOne() throws {
        let stored: [Complaint] = try JSON.fixture("Payloads/v1/complaint.json")
        #expect(stored == (try Self.versionOneRecords()))
        #expect(Complaint.schemaVersion == 1)
        #expect(Complaint.kind.rawValue == "complaint")
    }

    private static func versionOneRecords() throws -> [Complaint] {
        func id(_ text: String) throws -> RecordID<Complaint> { try #require(RecordID(text)) }
        return [
            try Complaint(
                id: id("syn:SN-2024-00001"),
                unit: OrganisationUnitID(rawValue: "VO-HTJ-1"),
                received: day("2024-01-31"),
                channel: .value(.deviationSystem),
                sender: .value("Anhörig"),
                viewpoints: [
                    .draft(.praise), .draft(.dissatisfaction, "premises"),
                    Viewpoint(kind: .suggestion, category: .value(CategoryCode(unlisted: "Ej vald"))),
                    Viewpoint(kind: .question, category: .notStated(source: "csv")),
                ],
                answered: day("2024-02-12")
            ),
            try Complaint(
                id: id("csv:SN~2f7"),
                unit: OrganisationUnitID(unlisted: "Kiosken"),
                received: day("2019-12-31"),
                channel: .notStated(source: "csv"),
                sender: .notStated(source: "csv"),
                viewpoints: [.draft(.dissatisfaction, "handling")]
            ),
            try Complaint(
                id: id("csv:8"),
                unit: OrganisationUnitID(rawValue: "IFO-VX-1"),
                received: day("2025-07-01"),
                channel: .value(SubmissionChannel(rawValue: "letter")),
                sender: .value(""),
                viewpoints: [.draft(.dissatisfaction)],
                answered: day("2025-07-01")
            ),
        ]
    }
}
