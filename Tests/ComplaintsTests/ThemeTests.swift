import Complaints
import QualityCore
import TestSupport
import Testing

@Suite("A theme", .requirement("D-CMP-6"))
struct ThemeTests {
    @Test("says what it is about and why")
    func fields() throws {
        #expect(breaches(try ComplaintTheme.draft(matter: " ")) == [Refusal("D-CMP-6", "matter")])
        #expect(breaches(try ComplaintTheme.draft(reason: "")) == [Refusal("D-CMP-6", "reason")])
        #expect(breaches(try ComplaintTheme.draft()).isEmpty)
        let early = refusal { _ = try ComplaintTheme.draft(answer: .draft(on: "2024-02-29")) }
        #expect(early == Refusal("D-CMP-6", "answer"))
        #expect(refusal { _ = try ComplaintTheme.draft(answer: .draft(on: "2024-03-01")) } == nil)
    }

    @Test("is joined from its first day", arguments: [("2024-03-08", "2024-03-09"), ("2024-03-08", "2024-03-08")])
    func join(joined: String, opened: String) throws {
        var complaint = try Complaint.draft(.draft())
        let theme = try ComplaintTheme.draft(opened: opened)
        let refused = refusal { try complaint.join(theme, by: signed(joined), under: law) }
        #expect(refused == (joined < opened ? Refusal("D-CMP-6", "theme") : nil))
        #expect(complaint.phase == (refused == nil ? .joinedToTheme : .received))
    }

    @Test("answers each of its submissions, and no other")
    func answers() throws {
        var theme = try ComplaintTheme.draft()
        var complaint = try Complaint.draft(.draft())
        try complaint.join(theme, by: signed("2024-03-08"), under: law)
        let (date, none) = (day("2024-03-15"), Refusal("D-CMP-6", "theme"))
        #expect(refusal { try complaint.answer(with: theme, on: date, under: law) } == none)
        try theme.setAnswer(.draft(), under: law)
        #expect(refusal { try complaint.answer(with: try .draft("2", answer: .draft()), on: date, under: law) } == none)
        #expect(ComplaintWorklist([complaint], on: date).waitingInThemes == [complaint.reference])
        let open = refusal { try theme.end(by: signed(date), submissions: [complaint], under: law) }
        #expect(open == Refusal("D-CMP-6", "submissions"))
        let answered = try theme.answerAll(in: [complaint, try .draft()], on: date, under: law)
        #expect(answered.map(\.phase) == [.answered] && answered.map(\.answered) == [date])
        #expect(ComplaintWorklist(answered, on: date).waitingInThemes.isEmpty)
        #expect(refusal { try theme.end(by: signed(date), submissions: answered, under: law) } == nil)
        #expect(theme.facts.status == "ended")
        var late = try Complaint.draft(.draft())
        #expect(refusal { try late.join(theme, by: signed("2024-03-08"), under: law) } == none)
    }
}
