package import QualityManagement

/// Everything that is written for one year: the report in its language, and its tables as data in Swedish.
package struct Publication: Sendable {
    package enum Fault: Error {
        case noSuchYear
        case noRecords
        case noSuchClassification(known: [String])
    }

    package let year: Int
    package let report: QualityReport
    package let imports: [ImportSummary]
    /// The tables with Swedish heads, whatever the language of the page: files that other programs read.
    package let tables: [QualityReport.Grid]

    /// Imports the input into a register and works out the report.
    package init(
        of input: InputFolder,
        board: Board,
        register: Register,
        year: Int? = nil,
        language: Language = .swedish,
        classification: String? = nil,
        progress: (RecordKind, Int, Int) -> Void = { _, _, _ in }
    ) async throws {
        let imports = try await register.take(input, progress: progress)
        let year = try await Self.year(year, register)
        func account(_ language: Language) async throws -> Account {
            try await Account(
                year: year,
                language: language,
                board: board,
                input: input,
                imports: imports,
                register: register,
                classification: classification
            )
        }
        report = try await account(language).report()
        tables = try await account(.swedish).tables()
        self.imports = imports
        self.year = year
    }

    /// The year asked for, else the latest on which the register counts anything.
    private static func year(_ wanted: Int?, _ register: Register) async throws -> Int {
        if let wanted { return wanted }
        var latest: CalendarDate?
        for facts in try await register.facts(of: Deviation.kind) {
            if let day = facts.occurred { latest = max(latest ?? day, day) }
        }
        for kind in [Complaint.kind, LexSarahCase.kind] {
            for facts in try await register.facts(of: kind) {
                if let day = facts.reported { latest = max(latest ?? day, day) }
            }
        }
        guard let latest else { throw Fault.noRecords }
        return latest.year
    }
}

extension Publication.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noSuchYear: "the year must lie between 1 and 9999"
        case .noRecords: "no row of the input became a record"
        case .noSuchClassification(let known):
            "--classification takes a version of board.json: \(known.joined(separator: ", "))"
        }
    }
}
