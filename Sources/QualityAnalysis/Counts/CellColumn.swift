/// A code for each row, with what each code adds to the number of the row's cell.
struct CellColumn {
    let codes: [UInt16]
    let offsets: [Int32]

    /// Counts the rows by their cells, the sums of what three columns add; a row whose sum is below 0 has none.
    ///
    /// All codes have an offset, and all cells a count. The codes of four rows are read at once.
    static func count(_ first: Self, _ second: Self, _ third: Self, into counts: inout [Int]) {
        let rows = first.codes.count
        precondition(second.codes.count == rows && third.codes.count == rows, "columns have as many rows as each other")
        first.withBuffers { codes1, offsets1 in
            second.withBuffers { codes2, offsets2 in
                third.withBuffers { codes3, offsets3 in
                    counts.withUnsafeMutableBufferPointer { counts in
                        @inline(__always)
                        func add(_ code1: UInt64, _ code2: UInt64, _ code3: UInt64) {
                            let cell =
                                offsets1[Int(code1 & 0xFFFF)] &+ offsets2[Int(code2 & 0xFFFF)]
                                &+ offsets3[Int(code3 & 0xFFFF)]
                            if cell >= 0 { counts[Int(cell)] &+= 1 }
                        }
                        var row = 0
                        while row &+ 4 <= rows {
                            let four1 = codes1.loadUnaligned(fromByteOffset: 2 &* row, as: UInt64.self)
                            let four2 = codes2.loadUnaligned(fromByteOffset: 2 &* row, as: UInt64.self)
                            let four3 = codes3.loadUnaligned(fromByteOffset: 2 &* row, as: UInt64.self)
                            add(four1, four2, four3)
                            add(four1 &>> 16, four2 &>> 16, four3 &>> 16)
                            add(four1 &>> 32, four2 &>> 32, four3 &>> 32)
                            add(four1 &>> 48, four2 &>> 48, four3 &>> 48)
                            row &+= 4
                        }
                        while row < rows {
                            add(UInt64(first.codes[row]), UInt64(second.codes[row]), UInt64(third.codes[row]))
                            row &+= 1
                        }
                    }
                }
            }
        }
    }

    @inline(__always)
    private func withBuffers(_ body: (UnsafeRawBufferPointer, UnsafeBufferPointer<Int32>) -> Void) {
        codes.withUnsafeBytes { codes in
            offsets.withUnsafeBufferPointer { offsets in body(codes, offsets) }
        }
    }
}
