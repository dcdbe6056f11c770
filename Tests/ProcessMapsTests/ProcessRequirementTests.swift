import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("An approved process")
struct ProcessRequirementTests {
    struct Lack: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rule: String
        let description: @Sendable () throws -> ProcessDescription

        init(
            _ field: String,
            _ rule: String = "D-PRO-1",
            _ description: @escaping @Sendable () throws -> ProcessDescription
        ) {
            testDescription = field
            self.rule = rule
            self.description = description
        }
    }

    private static let lacks = [
        Lack("purpose") { try Made.description(purpose: .value(" ")) },
        Lack("start") { try Made.description(start: .value("")) },
        Lack("end") { try Made.description(end: .value("")) },
        Lack("inputs") { try Made.description(inputs: .value([])) },
        Lack("outputs") { try Made.description(outputs: .value([""])) },
        Lack("roles") { try Made.description(roles: .value([]), steps: .value([Made.step(role: nil)])) },
        Lack("steps") { try Made.description(steps: .value([])) },
        Lack("steps") { try Made.description(steps: .value([Made.step(name: " ")])) },
        Lack("steps.role") { try Made.description(steps: .value([Made.step(role: nil)])) },
        Lack("coOperationInside") { try Made.description(inside: nil) },
        Lack("coOperationOutside") { try Made.description(outside: .value(.parties([]))) },
        Lack("steps.routineNeed", "D-PRO-2") { try Made.description(steps: .value([Made.step(need: nil)])) },
        Lack("steps.routineNeed", "D-PRO-2") {
            try Made.description(steps: .value([Made.step(need: .value(.routines([])))]))
        },
        Lack("steps.routineNeed", "D-PRO-2") {
            try Made.description(steps: .value([Made.step(need: .value(.none(reason: "")))]))
        },
        Lack("purpose") { try Made.description(purpose: .notStated(source: "gammal")) },
        Lack("coOperationOutside") { try Made.description(outside: .notStated(source: "gammal")) },
        Lack("steps.routineNeed", "D-PRO-2") {
            try Made.description(steps: .value([Made.step(need: .notStated(source: "gammal"))]))
        },
    ]

    @Test("holds every field; a draft may lack it", .requirement("D-PRO-1", "D-PRO-2"), arguments: lacks)
    func field(lack: Lack) throws {
        var process = try Made.process()
        try process.beginVersion(lack.description(), under: Made.law)
        let before = process
        let refused = refusal { process = try process.approved(lack.description(), on: "2020-01-01") }
        #expect(refused == Refusal(lack.rule, lack.testDescription))
        #expect(process == before)
    }

    @Test("is accepted when it holds them all", .requirement("D-PRO-1", "D-PRO-2"))
    func complete() throws {
        let process = try Made.process().approved(Made.description(), on: "2020-01-01")
        #expect(process.violations(under: Made.law).isEmpty)
        #expect(process.facts.status == "approved")
        let bare = Made.step(need: .value(.none(reason: "ett samtal")))
        #expect(throws: Never.self) {
            try Made.process().approved(Made.description(steps: .value([bare])), on: "2020-01-01")
        }
    }

    @Test("has an owner on the day of approval and belongs to an operation", .requirement("D-PRO-1"))
    func ownerAndOperation() throws {
        let description = try Made.description()
        let unowned = try Made.process(owners: ProcessOwners())
        #expect(refusal { _ = try unowned.approved(description, on: "2020-01-01") } == Refusal("D-PRO-1", "owners"))
        var owned = unowned
        try owned.assignOwner("p2", title: "chef", from: day("2020-01-01"), under: Made.law)
        #expect(refusal { _ = try owned.approved(description, on: "2020-01-01") } == nil)
        #expect(refusal { _ = try owned.approved(description, on: "2019-12-31") } == Refusal("D-PRO-1", "owners"))
        let placeless = try Made.process(operations: .value([]))
        #expect(
            refusal { _ = try placeless.approved(description, on: "2020-01-01") } == Refusal("D-PRO-1", "operations")
        )
        var approved = try owned.approved(description, on: "2020-01-01")
        #expect(refusal { try approved.place(in: [], under: Made.law) } == Refusal("D-PRO-1", "operations"))
        #expect(refusal { try approved.place(in: ["O2"], under: Made.law) } == nil)
        #expect(refusal { try approved.rename(to: " ", under: Made.law) } == Refusal("D-PRO-1", "name"))
        #expect(refusal { try approved.rename(to: "Utreda", under: Made.law) } == nil)
    }

    @Test("has one owner at a time", .requirement("D-PRO-1"))
    func owners() throws {
        var process = try Made.process()
        #expect(
            refusal { try process.assignOwner("p2", title: "chef", from: day("2019-01-01"), under: Made.law) }
                == Refusal("D-PRO-1", "owners")
        )
        try process.assignOwner("p2", title: "chef", from: day("2020-01-01"), under: Made.law)
        #expect(process.owners.owner(on: day("2019-12-31"))?.value?.person == "p9")
        #expect(process.owners.owner(on: day("2020-01-01"))?.value?.person == "p2")
        try process.releaseOwner(lastDay: day("2020-06-30"), under: Made.law)
        #expect(process.owners.owner(on: day("2020-07-01")) == nil)
    }

    @Test("names only roles that it has, and each step once", .requirement("D-PRO-1"))
    func structure() throws {
        #expect(
            refusal { _ = try Made.description(steps: .value([Made.step(role: "chef")])) }
                == Refusal("D-PRO-1", "steps.role")
        )
        #expect(
            refusal { _ = try Made.description(steps: .value([Made.step(), Made.step()])) }
                == Refusal("D-PRO-1", "steps")
        )
        let two = try Made.description(steps: .value([Made.step("b"), Made.step("a")]))
        #expect(two.steps.value?.map(\.id.rawValue) == ["b", "a"], "steps keep their order")
        let text = try JSON.text(two).replacing(#""id":"b""#, with: #""id":"a""#)
        #expect(throws: RuleViolation.self) { try JSON.value(ProcessDescription.self, from: text) }
    }

    @Test("of another system keeps its gaps, which are no violations until someone acts on it", .requirement("D-PRO-1"))
    func imported() throws {
        let approval = VersionApproval(
            approver: .notStated(source: "gammal"),
            reason: .notStated(source: "gammal"),
            validFrom: day("2015-01-01"),
            reviewBy: .notStated(source: "gammal")
        )
        let content = try Made.description(purpose: .notStated(source: "gammal"))
        let versions = try VersionHistory([DocumentVersion(number: 1, content: content, state: .approved(approval))])
        let owner = ProcessOwners.Period(person: "p9", title: "processägare", from: day("2019-01-01"))
        let unowned = try Made.process(owners: ProcessOwners([owner]), versions: versions)
        #expect(unowned.violations(under: Made.law).map(Refusal.init) == [Refusal("D-PRO-1", "owners")])
        let owners = try ProcessOwners([owner], unstatedSource: "gammal")
        var process = try Made.process(owners: owners, versions: versions)
        #expect(process.owners.owner(on: day("2015-01-01")) == .notStated(source: "gammal"))
        #expect(process.violations(under: Made.law).isEmpty)
        #expect(process.versions[1]?.content.gaps == [.purpose])
        let review = VersionReview(
            reviewer: Made.signature("2021-01-01"),
            conclusion: "stämmer",
            reviewBy: day("2022-01-01")
        )
        #expect(refusal { try process.review(1, review, under: Made.law) } == Refusal("D-PRO-1", "purpose"))
        process = try process.approved(Made.description(), on: "2021-01-01")
        #expect(refusal { try process.review(2, review, under: Made.law) } == nil)
        #expect(process.facts.dueOn == day("2022-01-01"))
    }

    @Test("cites the provision in force when it was approved", .requirement("D-PRO-1"))
    func citation() throws {
        let suspended = Made.law.suspending("D-PRO-1")
        let process = try Made.process().approved(
            Made.description(purpose: .value("")),
            on: "2020-01-01",
            under: suspended
        )
        let found = process.violations(under: Made.law)
        #expect(found.map(Refusal.init) == [Refusal("D-PRO-1", "purpose")])
        #expect(found.first?.citation == Made.law.provision(for: .mapProcesses, on: day("2020-01-01"))?.citation)
        #expect(found.first?.citation != nil)
        do {
            _ = try Made.process().approved(Made.description(purpose: .value("")), on: "2020-01-01")
            Issue.record("a process without purpose was approved")
        } catch let refused as RuleViolation {
            #expect(refused.field == "purpose" && refused.ground == .known)
            #expect(refused.citation == found.first?.citation)
        }
    }
}
