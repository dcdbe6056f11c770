public import QualityCore
public import QualityStorage

/// The management system of one board as a tool embeds it: register, law, clock and rules (*ledningssystem*).
///
/// It is opened for someone, and every act is theirs.
/// Every act is one commit. An act whose record was changed by someone else meanwhile is done again on the record as it
/// is then, a bounded number of times, so an act that is no longer allowed is refused.
public struct QualitySystem: Sendable {
    /// The register.
    public let store: QualityStore
    /// The law that acts and records are judged by.
    public let law: Law
    /// The board's own times and rules.
    public let policies: QualityPolicies
    /// How many times an act is tried when others write the same record, at least 1.
    public let attempts: Int

    /// A system over a store.
    ///
    /// - Parameters:
    ///   - backend: where revisions are kept; call ``prepare()`` before the first use.
    ///   - tenant: the board.
    ///   - access: who acts, as what and what for.
    ///   - policy: the table of rights.
    ///   - law: the law that acts and records are judged by.
    ///   - policies: the board's own times and rules.
    ///   - attempts: how many times an act is tried on conflict; less than 1 counts as 1.
    ///   - observe: is told of what happens, for the host's log and metrics.
    ///   - now: the host's clock.
    public init(
        _ backend: some StorageBackend,
        tenant: TenantID,
        access: StoreAccess,
        policy: AccessPolicy = .swedish,
        law: Law = .swedish,
        policies: QualityPolicies = QualityPolicies(),
        attempts: Int = 5,
        observe: @escaping @Sendable (StorageEvent) -> Void = { _ in },
        now: @escaping @Sendable () -> Timestamp
    ) {
        store = QualityStore(
            backend,
            tenant: tenant,
            access: access,
            policy: policy,
            law: law,
            observe: observe,
            now: now
        )
        self.law = law
        self.policies = policies
        self.attempts = max(1, attempts)
    }

    /// Makes the store ready for use; safe to call again.
    public func prepare() async throws(StorageError) {
        try await store.prepare()
    }

    /// Saves a record for the first time.
    ///
    /// - Throws: `StorageError` with code `ruleViolation` and every broken rule, or `conflict` when it exists.
    public func create(_ record: some QualityRecord, reason: String) async throws(StorageError) {
        try await store.commit([.create(record)], reason: reason)
    }

    /// Reads a record as it is now; `nil` when there is none.
    public func read<Record: QualityRecord>(_ id: RecordID<Record>) async throws(StorageError) -> Record? {
        try await store.record(id)?.record
    }

    /// Does an act on a record in one commit; an act that changes nothing writes nothing.
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - reason: why; stands in the journal and must hold no personal data.
    ///   - act: the act under the law; it may be done more than once, each time on the record as it is then.
    /// - Returns: the record after the act, without what is hidden from the actor.
    /// - Throws: `StorageError` with code `ruleViolation` when the act is refused, `notFound` when there is no such
    ///   record, `conflict` when others wrote it at every attempt.
    @discardableResult
    public func perform<Record: QualityRecord>(
        on id: RecordID<Record>,
        reason: String,
        _ act: (inout Record, Law) throws(RuleViolation) -> Void
    ) async throws(StorageError) -> Record {
        try await attempt(on: id) { () throws(StorageError) in
            try await store.perform(on: id, reason: reason) { (record: inout Record) throws(StorageError) in
                record = try refusing { () throws(RuleViolation) in
                    var changed = record
                    try changed.perform(under: law) { found throws(RuleViolation) in try act(&found, law) }
                    return changed
                }
                return []
            }
        }
    }

    /// Lets a record lead to a new one, both written in one commit.
    ///
    /// - Parameters:
    ///   - id: the record that it begins with.
    ///   - reason: why; stands in the journal and must hold no personal data.
    ///   - flow: makes the new record and the link under the law; it may be done more than once.
    /// - Throws: `StorageError` as ``perform(on:reason:_:)``, and `conflict` when the new record exists already.
    @discardableResult
    public func lead<Origin: QualityRecord, New: QualityRecord>(
        from id: RecordID<Origin>,
        reason: String,
        _ flow: (Origin, Law) throws(RuleViolation) -> LinkedRecords<Origin, New>
    ) async throws(StorageError) -> LinkedRecords<Origin, New> {
        try await attempt(on: id) { () throws(StorageError) in
            var made: New?
            let origin = try await store.perform(on: id, reason: reason) { record throws(StorageError) in
                let linked = try refusing { () throws(RuleViolation) in try flow(record, law) }
                record = linked.origin
                made = linked.new
                return [.create(linked.new)]
            }
            guard let made else { throw StorageError(.notFound, record: RecordReference(id)) }
            return LinkedRecords(origin, leadingTo: made)
        }
    }

    private func attempt<Value>(
        on id: RecordID<some QualityRecord>,
        _ body: () async throws(StorageError) -> Value
    ) async throws(StorageError) -> Value {
        var left = attempts
        while true {
            left -= 1
            do {
                return try await body()
            } catch {
                // Another record in the way stays there, however often it is tried.
                guard error.code == .conflict, error.record == RecordReference(id), left > 0 else { throw error }
                store.observe(.retry(error.code))
            }
        }
    }

    func refusing<Value>(_ body: () throws(RuleViolation) -> Value) throws(StorageError) -> Value {
        do {
            return try body()
        } catch {
            throw StorageError(.ruleViolation, record: error.record, violations: [error])
        }
    }
}
