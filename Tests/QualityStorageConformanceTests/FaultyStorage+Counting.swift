import QualityCore
import QualityStorage
import Synchronization

extension FaultyStorage {
    func counts(_ asked: CountRequest) async throws(StorageError) -> CountTable {
        var request = asked
        request.tenant = known(asked.tenant)
        request.asOf = fault == .countsIgnoreAsOf ? nil : faulty(asked.asOf)
        if request.keys.count > 8 && fault == .requestsUnchecked { return CountTable([]) }
        try request.validate()
        switch fault {
        case .asOfLaterRefused:
            if let asOf = request.asOf, asOf > (try await base.head(of: request.tenant, at: nil).number) {
                throw StorageError(.notFound)
            }
        case .countsIgnoreFilter: request.filter = .everything
        case .unitForStatus: request.keys = request.keys.map { $0 == .status ? .unit : $0 }
        case .monthsByOtherDay:
            request.keys = request.keys.map { if case .month = $0 { .month(.reported) } else { $0 } }
        case .keysCut: request.keys = Array(request.keys.prefix(7))
        default: break
        }
        let tenants = fault == .tenantLeakInCounts ? Array(state.withLock(\.tenants).values) : [request.tenant]
        var rows: [CountTable.Row] = []
        for tenant in tenants {
            for revision in try await candidates(tenant, asOf: request.asOf) {
                guard let facts = revision.facts, Judge(fault: fault).accepts(request.filter, revision) else {
                    continue
                }
                rows += self.rows(request, revision.reference.kind, facts)
            }
        }
        if fault == .zeroRow && rows.isEmpty {
            rows = [CountTable.Row(keys: request.keys.map { _ in nil }, count: 1)]
        }
        return CountTable(rows)
    }

    private func rows(_ request: CountRequest, _ kind: RecordKind, _ facts: RecordFacts) -> [CountTable.Row] {
        let rows = request.rows(of: kind, facts: facts)
        let isOfRecords = request.measure == .records
        var other = request
        other.measure = isOfRecords ? .observations : .records
        switch fault {
        case .missingKeysDropped: return rows.filter { !$0.keys.contains(nil) }
        case .codesCountedTwice where isOfRecords:
            return facts.observations.count > 1 ? other.rows(of: kind, facts: facts) : rows
        case .observationsAsRecords where !isOfRecords: return other.rows(of: kind, facts: facts)
        case .bareRecordsDropped where facts.observations.isEmpty: return []
        case .recordsPairObservations where isOfRecords:
            return Set(other.rows(of: kind, facts: facts)).map(\.self)
        case .canonicalCounts, .caseFolded:
            return rows.map { row in
                let keys = row.keys.map { key in
                    fault == .caseFolded ? key?.lowercased() : key.map { $0 == "\u{e5}" ? "\u{e5}" : $0 }
                }
                return CountTable.Row(keys: keys, count: row.count)
            }
        default: return rows
        }
    }
}
