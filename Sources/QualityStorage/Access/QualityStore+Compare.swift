public import QualityCore

/// How records that come from elsewhere stand to those of a register.
public struct RecordComparison<Record: QualityRecord>: Hashable, Sendable {
    /// How one record stands.
    public enum Standing: Hashable, Sendable {
        /// The register does not hold it.
        case absent
        /// The register holds it just so.
        case same
        /// The register holds it in another state, of this version.
        case changed(CommitNumber)
    }

    /// The standing of each record, in the order asked for.
    public internal(set) var standings: [Standing]
    /// Records of the kind that the register holds and nobody asked for.
    public internal(set) var others: Int
}

extension QualityStore {
    /// Holds records against those that are saved, for someone who may write all of them and need not read any.
    public func compare<Record: QualityRecord>(
        _ records: [Record]
    ) async throws(StorageError) -> RecordComparison<Record> {
        guard judge().isUnrestricted(.write, of: Record.kind) else { throw await refusal(.compare, []) }
        let places = Dictionary(
            records.enumerated().map { ($0.element.id, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        var comparison = RecordComparison<Record>(
            standings: Array(repeating: .absent, count: records.count),
            others: 0
        )
        try await eachPage(.newest(.kinds([Record.kind])), asOf: nil, includesPayload: true) {
            page throws(StorageError) in
            for revision in page where revision.standing == .kept {
                let saved = try SavedRecord<Record>(revision)
                if let place = places[saved.record.id] {
                    comparison.standings[place] = saved.record == records[place] ? .same : .changed(saved.version)
                } else {
                    comparison.others += 1
                }
            }
        }
        return comparison
    }
}
