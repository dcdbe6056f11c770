extension QualityReport {
    /// A number of the report with its meaning and its origin (*uppgift*).
    public struct Figure: Hashable, Sendable {
        /// What a figure says. An absent figure is never zero.
        public enum Value: Hashable, Sendable {
            /// A whole number.
            case integer(Int)
            /// A number that is shown, exported and encoded rounded to a number of fraction digits, 0 to 9.
            ///
            /// A value that is not finite is shown as absent.
            case decimal(Double, fractionDigits: Int)
            /// A word that answers for a number, such as the outcome of a goal.
            case text(String)
            /// No figure, and why. Years and ISO dates in the reason are marked as time.
            case absent(reason: String)
        }

        /// The name of the figure in data, stable between editions and unique to its meaning in the report.
        public let id: String
        /// What the figure says.
        public let value: Value
        /// The unit of the value.
        public let unit: FigureUnit
        /// What was counted, in a sentence.
        public let definition: String
        /// The period that was counted, such as `2020` or `2020-01-01/2020-12-31`.
        public let period: String
        /// Where the value was read, if it was read from a register.
        public let source: Source?

        /// A figure with its meaning and its origin.
        public init(
            id: String,
            value: Value,
            unit: FigureUnit = .count,
            definition: String,
            period: String,
            source: Source? = nil
        ) {
            self.id = id
            self.value = value
            self.unit = unit
            self.definition = definition
            self.period = period
            self.source = source
        }
    }

    /// The unit of a figure: a code for data and a symbol for readers.
    public struct FigureUnit: Hashable, Sendable {
        /// The code in data, such as `count`. The set is open.
        public let code: String
        /// What follows the number on the page, in the report's language. May be empty.
        public let symbol: String

        /// A unit with a code of its own and the symbol that readers see.
        public init(code: String, symbol: String) {
            self.code = code
            self.symbol = symbol
        }

        /// A number of things (*antal*); no symbol.
        public static let count = Self(code: "count", symbol: "")
        /// Hundredths of a whole (*procent*): 43 is 43 %.
        public static let percent = Self(code: "percent", symbol: "%")
    }

    /// Where a figure was read: the question and the position of the register.
    public struct Source: Hashable, Sendable {
        /// What was asked, such as `deviation by occurred year × category`.
        public let query: String
        /// The journal position that the register had when it answered.
        public let position: Int

        /// A question asked at a journal position.
        public init(query: String, position: Int) {
            self.query = query
            self.position = position
        }
    }
}
