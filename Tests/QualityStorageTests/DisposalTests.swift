import QualityCore
import QualityStorage
import TestSupport
import Testing

@Suite("A disposal", .requirement("D-SEC-8"))
struct DisposalTests {

    private func rule(
        _ id: String = "plan",
        operators: Set<OperatorKind>? = nil,
        from start: RetentionStanding.StartEvent = .closed,
        months: Int = 60,
        reach: RetentionRule.Reach = .existingRecords
    ) throws -> RetentionRule {
        try #require(
            RetentionRule(
                id,
                kind: Memo.kind,
                operators: operators,
                from: start,
                months: months,
                source: .plan("Dokumenthanteringsplan", decided: day("2019-05-02")),
                reach: reach
            )
        )
    }

    private func planned(
        _ memos: [Memo],
        _ rules: [RetentionRule],
        stoppedBy stops: [RecordReference: Set<RetentionStanding.Stop>] = [:],
        asOf text: String
    ) async throws -> DisposalPlan {
        let store = QualityStore.test(InMemoryStorage())
        try await store.commit(memos.map { .create($0) }, reason: "test")
        return try await store.disposalPlan(under: rules, of: [Memo.self], stoppedBy: stops, asOf: day(text))
    }

    private let closed = Memo("a", received: day("2019-01-10"), closed: day("2019-03-31"))

    @Test("takes nothing without a rule, and what a rule names with one")
    func withoutRule() async throws {
        #expect(try await planned([closed], [], asOf: "2099-01-01").entries.isEmpty)
        #expect(try await planned([closed], [rule()], asOf: "2099-01-01").entries.map(\.record.id) == ["a"])
    }

    @Test(
        "takes a record after its last day and not on it, and is never too late",
        arguments: [
            ("2024-03-30", 0), ("2024-03-31", 0), ("2024-04-01", 1), ("2031-01-01", 1),
        ]
    )
    func lastDay(asOf text: String, count: Int) async throws {
        #expect(try await planned([closed], [rule()], asOf: text).entries.count == count)
    }

    @Test("never takes a live case, whatever the rule")
    func live() async throws {
        let open = Memo("a", received: day("2010-01-01"))
        let plan = try await planned([open], [rule(from: .received, months: 1)], asOf: "2030-01-01")
        #expect(plan.entries.isEmpty)
        #expect(plan.stopped.map(\.stops) == [[.live]])
    }

    @Test(
        "is stopped by an open matter at the authority, an appeal, a request, a hold and unread content",
        arguments: [
            RetentionStanding.Stop.appeal, .releaseRequest, .hold, .unread,
        ]
    )
    func stopped(by stop: RetentionStanding.Stop) async throws {
        let plan = try await planned(
            [closed],
            [rule()],
            stoppedBy: [closed.reference: [stop]],
            asOf: "2030-01-01"
        )
        #expect(plan.stopped.map(\.stops) == [[stop]])
        var matter = closed
        matter.hasAuthorityMatter = true
        #expect(try await planned([matter], [rule()], asOf: "2030-01-01").stopped.map(\.stops) == [[.authorityMatter]])
        #expect(try await planned([closed], [rule()], asOf: "2030-01-01").stopped.isEmpty)
    }

    @Test("of a changed rule reaches existing records only where the rule says so")
    func reach() async throws {
        let later = Memo("b", received: day("2020-01-01"), closed: day("2020-02-01"))
        let all = try await planned([closed, later], [rule(months: 12)], asOf: "2030-01-01")
        #expect(all.entries.map(\.record.id) == ["a", "b"])
        let new = try await planned(
            [closed, later],
            [rule(months: 12, reach: .received(from: day("2020-01-01")))],
            asOf: "2030-01-01"
        )
        #expect(new.entries.map(\.record.id) == ["b"])
    }

    @Test("follows the rule that keeps a record longest, and rules of operators only where the operator is known")
    func longest() async throws {
        let rules = [try rule("short", months: 12), try rule("long", operators: [.own], months: 120)]
        #expect(try await planned([closed], rules, asOf: "2025-01-01").entries.isEmpty)
        #expect(try await planned([closed], rules, asOf: "2029-04-01").entries.map(\.rule.id) == ["long"])
        var unknown = closed
        unknown.operatedBy = nil
        #expect(try await planned([unknown], rules, asOf: "2025-01-01").entries.map(\.rule.id) == ["short"])
    }

    @Test("erases every revision, keeps what statistics need, and leaves a protocol", arguments: Adapter.allCases)
    func carriedOut(adapter: Adapter) async throws {
        try await adapter.withStore { backend in
            let store = QualityStore.test(backend)
            var memo = closed
            memo.text = "Anna föll"
            let first = try await store.commit([.create(memo)], reason: "test")
            memo.text = "Anna föll igen"
            try await store.commit([.update(memo, from: first.number)], reason: "test")
            try await store.commit([.create(Memo("b", received: day("2024-01-01")))], reason: "test")
            let before = try await store.counts(by: [.month(.reported), .code(.category)])
            let found = Filter.words(SearchWords(of: "anna"))
            #expect(try await store.counts(found).total == 1)

            let plan = try await store.disposalPlan(under: [rule()], of: [Memo.self], asOf: day("2025-01-01"))
            let done = try await store.dispose(plan)
            #expect(done.lines.map(\.count) == [1])
            #expect(done.lines.map(\.rule) == ["plan"])
            #expect(try await store.disposals() == done)
            #expect(try await store.record(memo.id) == nil)
            #expect(try await store.history(of: memo.id).isEmpty)
            #expect(try await store.counts(found).total == 0)
            #expect(try await store.counts(by: [.month(.reported), .code(.category)]) == before)
            #expect(try await store.verify(recomputing: [Memo.self]).findings.isEmpty)
            let again = try await store.disposalPlan(under: [rule()], of: [Memo.self], asOf: day("2025-01-01"))
            #expect(again.entries.isEmpty)
        }
    }

    @Test("of a record changed since the plan is a conflict")
    func changedSince() async throws {
        let store = QualityStore.test(InMemoryStorage())
        var memo = closed
        let first = try await store.commit([.create(memo)], reason: "test")
        let plan = try await store.disposalPlan(under: [rule()], of: [Memo.self], asOf: day("2025-01-01"))
        memo.text = "reopened"
        try await store.commit([.update(memo, from: first.number)], reason: "test")
        let error = await #expect(throws: StorageError.self) { try await store.dispose(plan) }
        #expect(error?.code == .conflict)
        #expect(try await store.record(memo.id) != nil)
    }
}
