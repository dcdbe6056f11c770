/// How the fields of a CSV file are told apart: the delimiter between them and the quote around them.
public struct CSVDialect: Hashable, Sendable {
    /// The byte between two fields; `nil` when it is to be found from the header line of each file.
    public let delimiter: UInt8?

    /// The byte around a field that holds delimiters or line ends; doubled inside such a field.
    public let quote: UInt8

    /// Semicolons between fields, as spreadsheets with Swedish settings write.
    public static let swedish = CSVDialect(delimiter: UInt8(ascii: ";"))

    /// The delimiter that is commonest in the header line: semicolon, comma, tab or vertical bar.
    ///
    /// Delimiters inside quoted heads are not counted. The order above decides between equals, so that a file of
    /// a single column is read with semicolons.
    public static let detected = CSVDialect(delimiter: nil)

    /// Describes a dialect by its two bytes, which must be distinct ASCII characters other than line ends and NUL.
    ///
    /// - Parameters:
    ///   - delimiter: the byte between fields, or `nil` to find it in the header line.
    ///   - quote: the byte around fields, normally the quotation mark `"`.
    public init(delimiter: UInt8?, quote: UInt8 = UInt8(ascii: "\"")) {
        precondition(CSVDialect.isUsable(quote), "The quote must be an ASCII character other than a line end.")
        if let delimiter {
            precondition(
                CSVDialect.isUsable(delimiter) && delimiter != quote,
                "The delimiter must be an ASCII character other than a line end and the quote."
            )
        }
        self.delimiter = delimiter
        self.quote = quote
    }

    static func isUsable(_ byte: UInt8) -> Bool {
        byte != 0 && byte < 0x80 && !byte.isLineEnd
    }
}
