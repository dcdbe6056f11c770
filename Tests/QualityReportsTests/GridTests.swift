import QualityReports
import Testing

struct GridTests {
    @Test func `Exported rows are plain, leave out unexported columns and keep absent cells empty`() {
        let rows = SampleReport.deviationTable.exportedRows()
        #expect(rows.first == ["Kategori", "2017", "2018", "2019", "2020"])
        #expect(rows[1] == ["Fall", "1224", "1253", "1238", "931"])
        #expect(rows[6] == ["Smitta", "", "", "", "5"])
        #expect(rows.last == ["Samtliga", "2539", "2531", "2865", "2480"])
    }

    @Test func `A short row is filled with empty cells`() {
        let group = SampleReport.reconciliation.rows[0]
        #expect(group.cells == [.empty, .empty])
        #expect(SampleReport.reconciliation.exportedRows()[1] == ["Register", "", ""])
        #expect(SampleReport.reconciliation.exportedRows()[3] == ["Dubbletter", "-6", "samma ärende två gånger"])
    }

    @Test func `A chart is also a table of its categories and series`() {
        let rows = SampleReport.monthly.grid.exportedRows()
        #expect(rows.first == ["", "2019", "2020"])
        #expect(rows[1] == ["jan", "241", "248"])
        #expect(rows.count == 13)
    }

    @Test func `The tables of a report include those of charts and folded blocks`() {
        let ids = SampleReport.report.grids.map(\.id)
        #expect(
            ids == [
                "deviations-by-category", "deviations-by-month", "by-unit", "complaints", "complaint-shares",
                "reconciliation", "goals",
            ]
        )
    }
}
