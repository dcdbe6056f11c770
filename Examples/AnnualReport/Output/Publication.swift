package import QualityManagement

/// Everything that is written for one year: the report in its language, and its tables as data in Swedish.
package struct Publication: Sendable {
    package enum Fault: Error {
        case noSuchYear
        case noRecords
        case noSuchClassification(known: [String])
        case cannotWrite(String)
    }

    package let year: Int
    package let report: QualityReport
    package let imports: [ImportSummary]
    /// The tables with Swedish heads, whatever the language of the page: files that other programs read.
    package let tables: [QualityReport.Grid]

    /// Imports the input into a register and works out the report.
    ///
    /// - Parameter today: without a year asked for, days after it are not looked at.
    package init(
        of input: InputFolder,
        board: Board,
        register: Register,
        year: Int? = nil,
        today: CalendarDate = .latest,
        language: Language = .swedish,
        classification: String? = nil,
        progress: (RecordKind, Int, Int) -> Void = { _, _, _ in }
    ) async throws {
        if let classification, board.classifications.deviations[version: classification] == nil {
            throw Fault.noSuchClassification(known: board.classifications.deviations.versions.map(\.id))
        }
        let imports = try await register.take(input, progress: progress)
        let year = try await Self.year(year, register, today: today)
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

    /// The year asked for, else the latest until today on which the register counts anything.
    private static func year(_ wanted: Int?, _ register: Register, today: CalendarDate) async throws -> Int {
        if let wanted { return wanted }
        let days =
            try await register.facts(of: Deviation.kind).compactMap(\.occurred)
            + register.facts(of: Complaint.kind).compactMap(\.reported)
            + register.facts(of: LexSarahCase.kind).compactMap(\.reported)
        guard let latest = days.filter({ $0 <= today }).max() else { throw Fault.noRecords }
        return latest.year
    }
}

extension Publication.Fault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotWrite(let path): "nothing can be written to \(path)"
        case .noSuchYear: "the year must lie between 1 and 9999"
        case .noRecords: "no row of the input became a record"
        case .noSuchClassification(let known):
            "--classification takes a version of board.json: \(known.joined(separator: ", "))"
        }
    }
}
