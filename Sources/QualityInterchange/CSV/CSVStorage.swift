/// What a table and its rows share: the bytes of the file once, and where the fields lie. Nothing in it changes.
final class CSVStorage: Sendable {
    let name: String
    let header: [String]
    let columns: [String: Int]
    let bytes: [UInt8]
    let delimiter: UInt8
    let quote: UInt8
    /// Row by row, as many a row as there are heads.
    let fields: [CSVField]
    /// The first line of each row.
    let lines: [UInt32]

    init(
        name: String,
        header: [String],
        bytes: [UInt8],
        delimiter: UInt8,
        quote: UInt8,
        fields: [CSVField],
        lines: [UInt32]
    ) {
        self.name = name
        self.header = header
        self.columns = Dictionary(zip(header, 0...)) { first, _ in first }
        self.bytes = bytes
        self.delimiter = delimiter
        self.quote = quote
        self.fields = fields
        self.lines = lines
    }

    func field(row: Int, column: Int) -> CSVField {
        precondition(header.indices.contains(column), "The table has no such column.")
        return fields[row * header.count + column]
    }
}
