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
        status: String = "open"
    ) -> CommitRequest.Write {
        CommitRequest.Write(
            reference: RecordReference(kind: kind, id: id),
            precondition: precondition,
            schemaVersion: 1,
            payload: payload,
            facts: RecordFacts(
                unit: OrganisationUnitID(rawValue: "unit"),
                reported: CalendarDate(daysSince1970: Int32(payload.count % 1_000)),
                status: status,
                observations: [RecordFacts.Observation(codes: [.category: [CategoryCode(rawValue: "c")]])]
            )
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
            kind: kind,
            id: id,
            after: after,
            asOf: asOf.map(CommitNumber.init(rawValue:)),
            limit: limit,
            includesPayload: includesPayload
        )
    }
}

extension StorageBackend {
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
