public import QualityCore

/// What came of reading files: the records, and every row that could not become one.
public struct RecordImport<Record: QualityRecord>: Sendable {
    /// A record with the rows it was read from.
    public struct Entry: Hashable, Sendable {
        /// The record.
        public let record: Record
        /// Where its rows begin, at least one.
        public let rows: [RowPlace]
    }

    /// The records in the order of the files.
    public internal(set) var entries: [Entry] = []
    /// The rows that were refused, in the order of the files.
    public internal(set) var refused: [RefusedRow] = []
    /// The number of rows with content below the heads.
    public internal(set) var rowsRead = 0

    /// The heads of the columns that hold the fields of the record, by coding key.
    let heads: [String: String]

    init(heads: [String: String]) {
        self.heads = heads
    }

    /// The number of rows that are part of a record.
    public var rowsTaken: Int { entries.reduce(0) { $0 + $1.rows.count } }
}

/// Where a row of a file begins.
public struct RowPlace: Hashable, Sendable {
    /// The file, as the caller named it.
    public let file: String
    /// The line, from 1.
    public let line: Int
}
