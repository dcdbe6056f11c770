import QualityCore
import QualityStorage

extension RecordReference {
    /// A record of the kind that most checks use.
    init(_ id: String, kind: String = "deviation") {
        self.init(kind: RecordKind(rawValue: kind), id: id)
    }
}

extension RecordFacts {
    /// Facts with days written out, such as `2026-03-04`, and one observation.
    init(
        unit: String = "ks.north",
        occurred: String? = nil,
        reported: String? = nil,
        status: String = "open",
        codes: [CodeDimension: [CategoryCode]] = [.category: ["fall"]]
    ) {
        self.init(
            unit: OrganisationUnitID(rawValue: unit),
            occurred: occurred.flatMap { CalendarDate($0) },
            reported: reported.flatMap { CalendarDate($0) },
            status: status,
            observations: [Observation(codes: codes)]
        )
    }
}

extension CommitRequest.Write {
    /// A write whose salts follow from its record and content.
    init(
        _ reference: RecordReference,
        _ precondition: CommitRequest.Precondition = .absent,
        facts: RecordFacts = RecordFacts(),
        content: SealedPayload.Content = SealedPayload.Content(bytes: Array("{}".utf8))
    ) {
        let payload = SealedPayload(content, salt: Self.salt("payload \(reference) \(precondition)"))
        self.init(reference, precondition, facts: facts, payload: payload)
    }

    init(
        _ reference: RecordReference,
        _ precondition: CommitRequest.Precondition = .absent,
        facts: RecordFacts = RecordFacts(),
        schemaVersion: Int = 1,
        payload: SealedPayload?
    ) {
        self.init(
            reference: reference,
            precondition: precondition,
            schemaVersion: schemaVersion,
            payload: payload,
            facts: SealedFacts(facts, salt: Self.salt("facts \(reference) \(precondition)"))
        )
    }

    /// A write whose payload is a text.
    init(_ reference: RecordReference, _ precondition: CommitRequest.Precondition = .absent, text: String) {
        self.init(reference, precondition, content: SealedPayload.Content(bytes: Array(text.utf8)))
    }

    /// A tombstone.
    static func tombstone(
        _ reference: RecordReference,
        _ precondition: CommitRequest.Precondition,
        facts: RecordFacts = RecordFacts(status: "disposed")
    ) -> Self {
        Self(reference, precondition, facts: facts, payload: nil)
    }

    private static func salt(_ text: String) -> [UInt8] {
        Array(ContentDigest(of: text.utf8).bytes.prefix(16))
    }
}

extension Probe {
    func request(
        _ writes: [CommitRequest.Write],
        key: String? = nil,
        at microseconds: Int64 = 0,
        tenant: TenantID? = nil,
        reason: String = "check"
    ) -> CommitRequest {
        CommitRequest(
            tenant: tenant ?? self.tenant,
            writes: writes,
            actor: "conformance",
            reason: reason,
            recordedAt: Timestamp(microsecondsSince1970: microseconds),
            idempotencyKey: key
        )
    }

    @discardableResult
    func send(_ request: CommitRequest) async throws(StorageError) -> CommitReceipt {
        try await store.commit(request)
    }

    @discardableResult
    func commit(
        _ writes: CommitRequest.Write...,
        key: String? = nil,
        at microseconds: Int64 = 0,
        tenant: TenantID? = nil
    ) async throws(StorageError) -> CommitReceipt {
        try await store.commit(request(writes, key: key, at: microseconds, tenant: tenant))
    }

    @discardableResult
    func redact(
        _ writes: CommitRequest.Write...,
        key: String? = nil,
        tenant: TenantID? = nil
    ) async throws(StorageError) -> CommitReceipt {
        try await store.redact(RedactionRequest(request(writes, key: key, tenant: tenant)))
    }

    /// One page, whole unless a limit is given.
    func revisions(
        _ selection: RevisionRequest.Selection,
        order: RevisionRequest.Order = .identity,
        after: RevisionCursor? = nil,
        asOf: CommitNumber? = nil,
        limit: Int = 1_000,
        tenant: TenantID? = nil,
        includesPayload: Bool = true
    ) async throws(StorageError) -> [Revision] {
        try await page(
            selection,
            order: order,
            after: after,
            asOf: asOf,
            limit: limit,
            tenant: tenant,
            includesPayload: includesPayload
        ).revisions
    }

    func page(
        _ selection: RevisionRequest.Selection,
        order: RevisionRequest.Order = .identity,
        after: RevisionCursor? = nil,
        asOf: CommitNumber? = nil,
        limit: Int = 1_000,
        tenant: TenantID? = nil,
        includesPayload: Bool = true
    ) async throws(StorageError) -> RevisionPage {
        try await store.revisions(
            RevisionRequest(
                tenant: tenant ?? self.tenant,
                selection,
                order: order,
                after: after,
                asOf: asOf,
                limit: limit,
                includesPayload: includesPayload
            )
        )
    }

    /// The identities that a filter finds, in byte order.
    func found(_ filter: Filter, asOf: CommitNumber? = nil) async throws(StorageError) -> [String] {
        try await revisions(.newest(filter), asOf: asOf).map(\.reference.id)
    }

    func newest(_ id: String, asOf: CommitNumber? = nil) async throws -> Revision {
        let page = try await revisions(.record(RecordReference(id)), asOf: asOf)
        try equal(page.count, 1, "newest revision of a record")
        return page[0]
    }

    func counts(
        by keys: [CountRequest.Key],
        _ measure: CountRequest.Measure = .records,
        of filter: Filter = .everything,
        asOf: CommitNumber? = nil,
        tenant: TenantID? = nil
    ) async throws(StorageError) -> [[String?]: Int] {
        let request = CountRequest(
            tenant: tenant ?? self.tenant,
            filter: filter,
            measure: measure,
            by: keys,
            asOf: asOf
        )
        return Dictionary(try await store.counts(request).rows.map { ($0.keys, $0.count) }, uniquingKeysWith: +)
    }

    func journal(
        after: CommitNumber = .zero,
        limit: Int = 1_000,
        tenant: TenantID? = nil,
        includesPayload: Bool = true
    ) async throws(StorageError) -> [JournalCommit] {
        let request = JournalRequest(
            tenant: tenant ?? self.tenant,
            after: after,
            limit: limit,
            includesPayload: includesPayload
        )
        return try await store.journal(request).commits
    }

    func head(at microseconds: Int64? = nil, tenant: TenantID? = nil) async throws(StorageError) -> JournalHead {
        let instant = microseconds.map { Timestamp(microsecondsSince1970: $0) }
        return try await store.head(of: tenant ?? self.tenant, at: instant)
    }

    /// That a journal holds what its chain and seals say.
    func expectSound(_ tenant: TenantID? = nil) async throws {
        var verifier = JournalVerifier(since: [try await head(tenant: tenant)])
        for commit in try await journal(tenant: tenant) { verifier.take(commit) }
        let findings = verifier.finish()
        try expect(findings.isEmpty, "the journal does not verify: \(findings.count) findings")
    }

    /// Saves records in commits of their own, 1, 2, 3 …; returns the newest number.
    @discardableResult
    func save(_ records: [(String, RecordFacts)]) async throws -> CommitNumber {
        var newest = CommitNumber.zero
        for (id, facts) in records {
            newest = try await commit(CommitRequest.Write(RecordReference(id), facts: facts)).number
        }
        return newest
    }
}
