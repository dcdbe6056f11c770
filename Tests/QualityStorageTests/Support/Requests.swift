import QualityCore
import QualityStorage

let board = TenantID(rawValue: "omsorgsnämnden")
let note = RecordKind(rawValue: "note")

extension CommitRequest {
    static func test(
        _ writes: [Write],
        tenant: TenantID = board,
        reason: String = "test",
        at microseconds: Int64 = 0,
        key: String? = nil
    ) -> CommitRequest {
        CommitRequest(
            tenant: tenant,
            writes: writes,
            actor: ActorID(rawValue: "tester"),
            reason: reason,
            recordedAt: Timestamp(microsecondsSince1970: microseconds),
            idempotencyKey: key
        )
    }
}

extension CommitRequest.Write {
    static func test(
        _ id: String,
        _ precondition: CommitRequest.Precondition = .absent,
        kind: RecordKind = note,
        payload: [UInt8] = [1, 2, 3],
        words: String = "",
        attachments: [AttachmentFacts] = [],
        status: String = "open"
    ) -> CommitRequest.Write {
        CommitRequest.Write(
            reference: RecordReference(kind: kind, id: id),
            precondition: precondition,
            schemaVersion: 1,
            payload: SealedPayload(
                SealedPayload.Content(bytes: payload, words: SearchWords(of: words), attachments: attachments),
                salt: Array(repeating: 7, count: 16)
            ),
            facts: SealedFacts(.test(day: Int32(payload.count % 1_000), status: status), salt: salt)
        )
    }

    /// What is left of a disposed record.
    static func tombstone(_ id: String, _ version: Int64, kind: RecordKind = note) -> CommitRequest.Write {
        CommitRequest.Write(
            reference: RecordReference(kind: kind, id: id),
            precondition: .version(version),
            schemaVersion: 1,
            payload: nil,
            facts: SealedFacts(.test(day: nil, status: "disposed"), salt: salt)
        )
    }

    private static var salt: [UInt8] { Array(repeating: 9, count: 16) }
}

extension RecordFacts {
    static func test(day: Int32?, status: String) -> RecordFacts {
        RecordFacts(
            unit: OrganisationUnitID(rawValue: "unit"),
            reported: day.flatMap(CalendarDate.init(daysSince1970:)),
            status: status,
            observations: [RecordFacts.Observation(codes: [.category: [CategoryCode(rawValue: "c")]])]
        )
    }
}

extension RevisionRequest {
    static func test(
        tenant: TenantID = board,
        kind: RecordKind = note,
        id: String? = nil,
        after: String? = nil,
        asOf: Int64? = nil,
        limit: Int = 1_000,
        includesPayload: Bool = true
    ) -> RevisionRequest {
        RevisionRequest(
            tenant: tenant,
            id.map { .record(RecordReference(kind: kind, id: $0)) } ?? .newest(.kinds([kind])),
            after: after.map {
                RevisionCursor(reference: RecordReference(kind: kind, id: $0), version: .zero, day: nil)
            },
            asOf: asOf.map(CommitNumber.init(rawValue:)),
            limit: limit,
            includesPayload: includesPayload
        )
    }
}

extension StorageBackend {
    func head(of tenant: TenantID) async throws(StorageError) -> JournalHead {
        try await head(of: tenant, at: nil)
    }

    /// Reads all pages of a request.
    func all(_ request: RevisionRequest) async throws -> [Revision] {
        var request = request
        var revisions: [Revision] = []
        repeat {
            let page = try await self.revisions(request)
            revisions += page.revisions
            request.after = page.next
        } while request.after != nil
        return revisions
    }
}

extension CommitRequest.Precondition {
    static func version(_ number: Int64) -> CommitRequest.Precondition {
        .version(CommitNumber(rawValue: number))
    }
}
