import QualityManagement

extension Account {
    /// Records by operation and year, every level of the organisation with its own figure.
    func operationGrid(
        of set: RecordSet,
        prefix: String,
        id: String,
        caption: String,
        countedBy: String,
        picture: Bool,
        notes: [QualityReport.Prose]
    ) -> QualityReport.Grid {
        let years = set.years(through: year)
        let table = set.table.count(.records, by: unitsWithAllLevels, and: .years)
        let rows = operations(in: [table]).map { operation in
            yearRow(
                operation.name,
                years.map { figure("\(prefix).operation.\(self.id(of: operation.key)).\($0)") },
                indent: operation.depth,
                picture: picture
            )
        }
        let total = yearRow(
            text("Summa", "Total"),
            years.map { figure("\(prefix).total.\($0)") },
            kind: .total,
            picture: picture
        )
        let levels = text(
            "Ett område står med summan av sina verksamheter, som står indragna under det.",
            "An area stands with the sum of its operations, which are indented below it."
        )
        return .init(
            id: id,
            caption: caption,
            countedBy: countedBy,
            rowHead: text("Verksamhet", "Operation"),
            columns: yearColumns(years, picture: picture),
            rows: rows + [total],
            notes: (picture ? [scaleNote] : []) + [.init([.text(levels)])] + notes
        )
    }
}
