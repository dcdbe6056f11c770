import Deviations
import Improvements
import LexSarah
import QualityCore
import QualityWorkflows
import SelfChecks
import TestSupport
import Testing

@Suite("The worklist of follow-ups")
struct FollowUpWorklistTests {
    private static func list(_ records: QualityWorklist.Records, _ date: String) -> [WorklistItem] {
        Worklist(of: records, asOf: day(date), under: law).items
    }

    private static func year() throws -> CalendarPeriod { try #require(CalendarPeriod(year: 2024)) }

    @Test("has a survey from its first day until it is over, overdue after its last", .requirement("D-SUR-1"))
    func survey() throws {
        var survey = try UserSurvey(
            id: name("s:1"),
            unit: "U1",
            period: Self.year(),
            name: .value("Brukarundersökning"),
            interval: .yearly
        )
        var records = QualityWorklist.Records()
        records.surveys = [survey]
        #expect(Self.list(records, "2023-12-31").isEmpty)
        #expect(Self.list(records, "2024-12-31").map(\.standing) == [.dueToday])
        #expect(Self.list(records, "2025-01-01").map(\.standing) == [.overdue(days: 1)])
        try survey.omit(.tooFew, under: law)
        records.surveys = [survey]
        #expect(Self.list(records, "2025-01-01").isEmpty)
    }

    @Test("has a goal until it has an outcome", .requirement("D-GOL-1"))
    func goal() throws {
        var goal = try Goal(
            id: name("g:1"),
            unit: "U1",
            period: Self.year(),
            wording: .value("Trygghet"),
            indicator: .value("Andel trygga"),
            target: nil
        )
        var records = QualityWorklist.Records()
        records.goals = [goal]
        #expect(Self.list(records, "2025-01-01").map(\.task) == [.assessGoal])
        try goal.assess(Goal.Outcome(figure: 0.9, stated: .met, by: sign("chief", "2024-12-01")), under: law)
        records.goals = [goal]
        #expect(Self.list(records, "2025-01-01").isEmpty)
    }

    @Test("has a line for each unit that is asked of its situation", .requirement("D-SIT-1"))
    func situation() throws {
        var report = try SituationReport(
            id: name("l:1"),
            unit: "N",
            purpose: .value("Värme"),
            use: .value("Omfördelning"),
            begun: day("2024-07-01"),
            units: ["U1", "U2"],
            areas: ["staffing"],
            rhythm: 7
        )
        let state = SituationReport.State(now: .normal, expected: .normal)
        try report.answer(
            SituationReport.Answer(unit: "U1", states: ["staffing": state], by: sign("chief", "2024-07-05")),
            under: law
        )
        var records = QualityWorklist.Records()
        records.situationReports = [report]
        let items = Self.list(records, "2024-07-09")
        #expect(items.map(\.unit) == ["U2", "U1"])
        #expect(items.map(\.standing) == [.overdue(days: 1), .dueWithin(days: 3)])
        try report.close(on: day("2024-07-09"), under: law)
        records.situationReports = [report]
        #expect(Self.list(records, "2024-07-09").isEmpty)
    }

    @Test("has what a provider was asked for until it has come", .requirement("D-SLF-11"))
    func provider() throws {
        var followUp = ProviderFollowUp(id: name("p:1"), unit: "N", provider: "P1", period: try Self.year())
        let number = try followUp.request(
            "Egenkontroller",
            by: sign("chief", "2024-03-01"),
            dueOn: day("2024-04-01"),
            under: law
        )
        var records = QualityWorklist.Records()
        records.providerFollowUps = [followUp]
        let items = Self.list(records, "2024-04-02")
        #expect(items.map(\.task) == [.awaitProviderData, .concludeProviderFollowUp])
        #expect(items.map(\.standing) == [.overdue(days: 1), .noDay])
        #expect(items.allSatisfy { $0.citation?.contains("kommunallagen") == true })
        #expect(Self.list(records, "2025-07-01").first?.citation == "15 kap. 9 § socialtjänstlagen (2025:400)")
        try followUp.end(number, .arrived(day("2024-04-02")), under: law)
        records.providerFollowUps = [followUp]
        #expect(Self.list(records, "2024-04-02").map(\.task) == [.concludeProviderFollowUp])
    }

    @Test("has the hours of another track while they run", .requirement("D-DEV-12"))
    func track() throws {
        var deviation = try Deviation(.draft())
        try deviation.consider(
            OtherTrackAnswer(
                .personalDataBreach,
                .yes(reference: "IMY 1"),
                by: sign("chief", "2024-03-10"),
                aware: Timestamp(startOf: day("2024-03-10"))
            ),
            under: law
        )
        var records = QualityWorklist.Records()
        records.deviations = [deviation]
        func items(_ date: String) -> [WorklistItem] {
            Self.list(records, date).filter { $0.task == .notifyOtherTrack }
        }
        let found = try #require(items("2024-03-12").first)
        #expect(found.due == day("2024-03-13") && found.source == .law)
        #expect(found.citation == "artikel 33 dataskyddsförordningen (EU) 2016/679")
        #expect(items("2024-03-14").isEmpty)
    }

    @Test("has what a private operator has not told the board", .requirement("D-LXS-7"))
    func board() throws {
        var opening = try MisconductOpening.draft()
        opening.operatedBy = .privateOperator
        var found = try Deviation(.draft()).reportingMisconduct(opening, under: law.suspending("D-LXS-1")).new
        var records = QualityWorklist.Records()
        records.cases = [found]
        func tasks() -> [WorklistTask] { Self.list(records, "2024-03-10").map(\.task) }
        #expect(tasks().contains(.informBoardOfReport))
        try found.informBoard(of: .report(found.reports[0].id), by: sign("chief", "2024-03-09"), under: law)
        records.cases = [found]
        #expect(!tasks().contains(.informBoardOfReport))
    }

    @Test("a problem of a draft cites the law behind it, and none where it is practice", .requirement("D-LAW-1"))
    func drafts() throws {
        var draft = MeasureDraft(id: name("m:9"), begun: day("2024-03-01"))
        let empty = draft.problems(under: law)
        #expect(empty.first { $0.field == "goal" }?.citation == "5 kap. 7–8 §§ SOSFS 2011:9")
        #expect(empty.first { $0.field == "goal" }?.ground == .known)
        #expect(empty.first { $0.field == "due" }?.citation == nil)
        try draft.edit(on: day("2011-12-31")) { $0.what = " " }
        let refused = #expect(throws: DraftError.self) { try draft.submit(under: law) }
        #expect(refused?.violations.first { $0.field == "sources" }?.ground == .known)
    }
}
