import Complaints
import Deviations
import Improvements
import LexSarah
import ProcessMaps
import QualityCore
import QualityStorage
import QualityWorkflows
import TestSupport
import Testing

/// Faults of other systems in handling cases, each named as the fault or its cure.
@Suite("Learnt from others' faults, in cases")
struct LearntFaultsInCasesTests {
    private static let measure = RecordReference(kind: Measure.kind, id: "m:1")

    /// A case whose only measure is approved and neither done nor left undone.
    private static func unverified() throws -> Deviation {
        var deviation = try Deviation(.draft())
        try deviation.review(by: sign("chief", "2024-03-08"), under: law)
        let assessment = DeviationAssessment(actual: .minor, possible: .moderate, by: sign("chief", "2024-03-08"))
        try deviation.assess(assessment, under: law)
        let causes = try DeviationCause.standardList()
        try deviation.addCause("procedures.missing", from: causes, by: sign("chief", "2024-03-08"), under: law)
        try deviation.linkMeasure(measure, meeting: deviation.investigation.causes.map(\.id), under: law)
        try deviation.decide("Rutinen ses över.", by: sign("chief", "2024-03-10"), under: law)
        try deviation.approveMeasure(measure, doer: "planner", timing: nil, by: sign("head", "2024-03-10"), under: law)
        try deviation.recordFollowUp(by: sign("chief", "2024-03-12"), under: law)
        try deviation.answerReporter(.given(sign("chief", "2024-03-12")), under: law)
        return deviation
    }

    private static func closed() throws -> Deviation {
        var deviation = try unverified()
        let outcome = MeasureLink.Outcome.executed(on: day("2024-03-12"), recorded: sign("chief", "2024-03-13"))
        try deviation.recordOutcome(outcome, of: measure, under: law)
        try deviation.close(by: sign("chief", "2024-03-20"), under: law)
        return deviation
    }

    private static let missingOutcome = Refusal("D-DEV-7", "measures.outcome")

    @Test("Closing with an unverified measure refused by the act", .requirement("D-DEV-7"))
    func act() throws {
        var deviation = try Self.unverified()
        #expect(refusal { try deviation.close(by: sign("chief", "2024-03-20"), under: law) } == Self.missingOutcome)
        let own = MeasureLink.Outcome.executed(on: day("2024-03-12"), recorded: sign("planner", "2024-03-13"))
        #expect(
            refusal { try deviation.recordOutcome(own, of: Self.measure, under: law) }
                == Refusal("D-DEV-7", "measures.recorded")
        )
        #expect(try Self.closed().phase == .closed)
    }

    /// The stored form of a closed case, its measure without the outcome.
    private static func forged() throws -> Deviation {
        let text = try JSON.text(closed())
        let outcome = try #require(text.firstRange(of: #","outcome":{"executed":"#))
        var (depth, end) = (0, outcome.lowerBound)
        for index in text.indices[outcome.lowerBound...] {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            end = text.index(after: index)
            if depth == 0, text[index] == "}" { break }
        }
        return try JSON.value(from: text.replacingCharacters(in: outcome.lowerBound..<end))
    }

    @Test("Closing with an unverified measure refused through the store, as act and as record", .requirement("D-DEV-7"))
    func store() async throws {
        let system = try await emptySystem()
        let deviation = try Self.unverified()
        try await system.create(deviation, reason: "report")
        let byAct = await #expect(throws: StorageError.self) {
            try await system.perform(on: deviation.id, reason: "close") {
                found,
                law throws(RuleViolation) in
                try found.close(by: sign("chief", "2024-03-20"), under: law)
            }
        }
        #expect(byAct?.violations.map { Refusal($0) } == [Self.missingOutcome])
        let other = try await emptySystem()
        let asRecord = await #expect(throws: StorageError.self) {
            try await other.create(try Self.forged(), reason: "import")
        }
        #expect(asRecord?.violations.map { Refusal($0) } == [Self.missingOutcome])
        try await other.create(try Self.closed(), reason: "import")
    }

    @Test("Blanking a required text after the transition refused", .requirement("D-DEV-2"))
    func blanking() throws {
        var deviation = try Self.closed()
        let correct = { (change: DeviationCorrection.Change) in
            refusal {
                try deviation.correct(
                    DeviationCorrection(change, reason: "Fel", by: sign("chief", "2024-03-21")),
                    under: law
                )
            }
        }
        #expect(correct(.account(" ")) == Refusal("D-DEV-2", "account"))
        #expect(correct(.place("")) == Refusal("D-DEV-2", "place"))
        #expect(correct(.place("Hallen")) == nil)
    }

    @Test("Reopening keeps both intervals", .requirement("D-DEV-10"))
    func reopening() throws {
        var deviation = try Self.closed()
        try deviation.reopen(reason: "Nytt", by: sign("chief", "2024-03-25"), under: law)
        try deviation.decide("Åter", by: sign("chief", "2024-03-26"), under: law)
        try deviation.recordFollowUp(by: sign("chief", "2024-03-27"), under: law)
        try deviation.close(by: sign("chief", "2024-03-28"), under: law)
        #expect(deviation.closures.map(\.closed) == [day("2024-03-20"), day("2024-03-28")])
        #expect(deviation.closures.map(\.reopened) == [day("2024-03-25"), nil])
    }

    @Test("Days to close never negative", .requirement("D-DEV-10"))
    func daysToClose() throws {
        var deviation = try Self.unverified()
        let outcome = MeasureLink.Outcome.executed(on: day("2024-03-12"), recorded: sign("chief", "2024-03-13"))
        try deviation.recordOutcome(outcome, of: Self.measure, under: law)
        #expect(refusal { try deviation.close(by: sign("chief", "2024-03-06"), under: law) } != nil)
        try deviation.close(by: sign("chief", "2024-03-13"), under: law)
        #expect(deviation.daysToClose == 6)
        #expect(refusal { try deviation.reopen(reason: "Nytt", by: sign("chief", "2024-03-12"), under: law) } != nil)
    }

    @Test("Cancelled not counted", .requirement("D-DEV-10"))
    func cancelled() throws {
        var deviation = try Deviation(.draft("avv:1"))
        let others = [try Deviation(.draft("avv:2"))]
        #expect(DeviationTally(of: others + [deviation]).counted == 2)
        let cancellation = DeviationCancellation(.test, reason: "Prov", by: sign("chief", "2024-03-08"))
        try deviation.cancel(cancellation, under: law)
        let tally = DeviationTally(of: others + [deviation])
        #expect(tally.counted == 1 && tally.cancelled == 1)
    }

    @Test("A process tree that cannot be broken", .requirement("D-PRO-4"))
    func tree() throws {
        var tree = try ProcessTree(id: name("t"), unit: "N")
        for (child, parent) in [("a", nil), ("b", "a"), ("c", "b")] as [(String, String?)] {
            try tree.add(name(child), under: parent.map { name($0) })
        }
        let before = tree
        #expect(refusal { try tree.move(name("a"), under: name("c")) } == Refusal("D-PRO-4", "parent"))
        #expect(refusal { try tree.add(name("c"), under: name("a")) } == Refusal("D-PRO-4", "process"))
        #expect(refusal { try tree.remove(name("b")) } == Refusal("D-PRO-4", "children"))
        #expect(tree == before)
        try tree.move(name("b"), under: nil)
        #expect(tree.ancestors(of: name("c")) == [name("b")])
    }

    @Test("An old file version loads")
    func oldFile() throws {
        let deviations: [Deviation] = try JSON.fixture("Payloads/v1/deviation.json")
        let complaints: [Complaint] = try JSON.fixture("Payloads/v1/complaint.json")
        let cases: [LexSarahCase] = try JSON.fixture("Payloads/v1/lexSarahCase.json")
        #expect(deviations.count == 5 && !complaints.isEmpty && !cases.isEmpty)
        #expect(Deviation.schemaVersion > 1)
        #expect(deviations.flatMap { $0.violations(under: law) }.isEmpty)
        #expect(try JSON.roundTrip(deviations) == deviations)
    }

    @Test(
        "An imported closed case with stated gaps is kept, counted and listed, and is not closed again without them",
        .requirement("D-DEV-10")
    )
    func imported() async throws {
        let report = try DeviationReport.draft(legalBases: .notStated(source: "csv"))
        let found = try Deviation(report, enteredAs: .closed, on: day("2024-03-09"))
        let system = try await emptySystem()
        try await system.create(found, reason: "import")
        let kept = try await system.read(found.id)
        #expect(kept == found)
        #expect(DeviationTally(of: [found]).counted == 1)
        #expect(DeviationWorklists([found], asOf: day("2024-04-01")).gaps.map(\.fields) == [["legalBases"]])

        var again = found
        try again.reopen(reason: "Nytt", by: sign("chief", "2024-03-10"), under: law)
        let assessment = DeviationAssessment(actual: .none, possible: .none, by: sign("chief", "2024-03-10"))
        try again.assess(assessment, under: law)
        let decide = { refusal { try again.decide("Så", by: sign("chief", "2024-03-10"), under: law) } }
        #expect(decide() == Refusal("D-DEV-2", "legalBases"))
        let correction = DeviationCorrection(.legalBases([.sol]), reason: "Luckan", by: sign("chief", "2024-03-10"))
        try again.correct(correction, under: law)
        #expect(decide() == nil)
    }

    @Test(
        "A changed rule leaves what was decided under the old one, and is judged anew from then on",
        .requirement("D-DEV-3")
    )
    func changedRule() throws {
        let loose = law.suspending("D-DEV-3", field: "corrections")
        var deviation = try Deviation(.draft())
        let correction = DeviationCorrection(.place("Hallen"), reason: " ", by: sign("chief", "2024-03-08"))
        #expect(refusal { try deviation.correct(correction, under: law) } == Refusal("D-DEV-3", "corrections"))
        try deviation.correct(correction, under: loose)
        #expect(deviation.violations(under: law).map { Refusal($0) } == [Refusal("D-DEV-3", "corrections")])
        // What broke the rule before stops no act that breaks nothing more.
        #expect(refusal { try deviation.review(by: sign("chief", "2024-03-09"), under: law) } == nil)
    }

    @Test("A changed rule of the board says from which day it counts", .requirement("D-DEV-9"))
    func changedRegistrationRule() throws {
        let deviation = try Deviation(.draft())
        let rule = { (first: String) throws in
            RegistrationRule(
                id: "visits",
                label: LocalizedText(sv: "Besök", en: "Visits"),
                validity: try #require(Validity(from: day(first))),
                categories: ["service.notDone"],
                circumstances: []
            )
        }
        #expect(DeviationTally(of: [deviation], rules: [try rule("2024-03-08")]).flagged == 0)
        let flagged = DeviationTally(of: [deviation], rules: [try rule("2024-03-07")])
        #expect(flagged.flagged == 1 && flagged.counted == 1 && flagged.withoutFlagged == 0)
    }

    @Test("A link to a record that is missing does not block", .requirement("D-MSR-3"))
    func missingLink() async throws {
        let system = try await emptySystem()
        let deviation = try Self.unverified()
        try await system.create(deviation, reason: "report")
        #expect(try await system.read(name("m:1") as RecordID<Measure>) == nil)
        #expect(try await system.links().records(linkedTo: Self.measure) == [deviation.reference])
        #expect(try await system.links().records(linkedTo: deviation.reference) == [Self.measure])
        let outcome = MeasureLink.Outcome.executed(on: day("2024-03-12"), recorded: sign("chief", "2024-03-13"))
        let closed = try await system.perform(on: deviation.id, reason: "close") {
            found,
            law throws(RuleViolation) in
            try found.recordOutcome(outcome, of: Self.measure, under: law)
            try found.close(by: sign("chief", "2024-03-20"), under: law)
        }
        #expect(closed.phase == .closed)
    }
}

extension String {
    /// The text without some of its characters.
    fileprivate func replacingCharacters(in range: Range<String.Index>) -> String {
        String(self[..<range.lowerBound] + self[range.upperBound...])
    }
}
