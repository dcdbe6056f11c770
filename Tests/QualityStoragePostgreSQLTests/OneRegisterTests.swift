#if PostgreSQL && SQLite
import Deviations
import Foundation
import QualityCore
import QualitySamples
import QualityStorage
import QualityStoragePostgreSQL
import QualityStorageSQLite
import Synchronization
import TestSupport
import Testing

@Suite("One register in three stores")
struct OneRegisterTests {
    @Test("has one head and gives the same counts, there and after archive and restoration")
    func alike() async throws {
        let deviations = try SampleRegister(seed: 1, deviations: TestSize.isFull ? 10_415 : 1_000).deviations
        let folder = FileManager.default.temporaryDirectory.appending(path: "one-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func file(_ name: String) -> SQLiteStorage { SQLiteStorage(path: folder.appending(path: name).path) }

        try await withStore { server, _ in
            let stores = [register(InMemoryStorage()), register(file("a")), register(server)]
            for store in stores {
                try await store.prepare()
                for start in stride(from: 0, to: deviations.count, by: 1_000) {
                    let batch = deviations[start..<min(start + 1_000, deviations.count)]
                    try await store.commit(batch.map { .create($0) }, reason: "import")
                }
            }
            let heads = try await stores.asyncMap { try await $0.head() }
            #expect(Set(heads).count == 1)
            print("\(deviations.count) deviations, head \(heads[0])")

            var lines: [[UInt8]] = []
            for try await line in try await stores[2].archive() { lines.append(line) }
            let restored = register(file("b"))
            try await restored.prepare()
            let archive = lines
            let restoration = try await restored.restore(judging: [Deviation.self]) {
                AsyncStream { stream in
                    for line in archive { stream.yield(line) }
                    stream.finish()
                }
            }
            // The archive is itself logged.
            #expect(restoration.head == (try await stores[2].head()))
            #expect(restoration.head.number.rawValue == heads[0].number.rawValue + 1)

            var generator = SeededGenerator(seed: 20_260_301)
            let values = Values(deviations.map(\.facts))
            let requests = TestSize.isFull ? 500 : 60
            for number in 1...requests {
                let filter = values.filter(depth: 2, &generator)
                let keys = values.keys(&generator)
                let measure = CountRequest.Measure.allCases.randomElement(using: &generator) ?? .records
                let tables = try await (stores + [restored]).asyncMap { try await $0.counts(filter, measure, by: keys) }
                #expect(Set(tables).count == 1, "request \(number)")
            }
            print("\(requests) requests for counts, alike in three stores and after restoration")
        }
    }

    private func register(_ backend: some StorageBackend) -> QualityStore {
        let state = Mutex((generator: SeededGenerator(seed: 7), seconds: Int64(0)))
        return QualityStore(
            backend,
            tenant: board,
            access: StoreAccess(program: "tester", as: .importProgram, .readingProgram, .archiveProgram),
            salt: {
                state.withLock { state in (0..<16).map { _ in .random(in: .min ... .max, using: &state.generator) } }
            },
            now: {
                state.withLock { state in
                    state.seconds += 1
                    return Timestamp(microsecondsSince1970: state.seconds * 1_000_000)
                }
            }
        )
    }
}

/// What the records of a register hold, to draw requests from.
private struct Values {
    private let units: [OrganisationUnitID]
    private let statuses: [String]
    private let codes: [(CodeDimension, CategoryCode)]
    private let days: [CalendarDate]

    init(_ facts: [RecordFacts]) {
        units = Set(facts.map(\.unit)).sorted { $0.rawValue < $1.rawValue }
        statuses = Set(facts.map(\.status)).sorted()
        days = Set(facts.flatMap { [$0.occurred, $0.reported].compactMap(\.self) }).sorted()
        var found: [CodeDimension: Set<CategoryCode>] = [:]
        for observation in facts.flatMap(\.observations) {
            for (dimension, codes) in observation.codes where !dimension.rawValue.hasPrefix("person.") {
                found[dimension, default: []].formUnion(codes)
            }
        }
        codes = found.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { dimension, codes in
            codes.sorted().map { (dimension, $0) }
        }
    }

    func filter(depth: Int, _ generator: inout SeededGenerator) -> Filter {
        let field = DayField.allCases.randomElement(using: &generator) ?? .reported
        switch Int.random(in: 0..<(depth > 0 ? 9 : 6), using: &generator) {
        case 0: return .everything
        case 1: return .units(Set(units.shuffled(using: &generator).prefix(3)))
        case 2: return .statuses(Set(statuses.shuffled(using: &generator).prefix(2)))
        case 3:
            guard let code = codes.randomElement(using: &generator) else { return .nothing }
            return .codes(code.0, [code.1])
        case 4: return .days(field, from: days.randomElement(using: &generator), through: nil)
        case 5:
            return .days(
                field,
                from: days.randomElement(using: &generator),
                through: days.randomElement(using: &generator)
            )
        case 6: return .not(filter(depth: depth - 1, &generator))
        case 7: return .all([filter(depth: depth - 1, &generator), filter(depth: depth - 1, &generator)])
        default: return .any([filter(depth: depth - 1, &generator), filter(depth: depth - 1, &generator)])
        }
    }

    func keys(_ generator: inout SeededGenerator) -> [CountRequest.Key] {
        let field = DayField.allCases.randomElement(using: &generator) ?? .reported
        let all: [CountRequest.Key] =
            [.kind, .unit, .status, .month(field), .year(field)] + Set(codes.map(\.0)).map { .code($0) }
        return Array(all.sorted { "\($0)" < "\($1)" }.shuffled(using: &generator).prefix(3))
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
#endif
