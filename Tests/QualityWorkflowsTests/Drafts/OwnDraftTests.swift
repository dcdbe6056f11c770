import Deviations
import QualityCore
import QualityStorage
import QualityWorkflows
import TestSupport
import Testing

@Suite("The drafts of a person", .requirement("D-SEC-1", "D-SEC-13"))
struct OwnDraftTests {
    private let backend = InMemoryStorage()

    private func system(_ person: PersonReference, as role: AccessRole) -> QualitySystem {
        let access = StoreAccess(
            ActorID(rawValue: "account of \(person.rawValue)"),
            person: person,
            purpose: .caseWork,
            roles: [RoleAssignment(role, units: ["U1"])]
        )
        return QualitySystem(backend, tenant: "SN", access: access) { Timestamp(startOf: day("2024-03-08")) }
    }

    private func draft(by writer: PersonReference?) throws -> DeviationDraft {
        var draft = DeviationDraft(id: name("avv:9"), begun: day("2024-03-07"), by: writer)
        try draft.edit(on: day("2024-03-07")) { form in
            deviationSpecimen.steps.forEach { $0.fill(&form) }
            form.reporter = .named("nurse")
        }
        return draft
    }

    @Test("are saved, read and submitted by whoever fills them in", arguments: [AccessRole.reporter, .unitManager])
    func own(role: AccessRole) async throws {
        let mine = system("nurse", as: role)
        let draft = try draft(by: "nurse")
        try await mine.create(draft, reason: "begun")
        #expect(try await mine.openDrafts(of: Deviation.Form.self) == [draft])
        try await mine.submit(draft, reason: "sent")
        #expect(try await mine.openDrafts(of: Deviation.Form.self).isEmpty)
        #expect(try await mine.store.record(draft.recordID) != nil)
    }

    @Test("are seen by nobody else of the unit", arguments: [AccessRole.reporter, .unitManager])
    func others(role: AccessRole) async throws {
        let draft = try draft(by: "nurse")
        try await system("nurse", as: .reporter).create(draft, reason: "begun")
        let other = system("chief", as: role)
        #expect(try await other.openDrafts(of: Deviation.Form.self).isEmpty)
        #expect(try await other.store.record(draft.id) == nil)
        let refused = await #expect(throws: StorageError.self) {
            try await other.perform(on: draft.id, reason: "b") { _, _ in }
        }
        #expect(refused?.code == .notFound)
    }

    @Test("name who fills them in, or are refused", arguments: [nil, "chief"] as [PersonReference?])
    func nameless(writer: PersonReference?) async throws {
        let refused = await #expect(throws: StorageError.self) {
            try await system("nurse", as: .reporter).create(draft(by: writer), reason: "begun")
        }
        #expect(refused?.code == .accessDenied)
    }

    @Test("are never counted, whoever counts")
    func counts() async throws {
        let mine = system("nurse", as: .unitManager)
        try await mine.create(draft(by: "nurse"), reason: "begun")
        let reader = QualityStore(
            backend,
            tenant: "SN",
            access: StoreAccess(program: "reader", as: .readingProgram)
        ) { Timestamp(startOf: day("2024-03-08")) }
        for measure in CountRequest.Measure.allCases {
            #expect(try await mine.store.counts(.everything, measure).total == 0)
            #expect(try await reader.counts(.everything, measure).total == 0)
        }
    }
}
