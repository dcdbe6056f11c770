import QualityCore

extension RecordImport {
    mutating func takeMalformed(of table: CSVTable) {
        rowsRead += table.rows.count + table.malformedRows.count
        refused += table.malformedRows.map(RefusedRow.init)
    }

    /// Takes the record that some rows make, or refuses each of them with the rule it breaks.
    mutating func take(_ rows: [RowPlace], _ make: () throws(RuleViolation) -> Record) {
        do throws(RuleViolation) {
            entries.append(Entry(record: try make(), rows: rows))
        } catch {
            refused += rows.map { RefusedRow(error, at: $0, heads: heads) }
        }
    }

    /// Takes one record from each row of a file; a number that has been seen before is refused.
    mutating func takeEach(
        of table: CSVTable,
        numbered head: String,
        unlessIn seen: inout Set<RecordID<Record>>,
        _ make: (CSVRow) throws(RefusedRow) -> Record
    ) {
        for row in table.rows {
            do throws(RefusedRow) {
                let record = try make(row)
                guard seen.insert(record.id).inserted else {
                    throw RowReader(row: row, record: record.reference).refusal(
                        head,
                        "IMPORT-DUPLICATE",
                        sv: "numret finns redan på en tidigare rad",
                        en: "the number stands on an earlier row already"
                    )
                }
                entries.append(Entry(record: record, rows: [RowPlace(file: table.name, line: row.line)]))
            } catch {
                refused.append(error)
            }
        }
    }
}

extension CSVRow {
    /// The identity that the number of the row always gives.
    func id<Record: QualityRecord>(from source: String, _ head: String) throws(RefusedRow) -> RecordID<Record> {
        let number = value(of: head) ?? ""
        guard !IdentityNumber.isPlausible(number) else {
            throw RowReader(row: self, record: nil).refusal(
                head,
                "D-SEC-5",
                sv: "ett personnummer får inte vara en posts nummer",
                en: "an identity number must not be the number of a record"
            )
        }
        guard let id = RecordID<Record>(source: source, key: number) else {
            let fields = RowReader(row: self, record: nil)
            guard !number.isEmpty else { throw fields.missing(head) }
            throw fields.refusal(
                head,
                "IMPORT-NUMBER",
                sv: "numret är för långt för en identitet",
                en: "the number is too long for an identity"
            )
        }
        return id
    }
}
