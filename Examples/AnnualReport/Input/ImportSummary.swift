package import QualityManagement

/// What the import of one kind of record came to.
package struct ImportSummary: Sendable {
    package let kind: RecordKind
    /// Whether the input has a file of the kind; where it has none, nothing was read, which is not 0.
    package let hasFile: Bool
    package let rowsRead: Int
    package let rowsTaken: Int
    package let records: Int
    package let outcome: ImportOutcome
    package let refused: [RefusedRow]

    package init<Record>(_ result: RecordImport<Record>, _ outcome: ImportOutcome, hasFile: Bool) {
        self.hasFile = hasFile
        kind = Record.kind
        rowsRead = result.rowsRead
        rowsTaken = result.rowsTaken
        records = result.entries.count
        self.outcome = outcome
        refused = result.refused.sorted { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    }
}
