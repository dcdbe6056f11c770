import Deviations
import Foundation
import QualityCore
import QualityStorage
import TestSupport
import Testing

/// What a role can do with a deviation in each state, in the order of ``RecordState``.
///
/// `-` may not know of it, `k` knows, `f` knows and counts, `m` reads it masked, `M` reads it masked and counts,
/// `a` reads it, `A` reads it and counts. A small `w` stands for `m` with the reporter alone hidden.
struct RoleRow: CustomTestStringConvertible, Sendable {
    var role: AccessRole?
    var states: String
    /// Whether reading, counting, or changing deviations is a thing of the role at all.
    var reads = false
    var counts = false
    var writes = false
    /// Whether it creates or writes anything, and counts anything.
    var writesAny = false
    var countsAny = false
    var register: Set<AccessPolicy.RegisterRight> = []

    var testDescription: String { role?.rawValue ?? "nobody" }

    func letter(_ state: RecordState) -> Character { Array(states)[state.rawValue] }

    static let all: [RoleRow] = [
        RoleRow(role: nil, states: "-------"),
        RoleRow(role: "unknown", states: "-------"),
        RoleRow(role: .reporter, states: "---m---", reads: true, writesAny: true, countsAny: true),
        RoleRow(
            role: .unitManager,
            states: "M-M---M",
            reads: true,
            counts: true,
            writes: true,
            writesAny: true,
            countsAny: true
        ),
        RoleRow(
            role: .lexSarahReceiver,
            states: "M-M---M",
            reads: true,
            counts: true,
            writesAny: true,
            countsAny: true
        ),
        RoleRow(
            role: .investigator,
            states: "----Aa-",
            reads: true,
            counts: true,
            writes: true,
            writesAny: true,
            countsAny: true
        ),
        RoleRow(
            role: .decider,
            states: "M-M----",
            reads: true,
            counts: true,
            writes: true,
            writesAny: true,
            countsAny: true
        ),
        RoleRow(
            role: .medicallyResponsible,
            states: "--A----",
            reads: true,
            counts: true,
            writes: true,
            writesAny: true,
            countsAny: true
        ),
        RoleRow(
            role: .sociallyResponsible,
            states: "f---Aaf",
            reads: true,
            counts: true,
            writesAny: true,
            countsAny: true
        ),
        RoleRow(role: .registrar, states: "-------", writesAny: true, register: [.personExport, .dispose]),
        RoleRow(role: .processOwner, states: "f-f---f", counts: true, writesAny: true, countsAny: true),
        RoleRow(role: .analyst, states: "f-f---f", counts: true, countsAny: true),
        RoleRow(role: .boardMember, states: "fffffMf", reads: true, counts: true, countsAny: true),
        RoleRow(role: .auditor, states: "-----w-", reads: true, countsAny: true, register: [.journal, .verify]),
        RoleRow(
            role: .provider,
            states: "M-M---M",
            reads: true,
            counts: true,
            writes: true,
            writesAny: true,
            countsAny: true
        ),
        RoleRow(role: .administrator, states: "-------", register: [.verify]),
        RoleRow(role: .importProgram, states: "fffffff", counts: true, writes: true, writesAny: true, countsAny: true),
        RoleRow(role: .readingProgram, states: "AAAAAAA", reads: true, counts: true, countsAny: true),
        RoleRow(role: .archiveProgram, states: "kkkkkkk", register: [.journal, .archive, .restore, .verify, .dispose]),
    ]
}

/// How a request ended.
enum Ending: Hashable, Sendable {
    case done
    case all
    case masked
    case nothing
    case known
    case refused(StorageError.Code)

    static let denied = Ending.refused(.accessDenied)
}

@Suite("The table of rights")
struct AccessTableTests {
    @Test("holds for every role, state and request", .requirement("D-SEC-1", "D-SEC-13"), arguments: RoleRow.all)
    func table(row: RoleRow) async throws {
        for state in RecordState.allCases {
            for request in StoreRequest.allCases {
                let ending = try await ending(of: request, row, state)
                #expect(ending == expected(request, row, state), "\(row.testDescription), \(state), \(request)")
            }
        }
    }

    @Test("has a row for every public request of the register", .requirement("D-SEC-1"))
    func requests() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/QualityStorage")
        var found: Set<String> = []
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            var isStore = false
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                if line.contains(#/^(public )?(extension|struct|enum|actor|final class) /#) {
                    isStore = line.contains(#/(extension|struct) QualityStore\b/#)
                }
                guard isStore else { continue }
                if let name = line.firstMatch(of: /^    public (?:static )?func (\w+)/)?.1 {
                    found.insert(String(name))
                }
                if line.contains(#/^    public (?:private\(set\) )?(?:var|subscript)\b/#) { found.insert(String(line)) }
            }
        }
        #expect(found == Set(StoreRequest.allCases.map(\.rawValue)))
    }

    @Test("names no kind that the library does not have, and prints every line", .requirement("D-SEC-13"))
    func printed() throws {
        let policy = AccessPolicy.swedish
        let text = policy.markdown
        #expect(text.split(separator: "\n").count == 2 + policy.grants.count + policy.registerGrants.count)
        #expect(try JSONDecoder().decode(AccessPolicy.self, from: JSONEncoder().encode(policy)) == policy)
        #expect(text.contains("| administrator | the register | | verify | |"))
        let known: Set<String> = [
            "accessLogEntry", "boardDecision", "complaint", "complaintTheme", "deviation", "externalReview", "goal",
            "jointAnalysis", "lexSarahCase", "measure", "process", "processTree", "providerFollowUp", "riskAnalysis",
            "routine", "selfCheck", "selfCheckPlan", "selfCheckTemplate", "situationReport", "unexecutedDecision",
            "userSurvey",
        ]
        let drafts = Set(known.subtracting(["accessLogEntry", "processTree"]).map { "draft." + $0 })
        let named = Set(policy.grants.flatMap { $0.kinds ?? [] }.map(\.rawValue))
        #expect(named == known.union(drafts))
        #expect(Set(policy.uncountedKinds.map(\.rawValue)) == drafts)
    }

    private func expected(_ request: StoreRequest, _ row: RoleRow, _ state: RecordState) -> Ending {
        let letter = row.letter(state)
        let knows = letter != "-"
        let isMasked = "mMw".contains(letter)
        let isRead = isMasked || "aA".contains(letter)
        let read: Ending = isMasked ? .masked : .all
        switch request {
        case .prepare, .close: return .done
        case .head: return row.role == nil || row.role == "unknown" ? .denied : .done
        case .record, .history: return !row.reads || knows && !isRead ? .denied : knows ? read : .nothing
        case .records:
            // A list finds a record by what it says itself, not by the names in an assignment.
            return !row.reads ? .denied : isRead && (state != .named || letter == "A") ? read : .nothing
        case .facts: return !row.counts ? .denied : "fMA".contains(letter) ? .all : .nothing
        case .page, .counts: return !row.countsAny ? .denied : "fMA".contains(letter) ? .all : .nothing
        case .links:
            return [nil, "unknown", .administrator].contains(row.role)
                ? .denied : isRead ? .all : knows ? .known : .nothing
        case .journal, .changes: return !row.register.contains(.journal) ? .denied : knows ? .all : .nothing
        case .archive: return row.register.contains(.archive) ? .done : .denied
        case .restore: return row.register.contains(.restore) ? .done : .denied
        case .verify: return row.register.contains(.verify) ? .done : .denied
        case .disposalPlan, .dispose, .erase, .disposals: return row.register.contains(.dispose) ? .done : .denied
        case .export: return row.register.contains(.personExport) ? .all : .denied
        case .attach: return row.writesAny ? .done : .denied
        case .bytes: return isRead && letter != "m" ? .done : .denied
        case .compare: return row.role == .importProgram ? .done : .denied
        case .commit:
            if !row.writes { return .denied }
            return !knows ? .refused(.conflict) : isMasked ? .refused(.maskedRecord) : .done
        case .perform:
            return !row.writes || knows && !isRead ? .denied : !knows ? .refused(.notFound) : .done
        }
    }

    private func ending(of request: StoreRequest, _ row: RoleRow, _ state: RecordState) async throws -> Ending {
        let opened = try await Opened()
        let program = opened.store(StoreAccess(program: "import", as: .importProgram))
        let bytes = AsyncStream<[UInt8]> { stream in
            stream.yield([1, 2, 3])
            stream.finish()
        }
        let file = try await program.attach(AttachmentID(rawValue: "a"), named: "n", mediaType: "text/plain", bytes)
        let deviation = try state.deviation()
        try await program.commit([.create(deviation, with: [file])], reason: "import")
        let store = opened.store(as: row.role, purpose: .personRequest)
        do {
            return try await ask(request, of: store, deviation, file)
        } catch let error as StorageError {
            return .refused(error.code)
        } catch RestorationError.storage(let error) {
            return .refused(error.code)
        }
    }

    private func ask(
        _ request: StoreRequest,
        of store: QualityStore,
        _ deviation: Deviation,
        _ file: AttachmentFacts
    ) async throws -> Ending {
        let id = deviation.id
        let reference = deviation.reference
        func seen(_ records: [SavedRecord<Deviation>]) -> Ending {
            guard let first = records.first else { return .nothing }
            if first.record == deviation { return first.hidden.isEmpty ? .all : .masked }
            return first.record == deviation.masked(first.hidden) ? .masked : .nothing
        }
        switch request {
        case .prepare: try await store.prepare()
        case .close: try await store.close()
        case .head: _ = try await store.head()
        case .record: return seen(try await store.record(id).map { [$0] } ?? [])
        case .records: return seen(try await store.records(of: Deviation.self))
        case .history: return seen(try await store.history(of: id))
        case .facts:
            let facts = try await store.facts(of: Deviation.kind)
            #expect(facts.isEmpty || facts == [deviation.facts])
            return facts.isEmpty ? .nothing : .all
        case .page:
            let page = try await store.page(.kinds([Deviation.kind]))
            #expect(page.revisions.isEmpty || page.revisions.map(\.facts) == [deviation.facts])
            return page.revisions.isEmpty ? .nothing : .all
        case .counts: return try await store.counts(.kinds([Deviation.kind])).total == 0 ? .nothing : .all
        case .links:
            switch try await store.links(to: [reference])[reference] {
            case .readable: return .all
            case .known: return .known
            case .noAccess, nil: return .nothing
            }
        case .journal:
            let commits = try await store.journal().commits
            return commits.contains { $0.entries.contains { $0.link.reference == reference } } ? .all : .nothing
        case .changes:
            // A refusal is logged, so that one who follows the log has a commit to see.
            _ = try? await store.export(about: "bo", from: [])
            var changes = store.changes().makeAsyncIterator()
            let first = try await changes.next(isolation: nil)
            return first?.entries.contains { $0.link.reference == reference } == true ? .all : .nothing
        case .archive:
            for try await _ in try await store.archive() {}
        case .restore:
            let archive = Opened.archiver(of: try await Opened())
            var lines: [[UInt8]] = []
            for try await line in try await archive.archive() { lines.append(line) }
            // The archive of another register is refused by its content, and by the actor before that.
            do {
                _ = try await store.restore(judging: [Deviation.self]) {
                    AsyncStream { stream in
                        for line in lines { stream.yield(line) }
                        stream.finish()
                    }
                }
            } catch RestorationError.storage(let error) where error.code == .accessDenied {
                throw error
            } catch {}
        case .verify: #expect(try await store.verify(recomputing: [Deviation.self]).findings.isEmpty)
        case .export:
            return try await store.export(about: "bo", from: [Deviation.self]).entries.isEmpty ? .nothing : .all
        case .disposalPlan:
            let plan = try await store.disposalPlan(under: [], of: [Deviation.self], asOf: day("2030-01-01"))
            #expect(plan.entries.isEmpty)
        case .dispose:
            let archivist = Opened.archiver(of: try await Opened())
            let plan = try await archivist.disposalPlan(under: [], of: [], asOf: day("2030-01-01"))
            #expect(try await store.dispose(plan).lines.isEmpty)
        case .erase:
            #expect(
                try await store.erase(id, from: CommitNumber(rawValue: 1), reason: "test").lines.map(\.count) == [1]
            )
        case .disposals: #expect(try await store.disposals().lines.isEmpty)
        case .attach:
            let bytes = AsyncStream<[UInt8]> { $0.finish() }
            _ = try await store.attach(AttachmentID(rawValue: "b"), named: "n", mediaType: "text/plain", bytes)
        case .bytes:
            for try await _ in try await store.bytes(of: file, belongingTo: reference) {}
        case .compare: #expect(try await store.compare([deviation]).standings == [.same])
        case .commit:
            var changed = deviation
            try changed.correct(correction, under: .swedish)
            try await store.commit([.update(changed, from: CommitNumber(rawValue: 1))], reason: "corrected")
        case .perform:
            let after = try await store.perform(on: id, reason: "corrected") { record throws(StorageError) in
                do throws(RuleViolation) {
                    try record.correct(correction, under: .swedish)
                } catch {
                    throw StorageError(.ruleViolation, violations: [error])
                }
                return []
            }
            #expect(after.current.place.value == "Hallen")
        }
        return .done
    }

    private var correction: DeviationCorrection {
        DeviationCorrection(
            .place("Hallen"),
            reason: "Fel rum.",
            by: Signature("chief", title: "enhetschef", on: day("2024-03-07"))
        )
    }
}

extension Opened {
    static func archiver(of opened: Opened) -> QualityStore {
        opened.store(StoreAccess(program: "archiver", as: .archiveProgram))
    }
}
