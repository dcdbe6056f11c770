import Complaints
import Deviations
import Improvements
import LexSarah
import QualityCore
import QualityStorage
import QualityWorkflows
import StorageTestSupport
import Synchronization
import TestSupport
import Testing

@Suite("The system")
struct QualitySystemTests {
    @Test("a flow is one commit, or none", .requirement("D-DEV-6"))
    func oneCommit() async throws {
        let system = try await emptySystem()
        let deviation = try Deviation(.draft())
        try await system.create(deviation, reason: "report")
        try await system.reportMisconduct(.draft(), about: deviation.id, reason: "suspicion")
        #expect(try await system.store.head().number.rawValue == 2)
        let refused = await #expect(throws: StorageError.self) {
            try await system.reportMisconduct(
                .draft("ls:2", received: "2024-03-04"),
                about: deviation.id,
                reason: "suspicion"
            )
        }
        #expect(refused?.code == .ruleViolation && refused?.violations.map(\.rule) == ["D-DEV-6"])
        let taken = await #expect(throws: StorageError.self) {
            try await system.reportMisconduct(.draft(), about: deviation.id, reason: "again")
        }
        #expect(taken?.code == .conflict)
        #expect(try await system.store.head().number.rawValue == 2)
        #expect(try await system.read(deviation.id)?.suspicions.count == 1)
    }

    @Test("an act on what is not there says so, and one that changes nothing writes nothing")
    func absent() async throws {
        let system = try await emptySystem()
        let deviation = try Deviation(.draft())
        let missing = await #expect(throws: StorageError.self) {
            try await system.perform(on: deviation.id, reason: "b") { _, _ in }
        }
        #expect(missing?.code == .notFound)
        try await system.create(deviation, reason: "b")
        try await system.perform(on: deviation.id, reason: "b") { _, _ in }
        #expect(try await system.store.head().number.rawValue == 1)
    }

    @Test("acts at the same time are all done, each on what the others left")
    func conflicts() async throws {
        let system = try await emptySystem(attempts: 100)
        let deviation = try Deviation(.draft())
        try await system.create(deviation, reason: "b")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask {
                    try await system.perform(on: deviation.id, reason: "b") {
                        found,
                        law throws(RuleViolation) in
                        try found.correct(
                            DeviationCorrection(
                                .place("Rum \(number)"),
                                reason: "Fel rum.",
                                by: sign("nurse", "2024-03-08")
                            ),
                            under: law
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await system.read(deviation.id)?.corrections.count == 8)
    }

    @Test("an act is tried again as often as the system says, and no more", arguments: [2, 3])
    func attempts(conflicts: Int) async throws {
        let backend = RefusingStorage()
        let retries = Mutex(0)
        let system = try await emptySystem(backend, attempts: 3) { event in
            if event == .retry(.conflict) { retries.withLock { $0 += 1 } }
        }
        let deviation = try Deviation(.draft())
        try await system.create(deviation, reason: "b")
        let opening = try MisconductOpening.draft()
        await backend.refuse(conflicts, as: .conflict)
        var code: StorageError.Code?
        do {
            try await system.reportMisconduct(opening, about: deviation.id, reason: "suspicion")
        } catch {
            code = error.code
        }
        #expect(code == (conflicts < 3 ? nil : .conflict))
        #expect(retries.withLock { $0 } == 2)
        #expect(try await system.read(deviation.id)?.suspicions.count == (conflicts < 3 ? 1 : 0))
    }

    @Test("screening finds and changes nothing", .requirement("D-DEV-6"))
    func screening() async throws {
        let rule = ScreeningRule(
            id: "visit",
            label: LocalizedText(sv: "Uteblivet besök", en: "Visit not made"),
            criteria: [.category(anyOf: ["service.notDone"])]
        )
        let policies = QualityPolicies(screening: MisconductScreening(rules: [rule]))
        let system = try await emptySystem(policies: policies)
        let one = try Deviation(.draft())
        let two = try Deviation(.draft("avv:2"))
        for deviation in [one, two] { try await system.create(deviation, reason: "b") }
        try await system.reportMisconduct(.draft(), about: one.id, reason: "suspicion")
        #expect(try await system.screenForMisconduct().hits.map(\.deviation) == [two.reference])
        #expect(try await system.worklist(asOf: day("2024-03-09")).screening.hits.count == 1)
        #expect(try await system.read(two.id) == two)
    }

    @Test("a measure can be proposed because of any saved record", .requirement("D-MSR-3"))
    func anyRecord() async throws {
        let system = try await emptySystem()
        let found = try Deviation(.draft()).reportingMisconduct(.draft(), under: law).new
        let missing = await #expect(throws: StorageError.self) {
            try await system.propose(.draft(), because: found.id, reason: "b")
        }
        #expect(missing?.code == .notFound)
        try await system.create(found, reason: "b")
        let measure = try await system.propose(.draft(), because: found.id, reason: "b")
        #expect(measure.proposal.sources.value == [found.reference])
        #expect(try await system.links().records(linkedTo: found.reference) == [measure.reference])
    }

    @Test("the list of a day says what is late on it and not the day before", .requirement("D-CMP-4"))
    func worklist() async throws {
        let system = try await emptySystem()
        let complaint = try Complaint.draft()
        try await system.create(complaint, reason: "b")
        let last = try #require(complaint.deadlines?.acknowledge)
        let after = try #require(last.adding(days: 1))
        #expect(try await system.worklist(asOf: last).complaints.lateAcknowledgements.isEmpty)
        #expect(try await system.worklist(asOf: after).complaints.lateAcknowledgements == [complaint.reference])
    }
}
