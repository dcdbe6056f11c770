extension CSVTable {
    /// The rows that could be read, in the order of the file.
    public var rows: Rows { Rows(storage: storage) }

    /// The rows of a table; each is made when it is asked for.
    public struct Rows: RandomAccessCollection, Sendable {
        let storage: CSVStorage

        /// The index of the first row: 0.
        public var startIndex: Int { 0 }

        /// The number of rows.
        public var endIndex: Int { storage.lines.count }

        /// The row at an index from 0; not its line in the file, which is ``CSVRow/line``.
        public subscript(position: Int) -> CSVRow {
            precondition(indices.contains(position), "The table has no such row.")
            return CSVRow(storage: storage, index: position)
        }
    }
}
