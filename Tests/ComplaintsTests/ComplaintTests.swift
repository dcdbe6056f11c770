import Complaints
import QualityCore
import QualitySamples
import TestSupport
import Testing

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
                    .channel: [CategoryCode(rawValue: "deviationSystem")], .sender: [], .legalBasis: [],
                ],
                [
                    .category: [], .viewpointKind: [CategoryCode(rawValue: "praise")],
                    .channel: [CategoryCode(rawValue: "deviationSystem")], .sender: [], .legalBasis: [],
                ],
            ]
        )
        let whole = try Complaint.draft(.draft(sender: .staff, legalBases: [.sol, .hsl])).facts.observations[0].codes
        #expect(whole[.sender] == ["staff"] && whole[.legalBasis] == ["SoL", "HSL"])
        #expect(facts.reported == day("2024-03-07") && facts.occurred == nil && facts.discovered == nil)
        let unknown = try Complaint.draft(channel: .notStated(source: "csv")).facts
        #expect(unknown.observations.map { $0.codes[.channel] } == [[]])
    }

    @Test(
        "is answered on the day of the last step or later",
        .requirement("D-CMP-7"),
        arguments: [("2024-03-07", false), ("2024-03-08", true), ("2024-03-09", true), ("0001-01-01", false)]
    )
    func answerDay(date: String, isLegal: Bool) throws {
        var complaint = try Complaint.handled()
        let refused: Refusal? = isLegal ? nil : Refusal("D-CMP-7", "answer")
        #expect(refusal { try complaint.answer(.draft(on: date), under: law) } == refused)
        #expect(complaint.answered == (isLegal ? day(date) : nil))
        #expect(complaint.facts.status == (isLegal ? "answered" : "underHandling"))
    }

    @Test(
        "of another system was answered on the day of receipt or later",
        .requirement("D-CMP-7"),
        arguments: [("2024-03-06", false), ("2024-03-07", true), ("2030-01-01", true)]
    )
    func importedAnswerDay(date: String, isLegal: Bool) throws {
        let refused: Refusal? = isLegal ? nil : Refusal("D-CMP-7", "answer")
        #expect(refusal { _ = try Complaint.draft(answered: day(date)) } == refused)
    }

    @Test("goes from receipt through acknowledgement, handling and answer to its end", .requirement("D-CMP-7"))
    func way() throws {
        var complaint = try Complaint.draft(.draft())
        var phases = [complaint.phase]
        try complaint.acknowledge(by: signed("2024-03-08"), under: law)
        phases.append(complaint.phase)
        try complaint.beginHandling(by: "h2", signed: signed("2024-03-08"), under: law)
        phases.append(complaint.phase)
        try complaint.assign(to: "h3", under: law)
        try complaint.answer(.draft(), under: law)
        phases.append(complaint.phase)
        try complaint.close(by: signed("2024-03-20"), under: law)
        phases.append(complaint.phase)
        #expect(phases == [.received, .acknowledged, .underHandling, .answered, .closed])
        #expect(complaint.handling?.handler == "h3")
        #expect(complaint.daysToAnswer == 7 && complaint.daysToEnd == 13)
        #expect(breaches(complaint).isEmpty)
    }

    @Test("takes no step that its phase does not lead to", .requirement("D-CMP-7"))
    func steps() throws {
        let wrong = Refusal("D-CMP-7", "phase")
        var complaint = try Complaint.draft(.draft())
        let date = signed("2024-03-08")
        #expect(refusal { try complaint.answer(.draft(), under: law) } == wrong)
        #expect(refusal { try complaint.assign(to: "h2", under: law) } == wrong)
        #expect(
            refusal { try complaint.beginHandling(by: "h2", signed: date, under: law) }
                == Refusal("D-CMP-7", "acknowledged")
        )
        try complaint.acknowledge(by: date, under: law)
        #expect(refusal { try complaint.acknowledge(by: date, under: law) } == wrong)
        let handOver = Complaint.HandOver(to: "Regionen", by: date, senderTold: .yes(date))
        #expect(refusal { try complaint.handOver(handOver, under: law) } == wrong)
        #expect(refusal { try complaint.join(.draft(), by: date, under: law) } == wrong)
        #expect(
            refusal { try complaint.beginHandling(by: " ", signed: date, under: law) }
                == Refusal("D-CMP-7", "handling.handler")
        )
        #expect(refusal { try complaint.beginHandling(by: "h2", signed: date, under: law) } == nil)
        #expect(refusal { try complaint.handOver(handOver, under: law) } == nil)
        #expect(refusal { try complaint.cancel(by: date, reason: "Test", under: law) } == wrong)
    }

    @Test("is closed without an answer for a reason that agrees with it", .requirement("D-CMP-7"))
    func unanswered() throws {
        let wrong = Refusal("D-CMP-7", "ending.unanswered")
        func closed(_ receipt: Complaint.Receipt, _ reason: Complaint.Unanswered) throws -> Refusal? {
            var complaint = try Complaint.handled(receipt)
            return refusal { try complaint.closeUnanswered(reason, by: signed("2024-03-14"), under: law) }
        }
        #expect(try closed(.draft(wish: .notWanted), .notWanted) == nil)
        #expect(try closed(.draft(), .notWanted) == wrong)
        #expect(try closed(.draft(contact: .anonymous), .anonymous) == nil)
        #expect(try closed(.draft(), .anonymous) == wrong)
        #expect(try closed(.draft(), .secrecy(ground: "26 kap. 1 § OSL")) == nil)
        #expect(try closed(.draft(), .secrecy(ground: " ")) == wrong)
        var complaint = try Complaint.handled()
        #expect(refusal { try complaint.close(by: signed("2024-03-14"), under: law) } == Refusal("D-CMP-7", "answer"))
    }

    @Test("needs words, measures or none, and a legal basis", .requirement("D-CMP-7"))
    func fields() throws {
        func answered(_ answer: ComplaintAnswer) throws -> Refusal? {
            var complaint = try Complaint.handled()
            return refusal { try complaint.answer(answer, under: law) }
        }
        #expect(try answered(.draft(words: " ")) == Refusal("D-CMP-7", "answer.words"))
        #expect(try answered(.draft(measures: .planned(" "))) == Refusal("D-CMP-7", "answer.measures"))
        #expect(try answered(.draft(measures: .nothing)) == nil)
        let gap = ComplaintAnswer(on: day("2024-03-14"), notStatedBy: "csv")
        #expect(try answered(gap) == Refusal("D-CMP-7", "answer.author"))
        #expect(breaches(try Complaint.draft(.draft(legalBases: []))) == [Refusal("D-CMP-7", "receipt.legalBases")])
    }

    @Test("of another system keeps its gaps and is not closed with them", .requirement("D-CMP-7"))
    func gaps() throws {
        var complaint = try Complaint.draft(answered: day("2024-03-14"))
        #expect(breaches(complaint).isEmpty && complaint.phase == .answered)
        let end = signed("2024-03-20")
        #expect(refusal { try complaint.close(by: end, under: law) } == Refusal("D-CMP-7", "receipt.words"))
        try complaint.complete(.draft(), policy: .standard, under: law)
        #expect(refusal { try complaint.close(by: end, under: law) } == Refusal("D-CMP-7", "answer.author"))
        try complaint.completeAnswer(author: "h1", words: "Svar.", measures: .nothing, under: law)
        #expect(refusal { try complaint.close(by: end, under: law) } == nil)
        let again = refusal { try complaint.completeAnswer(author: "h1", words: " ", measures: .nothing, under: law) }
        #expect(again == Refusal("D-CMP-7", "answer.words"))
    }

    @Test("is decoded no looser than it is made", .requirement("D-CMP-2", "D-CMP-7"))
    func decoded() throws {
        var complaint = try Complaint.handled()
        try complaint.answer(.draft(), under: law)
        let text = try JSON.text(complaint)
        let early = text.replacing("2024-03-14", with: "2024-03-06")
        #expect(refusal { _ = try JSON.value(Complaint.self, from: early) } == Refusal("D-CMP-7", "answer"))
        let viewpoint = #"{"category":{"value":{"_0":"treatment"}},"kind":"dissatisfaction"}"#
        let empty = text.replacing(viewpoint, with: "")
        try #require(empty != text)
        #expect(refusal { _ = try JSON.value(Complaint.self, from: empty) } == Refusal("D-CMP-2", "viewpoints"))
        #expect(throws: DecodingError.self) {
            try JSON.value(Complaint.self, from: text.replacing("dissatisfaction", with: "anger"))
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
        #expect(Complaint.schemaVersion == 2)
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
                answered: day("2024-02-12"),
                receipt: .notStated(source: "complaint version 1")
            ),
            try Complaint(
                id: id("csv:SN~2f7"),
                unit: OrganisationUnitID(unlisted: "Kiosken"),
                received: day("2019-12-31"),
                channel: .notStated(source: "csv"),
                sender: .notStated(source: "csv"),
                viewpoints: [.draft(.dissatisfaction, "handling")],
                receipt: .notStated(source: "complaint version 1")
            ),
            try Complaint(
                id: id("csv:8"),
                unit: OrganisationUnitID(rawValue: "IFO-VX-1"),
                received: day("2025-07-01"),
                channel: .value(SubmissionChannel(rawValue: "letter")),
                sender: .value(""),
                viewpoints: [.draft(.dissatisfaction)],
                answered: day("2025-07-01"),
                receipt: .notStated(source: "complaint version 1")
            ),
        ]
    }
}
