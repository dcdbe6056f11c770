#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

/// Whether a link can be followed.
public enum LinkStanding: String, Hashable, Sendable, Codable, CaseIterable {
    /// The actor reads the record.
    case readable
    /// The actor knows of the record and may not read it.
    case known
    /// There is no such record, or the actor may not know of it: the two look alike.
    case noAccess
}

extension QualityStore {
    /// Tells which links can be followed, so that a record can be shown whose links lead where the actor may not go.
    public func links(
        to records: some Sequence<RecordReference>
    ) async throws(StorageError) -> [RecordReference: LinkStanding] {
        let judge = judge()
        guard judge.mayHold(.know) else { throw await refusal(.links, []) }
        var standings: [RecordReference: LinkStanding] = [:]
        for record in records where standings[record] == nil {
            if let facts = try await newest(record, includesPayload: false)?.facts, judge.admits(.know, record, facts) {
                standings[record] = judge.admits(.payload, record, facts) ? .readable : .known
            } else {
                standings[record] = .noAccess
            }
        }
        return standings
    }

    func judge() -> AccessJudge {
        AccessJudge(access, under: policy, at: now())
    }

    func newest(_ record: RecordReference, includesPayload: Bool = true) async throws(StorageError) -> Revision? {
        try await backend.revisions(
            RevisionRequest(tenant: tenant, .record(record), limit: 1, includesPayload: includesPayload)
        ).revisions.first
    }

    func require(_ right: AccessPolicy.RegisterRight, for request: StoreRequest) async throws(StorageError) {
        guard judge().holds(right) else { throw await refusal(request, []) }
    }

    /// Which records a request for facts is about: what it asks for, of what the actor may know.
    func scope(_ filter: Filter, for request: StoreRequest, _ judge: AccessJudge) async throws(StorageError) -> Filter {
        guard judge.mayHold(.facts), !filter.asksForPersons(otherThan: access.person) else {
            throw await refusal(request, [])
        }
        return .all([filter, judge.filter(.facts, seesTexts: filter.asksForWords)])
    }

    /// Logs a refusal, as far as it can be logged, and makes its error.
    func refusal(_ request: StoreRequest, _ records: [RecordReference]) async -> StorageError {
        await noteRefusal(request, records)
        return StorageError(.accessDenied, record: records.first)
    }

    func noteRefusal(_ request: StoreRequest, _ records: [RecordReference]) async {
        observe(.refusedRead(access.actor, records.first))
        // The request is refused whether the refusal could be logged or not.
        try? await log(request, .refused, records)
    }

    /// Logs that records were read, before they are given out; records of kinds that are not logged need an emergency.
    func logRead(
        _ request: StoreRequest,
        _ records: [RecordReference],
        _ judge: AccessJudge
    ) async throws(StorageError) {
        let logged = records.filter { judge.isGlassBroken || policy.loggedKinds.contains($0.kind) }
        if !logged.isEmpty { try await log(request, judge.isGlassBroken ? .brokeGlass : .read, logged) }
    }

    /// Writes entries of the access log in one commit.
    func log(
        _ request: StoreRequest,
        _ outcome: AccessLogEntry.Outcome,
        _ records: [RecordReference]
    ) async throws(StorageError) {
        let instant = now()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var writes: [CommitRequest.Write] = []
        for start in stride(from: 0, to: max(1, records.count), by: AccessLogEntry.mostRecords) {
            let entry = AccessLogEntry(
                id: logIdentity(),
                tenant: tenant,
                at: instant,
                access: access,
                request: request,
                outcome: outcome,
                records: Array(records[start..<min(records.count, start + AccessLogEntry.mostRecords)])
            )
            writes.append(try RecordChange.create(entry).write(encoder, salt: salt))
        }
        _ = try await backend.commit(
            CommitRequest(tenant: tenant, writes: writes, actor: access.actor, reason: "access", recordedAt: instant)
        )
    }

    private func logIdentity() -> RecordID<AccessLogEntry> {
        let digits = Array("0123456789abcdef".utf8)
        let text = String(decoding: salt().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
        guard let id = RecordID<AccessLogEntry>(text) else { preconditionFailure("letters and digits are an identity") }
        return id
    }
}
