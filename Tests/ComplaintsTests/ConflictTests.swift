import Complaints
import QualityCore
import TestSupport
import Testing

@Suite("Conflict of interest in complaints", .requirement("D-SEC-4"))
struct ConflictTests {
    private static let refused = Refusal("D-SEC-4", "handling.handler")

    private static func about(_ person: PersonReference) throws -> Complaint {
        var complaint = try Complaint.draft(.draft())
        let people = Involvement(involved: [person], superiors: ["h2": "chief"])
        try complaint.recordInvolvement(of: people, under: law)
        try complaint.acknowledge(by: signed("2024-03-08"), under: law)
        return complaint
    }

    @Test(
        "keeps the one complained about, and their subordinates, from handling it",
        arguments: [("h2", false), ("chief", false), ("h3", true)]
    )
    func handler(involved: PersonReference, isLegal: Bool) throws {
        var complaint = try Self.about(involved)
        let expected = isLegal ? nil : Self.refused
        #expect(
            refusal { try complaint.beginHandling(by: "h2", signed: signed("2024-03-08"), under: law) } == expected
        )
        #expect(complaint.handling?.handler == (isLegal ? "h2" : nil))
    }

    @Test("keeps them from answering and from taking it over", arguments: [("h2", false), ("h3", true)])
    func author(involved: PersonReference, isLegal: Bool) throws {
        var complaint = try Complaint.handled()
        try complaint.recordInvolvement(of: Involvement(involved: [involved]), under: law)
        #expect((complaint.handlerConflict == nil) == isLegal)
        #expect(refusal { try complaint.assign(to: "h2", under: law) } == (isLegal ? nil : Self.refused))
        let answer = ComplaintAnswer(
            on: day("2024-03-11"),
            author: .value("h2"),
            words: .value("Vi beklagar."),
            measures: .value(.nothing)
        )
        #expect(refusal { try complaint.answer(answer, under: law) } == (isLegal ? nil : Self.refused))
    }

    @Test("can be set aside with a reason by another, which is listed")
    func overridden() throws {
        var complaint = try Self.about("h2")
        let date = signed("2024-03-08")
        let blank = ConflictOverride(reason: " ", by: Signature("head", title: "chef", on: day("2024-03-08")))
        #expect(
            refusal { try complaint.beginHandling(by: "h2", signed: date, override: blank, under: law) } == Self.refused
        )
        let sound = ConflictOverride(reason: "Ensam i tjänst.", by: blank.by)
        try complaint.beginHandling(by: "h2", signed: date, override: sound, under: law)
        #expect(complaint.conflictExceptions.map(\.override) == [sound])
        #expect(complaint.handlerConflict == nil && complaint.violations(under: law).isEmpty)
        #expect(try JSON.roundTrip(complaint) == complaint)
    }
}

@Suite("What a breach of a rule on complaints cites", .requirement("D-CMP-3", "D-LAW-1"))
struct ComplaintCitationTests {
    @Test("is the Patient Safety Act in health care")
    func healthCare() throws {
        var receipt = Complaint.Receipt.draft()
        receipt.legalBases = .value([.hsl])
        receipt.sender = .value(.relative)
        var complaint = try Complaint.handled(receipt)
        let answer = ComplaintAnswer(
            on: day("2024-03-11"),
            author: .value("h2"),
            words: .value("Vi beklagar."),
            measures: .value(.nothing)
        )
        do {
            try complaint.answer(answer, under: law)
            Issue.record("an answer that explains nothing was accepted")
        } catch {
            #expect(error.rule == "D-CMP-3" && error.citation == "3 kap. 8 b § patientsäkerhetslagen (2010:659)")
            #expect(error.ground == .textRead)
        }
        let handOver = Complaint.HandOver(to: " ", by: signed("2024-03-11"), senderTold: .yes(signed("2024-03-11")))
        do {
            try complaint.handOver(handOver, under: law)
            Issue.record("a handing over to nobody was accepted")
        } catch {
            #expect(error.field == "ending.receiver")
            #expect(error.citation == "3 kap. 8 e § patientsäkerhetslagen (2010:659)")
        }
    }

    @Test("is nothing where it is the board's own time", .requirement("D-CMP-4"))
    func target() throws {
        let complaint = try Complaint.draft(.draft(), policy: nil)
        let late = complaint.violations(under: law).filter { $0.rule == "D-CMP-4" }
        #expect(late.map(\.field) == ["deadlines"] && late.allSatisfy { $0.citation == nil && $0.ground == nil })
        #expect(try Complaint.draft(.draft()).violations(under: law).isEmpty)
    }
}
