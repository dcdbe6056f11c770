import Deviations
import ProcessMaps
import QualityCore
import QualityStorage
import QualityWorkflows
import TestSupport
import Testing

@Suite("Cases as an event log")
struct EventLogTests {
    private static func reader(_ backend: InMemoryStorage) -> QualitySystem {
        let access = StoreAccess(program: "logs", as: .archiveProgram)
        return QualitySystem(backend, tenant: "SN", access: access) { Timestamp(startOf: day("2024-03-10")) }
    }

    @Test("tell the changes of their status, and nothing else that was written")
    func courses() async throws {
        let backend = InMemoryStorage()
        let system = try await emptySystem(backend)
        let first = try Deviation(.draft("avv:1"))
        let second = try Deviation(.draft("avv:2"))
        for deviation in [first, second] { try await system.create(deviation, reason: "b") }
        try await system.perform(on: first.id, reason: "b") { found, law throws(RuleViolation) in
            try found.correct(
                DeviationCorrection(.place("Rum 2"), reason: "Fel rum.", by: sign("nurse", "2024-03-08")),
                under: law
            )
        }
        try await system.perform(on: first.id, reason: "b") { found, law throws(RuleViolation) in
            try found.review(by: sign("chief", "2024-03-09"), under: law)
        }
        await #expect(throws: StorageError.self) { try await system.eventLog(of: Deviation.self) }
        let reader = Self.reader(backend)
        let log = try await reader.eventLog(of: Deviation.self)
        #expect(log.cases.map(\.id) == ["1", "2"])
        #expect(log.cases.map(\.activities) == [["reported", "reviewed"], ["reported"]])
        #expect(log.cases[0].events.allSatisfy { $0.time == Timestamp(startOf: day("2024-03-08")) })
        let text = try JSON.text(log)
        for written in ["Köket", "Rum", "avv", "nurse", "chief", "Besöket"] { #expect(!text.contains(written)) }
        let named = try await reader.eventLog(
            of: Deviation.self,
            name: "Avvikelser",
            id: { record, _ in record.id },
            activity: { DeviationPhase(rawValue: $0) == .reviewed ? "Granska" : nil }
        )
        #expect(named.name == "Avvikelser" && named.cases.map(\.id) == ["avv:1", "avv:2"])
        #expect(named.cases.map(\.activities) == [["Granska"], []])
        let commits = try await reader.store.journal().commits
        #expect(EventLog(of: commits, kind: Deviation.kind) == log)
        #expect(EventLog(of: commits, kind: RecordKind(rawValue: "measure")).cases.isEmpty)
    }

    @Test("leave out records of which the journal keeps less than their course")
    func disposed() async throws {
        let backend = InMemoryStorage()
        let system = try await emptySystem(backend)
        for number in 1...3 { try await system.create(Deviation(.draft("avv:\(number)")), reason: "b") }
        var commits = try await Self.reader(backend).store.journal().commits
        commits[0].entries[0].facts = nil
        let facts = try #require(commits[1].entries[0].facts)
        commits[1].entries[0].facts = SealedFacts(stored: facts.facts.forStatistics, seal: facts.seal)
        let log = EventLog(of: commits, kind: Deviation.kind, id: { "\($0.id) \($1)" })
        #expect(log.cases.map(\.id) == ["avv:3 1"])
    }
}
