import QualityInterchange

extension CSVTable {
    /// Reads a text as the file `test.csv`.
    init(text: String, dialect: CSVDialect = .detected) throws(CSVError) {
        try self.init(text.utf8, name: "test.csv", dialect: dialect)
    }

    /// The fields of all rows.
    var content: [[String]] { rows.map(\.fields) }
}
