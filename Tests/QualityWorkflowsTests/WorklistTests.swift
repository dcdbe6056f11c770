import Complaints
import Deviations
import Improvements
import LexSarah
import QualityCore
import QualityWorkflows
import SelfChecks
import TestSupport
import Testing

@Suite("The worklist across all kinds of record")
struct WorklistTests {
    private static func measure(
        _ number: String = "m:1",
        due: String = "2024-04-30",
        responsible: PersonReference = "planner",
        unit: OrganisationUnitID = "U1"
    ) throws -> Measure {
        var measure = Measure(
            id: name(number),
            unit: unit,
            proposal: Measure.Proposal(
                what: .value("Ny rutin."),
                goal: .value("Inga uteblivna besök."),
                responsible: .value(responsible),
                due: .value(day(due)),
                followUpOn: .value(day("2024-12-31")),
                sources: .value([RecordReference(kind: RecordKind(rawValue: "deviation"), id: "avv:1")])
            ),
            proposedBy: sign("chief", "2024-03-10")
        )
        try measure.move(to: .approved, by: sign("head", "2024-03-11"), under: law)
        return measure
    }

    private static func list(_ measures: [Measure], asOf date: String, lookingAhead days: Int = 30) -> Worklist {
        var records = QualityWorklist.Records()
        records.measures = measures
        return Worklist(of: records, asOf: day(date), lookingAhead: days, under: law)
    }

    @Test(
        "tells how what is due stands on the day, through the end of its last day",
        .requirement("D-MSR-1"),
        arguments: [
            ("2024-03-20", WorklistItem.Standing.later(days: 41)), ("2024-03-31", .dueWithin(days: 30)),
            ("2024-04-29", .dueWithin(days: 1)), ("2024-04-30", .dueToday), ("2024-05-01", .overdue(days: 1)),
            ("2025-04-30", .overdue(days: 365)),
        ]
    )
    func standing(date: String, standing: WorklistItem.Standing) throws {
        let list = Self.list([try Self.measure()], asOf: date)
        let item = try #require(list.items.first)
        #expect(list.items.count == 1 && item.task == .executeMeasure && item.standing == standing)
        #expect(item.due == day("2024-04-30") && item.source == .record && item.responsible == "planner")
        #expect(item.citation?.contains("SOSFS 2011:9") == true && item.ground != .practice)
        #expect(list.overdue.isEmpty == !standing.isOverdue)
        #expect(list.due.isEmpty == (standing == .later(days: 41)))
        #expect(try JSON.roundTrip(list) == list)
    }

    @Test(
        "of two measures one day apart has one overdue, and looks no further than it is told",
        .requirement("D-MSR-1")
    )
    func neighbours() throws {
        let measures = [try Self.measure("m:1", due: "2024-04-30"), try Self.measure("m:2", due: "2024-04-29")]
        let list = Self.list(measures, asOf: "2024-04-30")
        #expect(list.overdue.map(\.record.id) == ["m:2"])
        #expect(list.items.map(\.record.id) == ["m:2", "m:1"])
        let early = try #require(Self.list(measures, asOf: "2024-04-20", lookingAhead: 9).due.first)
        #expect(early.record.id == "m:2")
        #expect(Self.list(measures, asOf: "2024-04-20", lookingAhead: 8).due.isEmpty)
    }

    @Test(
        "is filtered by a node with all below it and by person, and grouped in its own order",
        .requirement("D-MSR-1")
    )
    func filters() throws {
        let organisation = try Organisation([
            OrganisationUnit(id: "N", name: "Nämnd", level: .board, parent: nil),
            OrganisationUnit(id: "O1", name: "Hemtjänst", level: .operation, parent: "N"),
            OrganisationUnit(id: "U1", name: "Norr", level: .unit, parent: "O1"),
            OrganisationUnit(id: "O2", name: "Boende", level: .operation, parent: "N"),
        ])
        let measures = [
            try Self.measure("m:1", unit: "U1"), try Self.measure("m:2", unit: "O2"),
            try Self.measure("m:3", responsible: "other", unit: "U1"),
        ]
        let list = Self.list(measures, asOf: "2024-04-01")
        #expect(list.within("O1", of: organisation).items.map(\.record.id) == ["m:1", "m:3"])
        #expect(list.within("O2", of: organisation).items.map(\.record.id) == ["m:2"])
        #expect(list.within("N", of: organisation) == list)
        #expect(list.within("O1", of: organisation).assigned(to: "other").items.map(\.record.id) == ["m:3"])
        #expect(list.assigned(to: nil).items.isEmpty)
        let proposed = Measure(
            id: name("m:4"),
            unit: "U1",
            proposal: measures[0].proposal,
            proposedBy: sign("chief", "2024-03-10")
        )
        let open = Self.list([proposed], asOf: "2024-04-01").assigned(to: nil).items
        #expect(open.map(\.task) == [.decideOnMeasure] && open.map(\.standing) == [.noDay])
        let groups = list.grouped(by: \.unit)
        #expect(groups.map(\.key) == ["O2", "U1"] && groups.map(\.items.count) == [1, 2])
        #expect(Self.list(measures.reversed(), asOf: "2024-04-01") == list)
    }

    @Test("reminds once, also where the exact day was missed, and anew when overdue or moved", .requirement("D-SLF-7"))
    func reminders() throws {
        let measure = try Self.measure()
        #expect(Self.list([measure], asOf: "2024-04-19").reminders(daysBefore: 10).isEmpty)
        for date in ["2024-04-20", "2024-04-23", "2024-04-30"] {
            let reminders = Self.list([measure], asOf: date).reminders(daysBefore: 10)
            #expect(reminders.map(\.ground) == [.upcoming])
            #expect(Self.list([measure], asOf: date).reminders(daysBefore: 10, sent: Set(reminders)).isEmpty)
        }
        let sent = Set(Self.list([measure], asOf: "2024-04-20").reminders(daysBefore: 10))
        let late = Self.list([measure], asOf: "2024-06-01").reminders(daysBefore: 10, sent: sent)
        #expect(late.map(\.ground) == [.overdue])
        let moved = Self.list([try Self.measure(due: "2024-05-02")], asOf: "2024-04-25")
        #expect(moved.reminders(daysBefore: 10, sent: sent).map(\.due) == [day("2024-05-02")])
    }

    @Test("has the board's times of a submission, each until it is met", .requirement("D-CMP-4"))
    func complaint() throws {
        var records = QualityWorklist.Records()
        records.complaints = [try Complaint.draft()]
        let deadlines = try #require(records.complaints[0].deadlines)
        let after = try #require(deadlines.acknowledge.adding(days: 1))
        let list = Worklist(of: records, asOf: after, under: law)
        #expect(list.items.map(\.task) == [.acknowledgeComplaint, .answerComplaint])
        #expect(list.overdue.map(\.task) == [.acknowledgeComplaint])
        #expect(list.items.allSatisfy { $0.source == .board && $0.citation != nil })
        #expect(Worklist(of: records, asOf: deadlines.acknowledge, under: law).overdue.isEmpty)
        try records.complaints[0].acknowledge(by: sign("h1", "2024-03-07"), under: law)
        #expect(Worklist(of: records, asOf: after, under: law).items.map(\.task) == [.answerComplaint])
    }

    @Test("cites the law for a duty whose last day is the board's, and has no day without one", .requirement("D-LAW-3"))
    func misconduct() throws {
        let deviation = try Deviation(.draft())
        let opened = try deviation.reportingMisconduct(.draft(), under: law).new
        var records = QualityWorklist.Records()
        records.cases = [opened]
        var policies = QualityPolicies()
        func item() -> WorklistItem? {
            Worklist(of: records, asOf: day("2024-03-10"), policies: policies, under: law).items
                .first { $0.task == .investigateMisconduct }
        }
        let targeted = try #require(item())
        #expect(targeted.source == .board && targeted.due == day("2024-03-08").adding(days: 60))
        #expect(targeted.citation != nil && targeted.ground != .practice)
        policies.lexSarah.investigationDays = nil
        let plain = try #require(item())
        #expect(plain.source == nil && plain.due == nil && plain.standing == .noDay)
        #expect(plain.citation == targeted.citation)
        let tasks = Worklist(of: records, asOf: day("2024-03-10"), under: law).items.map(\.task)
        #expect(tasks == [.investigateMisconduct, .removeDanger])
    }

    @Test(
        "has planned self-checks from before their day until they are done, with days of grace",
        .requirement("D-SLF-7")
    )
    func selfChecks() throws {
        var plan = try SelfCheckPlan(
            id: name("plan:1"),
            unit: "U1",
            year: 2024,
            checks: [
                PlannedCheck(
                    "akt",
                    what: "Genomförandeplaner",
                    sort: .fileReview,
                    how: .value("Aktgranskning"),
                    schedule: .recurring(.lastDayOfMonth(every: 3), from: day("2024-03-01")),
                    graceDays: 7,
                    responsible: .value("p1"),
                    sample: .size(10),
                    subjects: .value([RecordReference(kind: RecordKind(rawValue: "routine"), id: "r:1")]),
                    ifNotMet: .value("Avvikelse skrivs."),
                    template: name("mall")
                )
            ]
        )
        try plan.approve(by: sign("head", "2024-01-10"), under: law)
        var records = QualityWorklist.Records()
        records.plans = [plan]
        func list(_ date: String) -> Worklist { Worklist(of: records, asOf: day(date), under: law) }
        #expect(list("2024-02-29").items.isEmpty)
        #expect(list("2024-03-01").items.map(\.standing) == [.later(days: 37)])
        #expect(list("2024-04-07").items.map(\.standing) == [.dueToday])
        #expect(list("2024-04-08").items.map(\.standing) == [.overdue(days: 1)])
        #expect(list("2024-04-08").items.map(\.responsible) == ["p1"])
        #expect(list("2024-07-08").items.map(\.standing) == [.overdue(days: 92), .overdue(days: 1)])
    }

    @Test("names each task and standing in two languages", .requirement("D-MSR-1"))
    func labels() {
        for task in WorklistTask.allCases { #expect(task.label(.swedish) != task.label(.english)) }
        #expect(Set(WorklistTask.allCases.map { $0.label(.swedish) }).count == WorklistTask.allCases.count)
        for source in WorklistItem.DueSource.allCases { #expect(source.label(.swedish) != source.label(.english)) }
    }
}
