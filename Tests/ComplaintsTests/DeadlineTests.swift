import Complaints
import QualityCore
import TestSupport
import Testing

@Suite("The board's times", .requirement("D-CMP-4"))
struct DeadlineTests {
    @Test("are two and ten working days after receipt, or what the board has decided")
    func deadlines() throws {
        let complaint = try Complaint.draft(.draft(), received: day("2024-12-20"))
        #expect(complaint.deadlines == .init(acknowledge: day("2024-12-27"), answer: day("2025-01-13")))
        #expect(complaint.facts.dueOn == day("2024-12-27"))
        let own = try #require(ComplaintPolicy(acknowledgeWithin: 0, answerWithin: 1))
        let quick = try Complaint.draft(.draft(), received: day("2024-12-20"), policy: own)
        #expect(quick.deadlines == .init(acknowledge: day("2024-12-20"), answer: day("2024-12-23")))
        #expect(ComplaintPolicy(acknowledgeWithin: 3, answerWithin: 2) == nil)
        #expect(ComplaintPolicy(acknowledgeWithin: -1, answerWithin: 2) == nil)
        #expect(try JSON.roundTrip(own) == own)
    }

    @Test("run only where an answer is wanted and possible")
    func noClock() throws {
        #expect(try Complaint.draft(.draft(wish: .notWanted)).deadlines == nil)
        #expect(try Complaint.draft(.draft(contact: .anonymous)).deadlines == nil)
        #expect(try Complaint.draft(.draft()).deadlines != nil)
        let timeless = try Complaint.draft(.draft(), policy: nil)
        #expect(breaches(timeless) == [Refusal("D-CMP-4", "deadlines")])
        #expect(breaches(try Complaint.draft(.draft(wish: .notWanted), policy: nil)).isEmpty)
        let text = try JSON.text(Complaint.draft(.draft())).replacing(
            #""wish":{"value":{"_0":"wanted"#,
            with: #""wish":{"value":{"_0":"notWanted"#
        )
        #expect(breaches(try JSON.value(Complaint.self, from: text)) == [Refusal("D-CMP-4", "deadlines")])
    }

    @Test(
        "are met through the end of the last day and late from the day after",
        arguments: [("2024-03-11", true), ("2024-03-12", false)]
    )
    func acknowledged(date: String, isInTime: Bool) throws {
        var complaint = try Complaint.draft(.draft())
        #expect(complaint.acknowledgementTime(on: day(date)) == (isInTime ? .running : .late))
        let list = ComplaintWorklist([complaint], on: day(date))
        #expect(list.lateAcknowledgements == (isInTime ? [] : [complaint.reference]) && list.lateAnswers.isEmpty)
        try complaint.acknowledge(by: signed(date), under: law)
        #expect(complaint.acknowledgementTime(on: day("2024-04-01")) == (isInTime ? .met : .missed))
        #expect(complaint.acknowledgementTime(on: day("2024-03-08")) == .running)
    }

    @Test(
        "to answer are met through the end of the last day",
        arguments: [("2024-03-21", true), ("2024-03-22", false)]
    )
    func answered(date: String, isInTime: Bool) throws {
        var complaint = try Complaint.handled()
        let list = ComplaintWorklist([complaint], on: day(date))
        #expect(list.lateAnswers == (isInTime ? [] : [complaint.reference]))
        try complaint.answer(.draft(on: date), under: law)
        #expect(complaint.answerTime(on: day("2024-04-01")) == (isInTime ? .met : .missed))
        #expect(ComplaintWorklist([complaint], on: day(date)).lateAnswers.isEmpty)
        #expect(ComplaintWorklist([complaint], on: day("2024-03-22")).lateAnswers.isEmpty)
    }
}
