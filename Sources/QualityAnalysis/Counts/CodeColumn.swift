/// One column of a table: codes as small numbers into a dictionary, none, one or several a row.
struct CodeColumn<Value: Hashable & Sendable>: Sendable {
    private(set) var dictionary: [Value] = []
    private(set) var codes: [UInt16] = []
    /// Where the codes of each row begin; one more than there are rows.
    private(set) var starts: [UInt32] = [0]
    /// The greatest number of codes of a row.
    private(set) var mostInRow = 0
    private var positions: [Value: UInt16] = [:]

    init() {}

    /// A column in which no row has a code.
    init(emptyRows count: Int) {
        starts = [UInt32](repeating: 0, count: count + 1)
    }

    mutating func append(_ values: some Sequence<Value>) throws(AnalysisError) {
        for value in values {
            if let known = positions[value] {
                codes.append(known)
            } else {
                guard let code = UInt16(exactly: dictionary.count) else {
                    throw AnalysisError.tooManyCodes(limit: Int(UInt16.max) + 1)
                }
                dictionary.append(value)
                positions[value] = code
                codes.append(code)
            }
        }
        endRow()
    }

    private mutating func endRow() {
        mostInRow = max(mostInRow, codes.count - Int(starts[starts.count - 1]))
        starts.append(UInt32(codes.count))
    }

    /// Whether each row has one code, neither more nor fewer.
    var isDense: Bool { mostInRow <= 1 && codes.count == starts.count - 1 }

    /// The position in the dictionary of the first code of a row; `nil` when the row has none.
    func firstCode(of row: Int) -> Int? {
        starts[row] < starts[row + 1] ? Int(codes[Int(starts[row])]) : nil
    }

    /// The column of some rows, in their order, with the same dictionary.
    func selecting(_ rows: [Int]) -> CodeColumn {
        var selected = CodeColumn()
        selected.dictionary = dictionary
        selected.positions = positions
        selected.starts.reserveCapacity(rows.count + 1)
        for row in rows {
            selected.codes += codes[Int(starts[row])..<Int(starts[row + 1])]
            selected.endRow()
        }
        return selected
    }
}
