import Complaints
import Deviations
import Improvements
import LexSarah
import QualityCore
import QualityWorkflows
import SelfChecks
import TestSupport
import Testing

@Suite("Flows from record to record")
struct FlowTests {
    @Test("a suspicion opens a case with its own receipt, and the deviation goes on", .requirement("D-DEV-6"))
    func suspicion() throws {
        let deviation = try Deviation(.draft())
        let linked = try deviation.reportingMisconduct(.draft(), under: law)
        #expect(linked.origin.suspicions.map(\.caseReference) == [linked.new.reference])
        #expect(linked.origin.suspicions.map(\.received) == [sign("chief", "2024-03-08")])
        #expect(linked.origin.phase == .reported && linked.origin.current == deviation.current)
        #expect(linked.new.unit == deviation.unit && linked.new.legalBases.value == [.sol])
        #expect(linked.new.reports[0].account.value == "Det har hänt förr.")
        let links = RecordLinks(deviations: [linked.origin], cases: [linked.new])
        #expect(links.records(linkedTo: linked.new.reference) == [deviation.reference])
        #expect(links.records(linkedTo: deviation.reference) == [linked.new.reference])
        var later = linked.origin
        try later.review(by: sign("chief", "2024-03-09"), under: law)
    }

    @Test("a suspicion without receipt or before the event is refused", .requirement("D-DEV-6"))
    func refusedSuspicion() throws {
        let deviation = try Deviation(.draft(occurred: "2024-03-05"))
        #expect(
            refusal { _ = try deviation.reportingMisconduct(.draft(receipt: false), under: law) }
                == Refusal("D-LXS-13", "reports.receipt")
        )
        #expect(
            refusal { _ = try deviation.reportingMisconduct(.draft(received: "2024-03-04"), under: law) }
                == Refusal("D-DEV-6", "suspicions")
        )
        _ = try deviation.reportingMisconduct(.draft(received: "2024-03-05"), under: law)
        let gap = try Deviation(.draft(legalBases: .notStated(source: "csv")))
        #expect(
            refusal { _ = try gap.reportingMisconduct(.draft(), under: law) } == Refusal("D-LXS-13", "legalBases")
        )
    }

    @Test("a grave care injury without a track stands on the list until it is opened", .requirement("D-LXS-12"))
    func lexMaria() throws {
        func deviation(_ seriousness: CareInjuryAnswer.Seriousness) throws -> Deviation {
            var deviation = try Deviation(.draft(legalBases: .value([.hsl])))
            try deviation.answerCareInjury(
                CareInjuryAnswer(
                    injury: .yes,
                    seriousness: seriousness,
                    motivation: "Fall.",
                    by: sign("mas", "2024-03-08")
                ),
                under: law
            )
            return deviation
        }
        var grave = try deviation(.yes)
        #expect([grave, try deviation(.no)].lexMariaToOpen() == [grave])
        try grave.openLexMaria(by: sign("mas", "2024-03-08"), under: law)
        #expect([grave].lexMariaToOpen().isEmpty)
    }

    @Test("a submission leads to a deviation and keeps its own answer", .requirement("D-CMP-5"))
    func complaint() throws {
        let complaint = try Complaint.draft()
        let linked = try complaint.leadingToDeviation(.draft(), under: law)
        #expect(linked.origin.links == [linked.new.reference])
        #expect(linked.origin.answer == nil && linked.origin.phase == complaint.phase)
        #expect(linked.origin.deadlines == complaint.deadlines)
        var cancelled = complaint
        try cancelled.cancel(by: sign("h1", "2024-03-07"), reason: "Dubblett.", under: law)
        #expect(refusal { _ = try cancelled.leadingToDeviation(.draft(), under: law) }?.rule == "D-CMP-7")
        #expect(
            refusal { _ = try complaint.leadingToDeviation(.draft(account: " "), under: law) }
                == Refusal("D-DEV-2", "account")
        )
    }

    @Test("a misconduct told by staff becomes a case linked both ways", .requirement("D-CMP-1"))
    func toldMisconduct() throws {
        let complaint = try Complaint.draft(sender: .staff)
        let linked = try complaint.reportingMisconduct(.draft(), under: law)
        #expect(linked.origin.links == [linked.new.reference])
        #expect(
            linked.new.knowledge == [MadeKnown(by: .complaint, on: complaint.received, record: complaint.reference)]
        )
        #expect(linked.new.clockStart == complaint.received)
        #expect(
            refusal { _ = try linked.origin.reportingMisconduct(.draft("ls:2"), under: law) }
                == Refusal("D-CMP-1", "misconduct")
        )
    }

    @Test("a failed question becomes a deviation linked to that question", .requirement("D-SLF-9"))
    func failedQuestion() throws {
        let check = try SelfCheck.draft()
        let linked = try check.leadingToDeviation(.draft(), from: "q1", under: law)
        #expect(linked.origin.outcomes == ["q1": .value(.deviation(linked.new.reference))])
        let links = RecordLinks(checks: [linked.origin])
        #expect(
            links.questions(leadingTo: linked.new.reference)
                == [QuestionReference(check: check.reference, question: "q1")]
        )
    }

    @Test("a question that is met or settled leads to nothing", .requirement("D-SLF-9"))
    func metQuestion() throws {
        let check = try SelfCheck.draft()
        #expect(
            refusal { _ = try check.leadingToDeviation(.draft(), from: "q2", under: law) }
                == Refusal("D-SLF-9", "outcomes")
        )
        let settled = try check.leadingToDeviation(.draft(), from: "q1", under: law).origin
        #expect(
            refusal { _ = try settled.leadingToMeasure(.draft(), from: "q1", under: law) }
                == Refusal("D-SLF-9", "outcomes")
        )
        #expect(try check.leadingToMeasure(.draft(), from: "q1", under: law).new.phase == .proposed)
    }

    @Test("a measure points at what caused it, whatever its kind", .requirement("D-MSR-3"))
    func measures() throws {
        let other = RecordReference(kind: RecordKind(rawValue: "riskAnalysis"), id: "r1")
        let complaint = try Complaint.draft()
        let linked = try complaint.leadingToMeasure(.draft(sources: [other]), under: law)
        #expect(linked.new.proposal.sources.value == [complaint.reference, other])
        #expect(linked.origin.links == [linked.new.reference])
        #expect(
            try MeasureOpening.draft(sources: [other]).proposed(because: other, under: law).proposal.sources.value == [
                other
            ]
        )
        let own = RecordReference(name("m:1") as RecordID<Measure>)
        #expect(
            refusal { _ = try MeasureOpening.draft().proposed(because: own, under: law) }
                == Refusal("D-MSR-3", "proposal.sources")
        )
    }

    @Test("a measure of a deviation meets a recorded cause", .requirement("D-MSR-3", "D-DEV-8"))
    func causes() throws {
        var deviation = try Deviation(.draft())
        let cause = DeviationCause.ID(rawValue: 0)
        #expect(
            refusal { _ = try deviation.leadingToMeasure(.draft(), meeting: [cause], under: law) }
                == Refusal("D-DEV-8", "measures.causes")
        )
        try deviation.addCause(
            "procedures.missing",
            from: DeviationCause.standardList(),
            by: sign("chief", "2024-03-09"),
            under: law
        )
        let linked = try deviation.leadingToMeasure(.draft(), meeting: [cause], under: law)
        #expect(linked.origin.measures.map(\.measure) == [linked.new.reference])
        #expect(linked.new.proposal.sources.value == [deviation.reference])
    }

    @Test("a demand of the authority becomes a measure, and only a demand that there is", .requirement("D-MSR-3"))
    func demand() throws {
        var found = try Deviation(.draft()).reportingMisconduct(.draft(), under: law).new
        try found.notify(by: sign("sas", "2024-03-11"), of: .board, includesInvestigation: false, under: law)
        try found.receiveVerdict(on: day("2024-06-10"), demanding: ["Nattbemanning."], under: law)
        let linked = try found.leadingToMeasure(.draft(), meetingDemandAt: 0, under: law)
        #expect(linked.origin.matter?.verdict?.demands.map(\.measure) == [linked.new.reference])
        #expect(linked.new.proposal.sources.value == [found.reference])
        #expect(
            refusal { _ = try found.leadingToMeasure(.draft(), meetingDemandAt: 1, under: law) }
                == Refusal("D-LXS-15", "notification.demands")
        )
    }
}
