import QualityCore
import QualitySamples
import QualityStorage
import QualityStorageSQLite

/// How long something takes that nothing else does, against a time that its users would not notice.
struct Timing {
    let name: String
    let goal: Double
    let best: Double

    private init(_ name: String, goal: Double, _ body: () async throws -> Void) async rethrows {
        self.name = name
        self.goal = goal
        var best = Double.infinity
        for _ in 1...5 { best = min(best, try await seconds(per: 1, body)) }
        self.best = best
    }

    static func all(in folder: Folder) async throws -> [Timing] {
        let backend = SQLiteStorage(path: folder.file("facts"))
        for request in Specimen.commits(11, writes: 947, from: 0) { _ = try await backend.commit(request) }
        let access = StoreAccess(program: Specimen.actor, as: .importProgram)
        let store = QualityStore(backend, tenant: Specimen.tenant, access: access) { Specimen.time }
        let facts = try await Timing("SQLite, facts of 10,417 records read", goal: 0.1) {
            try Inequality.check("records read", try await store.facts(of: Specimen.kind).count, 10_417)
        }
        await backend.close()
        let samples = try await Timing("100,000 sample deviations drawn", goal: 2) {
            let register = try SampleRegister(seed: 1, deviations: 100_000, complaints: 0, lexSarahCases: 0)
            try Inequality.check("deviations drawn", register.deviations.count, 100_000)
        }
        return [facts, samples]
    }

    /// The cells of a row: the name, the best of five times, the goal and whether it is met.
    var cells: [String] {
        [name, "all", Comparison.time(best), "", "", "", Comparison.time(goal), best <= goal ? "met" : "missed"]
    }
}
