public import QualityCore
public import QualityStorage

/// What saving imported records did to a register.
public struct ImportOutcome: Hashable, Sendable {
    /// Records that the register did not hold.
    public internal(set) var created = 0
    /// Records that the register held in another state.
    public internal(set) var updated = 0
    /// Records that the register held just so.
    public internal(set) var unchanged = 0
    /// Records of the same kind that the register holds and the import does not.
    public internal(set) var notInImport = 0
}

extension RecordImport {
    /// Refuses the rows of every record that breaks a rule of law, board or practice.
    ///
    /// A gap that the record states is no breach.
    public mutating func refuseViolations(under law: Law) {
        var kept: [Entry] = []
        for entry in entries {
            let violations = entry.record.violations(under: law)
            if violations.isEmpty {
                kept.append(entry)
            } else {
                refused += entry.rows.map { RefusedRow(violations[0], at: $0, heads: heads) }
            }
        }
        entries = kept
    }

    /// Saves the records in a register, in commits of at most a thousand; doing it again changes nothing.
    ///
    /// - Parameters:
    ///   - store: the register, opened for someone who may write all records of the kind, such as a program that imports.
    ///   - reason: why; stands in the journal.
    ///   - progress: called now and then, and at the end, with the number of records that are settled.
    /// - Throws: `StorageError`; the commits before it stand, and importing again takes up where it stopped.
    public func save(
        in store: QualityStore,
        reason: String,
        progress: (Int) -> Void = { _ in }
    ) async throws(StorageError) -> ImportOutcome {
        var outcome = ImportOutcome()
        let comparison = try await store.compare(entries.map(\.record))
        var changes: [RecordChange] = []
        for (position, entry) in entries.enumerated() {
            switch comparison.standings[position] {
            case .same: outcome.unchanged += 1
            case .changed(let version):
                changes.append(.update(entry.record, from: version))
                outcome.updated += 1
            case .absent:
                changes.append(.create(entry.record))
                outcome.created += 1
            }
            let isLast = position == entries.count - 1
            if changes.count == 1_000 || isLast, !changes.isEmpty {
                try await store.commit(changes, reason: reason)
                changes = []
            }
            if isLast || (position + 1).isMultiple(of: 1_000) { progress(position + 1) }
        }
        outcome.notInImport = comparison.others
        return outcome
    }
}
