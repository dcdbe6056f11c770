package import QualityManagement

/// The board's register with what the report needs of it: imports go in, facts come out.
package struct Register: Sendable {
    /// What the program is: it brings records in and counts them, and reads none.
    package static let access = StoreAccess(program: "AnnualReport", as: .importProgram, .analyst)

    private let store: QualityStore
    private let board: Board
    private let law: Law

    package init(_ store: QualityStore, board: Board, law: Law = .swedish) {
        self.store = store
        self.board = board
        self.law = law
    }

    /// Imports every file; doing it again changes nothing.
    ///
    /// - Parameter progress: called with a kind, the number of its records that are settled and how many there are.
    package func take(
        _ input: InputFolder,
        progress: (RecordKind, Int, Int) -> Void = { _, _, _ in }
    ) async throws -> [ImportSummary] {
        try await store.prepare()
        let classifications = board.classifications
        return [
            try await save(
                DeviationReader(context(classifications.deviations)).read(input.deviations),
                hasFile: !input.deviations.isEmpty,
                progress: progress
            ),
            try await save(
                ComplaintReader(context(classifications.complaints)).read(input.complaints),
                hasFile: !input.complaints.isEmpty,
                progress: progress
            ),
            try await save(
                LexSarahReader(context(classifications.lexSarah)).read(input.lexSarah),
                hasFile: !input.lexSarah.isEmpty,
                progress: progress
            ),
        ]
    }

    package func facts(of kind: RecordKind) async throws -> [RecordFacts] {
        try await store.facts(of: kind)
    }

    /// The exceptions from the rule on conflict of interest; records are read in full only where facts tell of one.
    package func conflictExceptions() async throws -> [ConflictException] {
        try await exceptions(Deviation.self, \.conflictExceptions) + exceptions(Complaint.self, \.conflictExceptions)
            + exceptions(LexSarahCase.self, \.conflictExceptions)
    }

    private func exceptions<Record: QualityRecord>(
        _ type: Record.Type,
        _ listed: (Record) -> [ConflictException]
    ) async throws -> [ConflictException] {
        let isTold = try await store.facts(of: Record.kind).contains { facts in
            facts.observations.allSatisfy { $0.codes[.conflictException] != nil }
        }
        return isTold ? try await store.records(of: type).flatMap { listed($0.record) } : []
    }

    package func position() async throws -> Int {
        Int(try await store.head().number.rawValue)
    }

    private func context(_ classification: Classification) -> ImportContext {
        ImportContext(organisation: board.organisation, classification: classification, source: "csv")
    }

    private func save<Record>(
        _ read: RecordImport<Record>,
        hasFile: Bool,
        progress: (RecordKind, Int, Int) -> Void
    ) async throws -> ImportSummary {
        var result = read
        result.refuseViolations(under: law)
        let count = result.entries.count
        let outcome = try await result.save(
            in: store,
            reason: "import of CSV files"
        ) { progress(Record.kind, $0, count) }
        return ImportSummary(result, outcome, hasFile: hasFile)
    }
}
