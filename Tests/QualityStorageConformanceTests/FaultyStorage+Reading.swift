import QualityCore
import QualityStorage
import Synchronization

extension FaultyStorage {
    func revisions(_ asked: RevisionRequest) async throws(StorageError) -> RevisionPage {
        var request = asked
        request.tenant = known(asked.tenant)
        request.asOf = faulty(asked.asOf)
        if Task.isCancelled && fault == .cancelledReadCloses { await base.close() }
        if fault == .asOfIgnoredOnLaterPages && request.after != nil { request.asOf = nil }
        if request.limit < 1 && fault == .requestsUnchecked { return RevisionPage(revisions: [], next: nil) }
        try request.validate()
        if fault == .limitOverflows && request.limit == .max { throw StorageError(.backend) }
        if fault == .asOfLaterRefused, let asOf = request.asOf {
            guard asOf <= (try await base.head(of: request.tenant, at: nil).number) else {
                throw StorageError(.notFound)
            }
        }
        var page: RevisionPage
        switch request.selection {
        case .newest(let filter): page = try await newest(request, filter)
        case .record(let reference): page = try await record(request, reference)
        case .history:
            if fault == .historyUnpaged { request.limit = max(request.limit, 5) }
            page = try await base.revisions(request)
            if fault == .historyTurned && request.order.isDescending { page.revisions.reverse() }
        }
        if fault == .nextAlways, let last = page.revisions.last {
            page.next = page.next ?? RevisionCursor(of: last, in: request.order)
        }
        var revisions: [Revision] = []
        for revision in page.revisions { revisions.append(try await kept(revision, asked)) }
        page.revisions = revisions
        return page
    }

    func faulty(_ asOf: CommitNumber?) -> CommitNumber? {
        switch fault {
        case .asOfIgnored: nil
        case .asOfOffByOne: asOf.map { CommitNumber(rawValue: max(0, $0.rawValue - 1)) }
        case .asOfZeroIsNow: asOf == .zero ? nil : asOf
        default: asOf
        }
    }

    /// Everything that a query may meet, before filter, order and page.
    func candidates(_ tenant: TenantID, asOf: CommitNumber?) async throws(StorageError) -> [Revision] {
        let all = RevisionRequest(tenant: tenant, .newest(.everything), asOf: asOf, limit: .max, includesPayload: true)
        var found = try await base.revisions(all).revisions
        if fault == .allRevisions {
            for revision in found {
                let history = RevisionRequest(tenant: tenant, .history(revision.reference), includesPayload: true)
                found += try await base.revisions(history).revisions.dropLast()
            }
        }
        if [.redactionKeepsHistory, .erasedStillFound].contains(fault), let asOf {
            let erased = state.withLock(\.erased).filter { $0.version <= asOf }
            for revision in erased.reversed() where !found.contains(where: { $0.reference == revision.reference }) {
                found.append(revision)
            }
        }
        return found
    }

    private func newest(_ request: RevisionRequest, _ filter: Filter) async throws(StorageError) -> RevisionPage {
        let judge = Judge(fault: fault)
        var found = try await candidates(request.tenant, asOf: request.asOf)
        if fault == .manyValuesRefused, case .statuses(let statuses) = filter, statuses.count > 999 {
            throw StorageError(.backend)
        }
        found = found.filter { judge.accepts(filter, $0) }
        let order = request.order
        found.sort { judge.isBefore(RevisionCursor(of: $0, in: order), RevisionCursor(of: $1, in: order), order) }
        if let after = request.after {
            let isKnown = found.contains { RecordKey($0.reference) == RecordKey(after.reference) }
            found = found.filter { revision in
                let place = RevisionCursor(of: revision, in: order)
                if fault == .cursorInclusive && place == after { return true }
                if fault == .cursorMustExist && !isKnown { return true }
                if fault == .cursorByDayOnly, case .day = order.key {
                    return after.day != place.day && judge.isBefore(after, place, order)
                }
                return judge.isBefore(after, place, order)
            }
        }
        if !request.includesPayload { for index in found.indices { found[index].payload = nil } }
        var limited = request
        if fault == .limitOffByOne && limited.limit < .max { limited.limit += 1 }
        return RevisionPage(oneMore: found, for: limited)
    }

    private func record(_ request: RevisionRequest, _ reference: RecordReference) async throws(StorageError)
        -> RevisionPage
    {
        let page = try await base.revisions(request)
        if page.revisions.isEmpty && fault == .unknownRecordThrows { throw StorageError(.notFound) }
        guard [.kindIgnored, .canonicalIdentities].contains(fault) else { return page }
        let all = try await candidates(request.tenant, asOf: request.asOf)
        let alike = all.last {
            $0.reference.id == reference.id && (fault == .kindIgnored || $0.reference.kind == reference.kind)
        }
        return RevisionPage(revisions: alike.map { [$0] } ?? [], next: nil)
    }

    /// A revision as the fault kept it.
    private func kept(_ revision: Revision, _ request: RevisionRequest) async throws(StorageError) -> Revision {
        var kept = revision
        kept.recordedAt = stored(revision.recordedAt, revision.version, request.tenant)
        switch fault {
        case .versionIsConstant: kept.version = CommitNumber(rawValue: 1)
        case .payloadCutAtNUL: kept.payload?.bytes = revision.payload.map { Array($0.bytes.prefix { $0 != 0 }) } ?? []
        case .emptyPayloadLost: if kept.payload?.bytes.isEmpty ?? false { kept.payload = nil }
        case .payloadCutAtMegabyte: kept.payload?.bytes = revision.payload.map { Array($0.bytes.prefix(1 << 20)) } ?? []
        case .wordsLost: kept.payload?.words = SearchWords(of: [])
        case .schemaVersionShort: kept.schemaVersion = Int(Int32(truncatingIfNeeded: kept.schemaVersion))
        case .namesCut: kept.facts?.status = String(revision.facts?.status.prefix(255) ?? "")
        case .textsTrimmed: kept.facts?.status = String(revision.facts?.status.drop { $0 == " " } ?? "")
        case .daysBefore1970Lost:
            if let day = kept.facts?.occurred, day.daysSince1970 < 0 { kept.facts?.occurred = nil }
        case .emptyCodesDropped:
            for index in kept.facts?.observations.indices ?? 0..<0 {
                kept.facts?.observations[index].codes =
                    revision.facts?.observations[index].codes.filter { !$0.value.isEmpty } ?? [:]
            }
        case .factsOfPrevious:
            let history = RevisionRequest(
                tenant: known(request.tenant),
                .history(revision.reference),
                includesPayload: false
            )
            let earlier = try await base.revisions(history).revisions.last { $0.version < revision.version }
            kept.facts = earlier?.facts ?? revision.facts
        case .payloadAlways where kept.payload == nil && revision.standing == .kept:
            kept.payload = SealedPayload.Content(bytes: [])
        case .tombstoneFactsLost where revision.standing == .tombstone: kept.facts = nil
        case .redactionKeepsHistory where revision.standing == .erased:
            let before = state.withLock(\.erased).first {
                $0.reference == revision.reference && $0.version == revision.version
            }
            kept = before ?? kept
        default: break
        }
        return kept
    }
}
