/// Why a CSV file, or a row of it, could not be read.
///
/// An error says where the fault is and which rule was broken, and never holds the content of a field below the
/// header.
public struct CSVError: Error, Hashable, Sendable {
    /// Which rule was broken; an open set, so new codes may come.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as a word that stays the same between releases.
        public let rawValue: String

        /// Makes a code of a word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The file has no header row, because it is empty or blank.
        public static let empty = Code(rawValue: "empty")

        /// The file, the header row or the row is not UTF-8 text.
        public static let notUTF8 = Code(rawValue: "notUTF8")

        /// Two heads are the same.
        public static let duplicateColumn = Code(rawValue: "duplicateColumn")

        /// A head is empty though heads follow it.
        public static let unnamedColumn = Code(rawValue: "unnamedColumn")

        /// A head that is asked for is not in the file.
        public static let missingColumn = Code(rawValue: "missingColumn")

        /// The row has more or fewer fields than there are heads.
        public static let fieldCount = Code(rawValue: "fieldCount")

        /// A quoted field is never closed.
        public static let unclosedQuote = Code(rawValue: "unclosedQuote")

        /// Text follows the quote that closes a field.
        public static let strayQuote = Code(rawValue: "strayQuote")

        /// The file has two gibibytes or more.
        public static let fileTooLarge = Code(rawValue: "fileTooLarge")
    }

    /// The rule that was broken.
    public let code: Code

    /// The name that the caller gave the file.
    public let file: String

    /// The line of the fault, from 1; `nil` when the file as a whole is at fault.
    public let line: Int?

    /// The head of the column at fault, when there is one.
    public let column: String?

    /// The number of the column at fault, from 1, when there is one.
    public let columnNumber: Int?

    /// The number of fields that the header row calls for, with `fieldCount`.
    public let expected: Int?

    /// The number of fields that the row has, with `fieldCount`.
    public let found: Int?

    /// Makes an error of what is known of the fault.
    public init(
        _ code: Code,
        file: String,
        line: Int? = nil,
        column: String? = nil,
        columnNumber: Int? = nil,
        expected: Int? = nil,
        found: Int? = nil
    ) {
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.columnNumber = columnNumber
        self.expected = expected
        self.found = found
    }
}

extension CSVError: CustomStringConvertible {
    /// File, line, code and column number, for logs; without anything read from the file.
    public var description: String {
        var text = file
        if let line { text += ":\(line)" }
        text += ": \(code.rawValue)"
        if let columnNumber { text += ", column \(columnNumber)" }
        if code == .missingColumn, let column { text += " \(column)" }
        if let expected, let found { text += ", \(found) fields for \(expected) heads" }
        return text
    }
}
