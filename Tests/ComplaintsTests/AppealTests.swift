import Complaints
import QualityCore
import TestSupport
import Testing

@Suite("A submission that leads elsewhere", .requirement("D-CMP-5"))
struct AppealTests {
    @Test("about a decision is asked whether it is an appeal before handling begins", arguments: [true, false])
    func asked(aboutDecision: Bool) throws {
        var complaint = try Complaint.draft(.draft(subject: aboutDecision ? .decision : .operation))
        #expect(complaint.facts.dueOn == (aboutDecision ? day("2024-03-07") : day("2024-03-11")))
        try complaint.acknowledge(by: signed("2024-03-07"), under: law)
        let refused = refusal { try complaint.beginHandling(by: "h2", signed: signed("2024-03-08"), under: law) }
        #expect(refused == (aboutDecision ? Refusal("D-CMP-5", "appealDenial") : nil))
        guard aboutDecision else { return }
        let blank = refusal { try complaint.denyAppeal(by: signed("2024-03-07"), motivation: " ", under: law) }
        #expect(blank == Refusal("D-CMP-5", "appealDenial"))
        try complaint.denyAppeal(by: signed("2024-03-07"), motivation: "Gäller bemötandet.", under: law)
        #expect(refusal { try complaint.beginHandling(by: "h2", signed: signed("2024-03-08"), under: law) } == nil)
    }

    @Test("is passed on with its day of receipt kept", arguments: Complaint.AppealReferral.Verdict.allCases)
    func passedOn(verdict: Complaint.AppealReferral.Verdict) throws {
        var complaint = try Complaint.draft(.draft(subject: .decision))
        let referral = Complaint.AppealReferral(verdict, to: "h3", by: signed("2024-03-07"))
        #expect(refusal { try complaint.passOn(referral, under: law) } == nil)
        #expect(complaint.phase == .passedOnAsAppeal && complaint.received == day("2024-03-07"))
        #expect(complaint.wasPassedOnLate == false && complaint.facts.dueOn == nil)
        var other = try Complaint.draft(.draft(subject: .operation))
        #expect(refusal { try other.passOn(referral, under: law) } == Refusal("D-CMP-5", "receipt.subject"))
    }

    @Test("is on the list from the day after receipt", arguments: [("2024-03-07", false), ("2024-03-08", true)])
    func late(date: String, isLate: Bool) throws {
        var complaint = try Complaint.draft(.draft(subject: .decision))
        let expected = isLate ? [complaint.reference] : []
        #expect(ComplaintWorklist([complaint], on: day(date)).lateAppealChecks == expected)
        try complaint.passOn(Complaint.AppealReferral(.unclear, to: "h3", by: signed(date)), under: law)
        #expect(ComplaintWorklist([complaint], on: day(date)).lateAppealChecks.isEmpty)
        #expect(complaint.wasPassedOnLate == isLate)
    }

    @Test("keeps its own answer to give", arguments: ["deviation", "measure", "lexSarahCase"])
    func linked(kind: String) throws {
        var complaint = try Complaint.handled()
        let record = RecordReference(kind: RecordKind(rawValue: kind), id: "1")
        try complaint.link(to: record, under: law)
        try complaint.link(to: record, under: law)
        #expect(complaint.links == [record] && complaint.phase == .underHandling)
        #expect(refusal { try complaint.close(by: signed("2024-03-14"), under: law) } == Refusal("D-CMP-7", "answer"))
        try complaint.answer(.draft(), under: law)
        #expect(refusal { try complaint.close(by: signed("2024-03-14"), under: law) } == nil)
        let survey = RecordReference(kind: RecordKind(rawValue: "survey"), id: "1")
        #expect(refusal { try complaint.link(to: survey, under: law) } == Refusal("D-CMP-5", "links"))
    }
}
