public import Deviations
public import QualityCore
public import QualityStorage

extension QualitySystem {
    /// Reads the records that lists and links are made of, all at one place of the journal.
    ///
    /// `number`: what was known after this commit; `nil` for what is known now.
    public func records(asOf number: CommitNumber? = nil) async throws(StorageError) -> QualityWorklist.Records {
        var position = number
        if position == nil { position = try await store.head().number }
        var records = QualityWorklist.Records()
        records.deviations = try await all(asOf: position)
        records.complaints = try await all(asOf: position)
        records.cases = try await all(asOf: position)
        records.measures = try await all(asOf: position)
        records.plans = try await all(asOf: position)
        records.checks = try await all(asOf: position)
        records.riskAnalyses = try await all(asOf: position)
        records.unexecutedDecisions = try await all(asOf: position)
        records.jointAnalyses = try await all(asOf: position)
        records.boardDecisions = try await all(asOf: position)
        records.externalReviews = try await all(asOf: position)
        records.processes = try await all(asOf: position)
        records.routines = try await all(asOf: position)
        records.surveys = try await all(asOf: position)
        records.goals = try await all(asOf: position)
        records.situationReports = try await all(asOf: position)
        records.providerFollowUps = try await all(asOf: position)
        return records
    }

    /// What waits for someone as of a day, by the records as they are known now.
    public func worklist(asOf day: CalendarDate) async throws(StorageError) -> QualityWorklist {
        QualityWorklist(of: try await records(), asOf: day, policies: policies, under: law)
    }

    /// Every act that waits as of a day across all kinds of record, one row an act, by the records as known now.
    ///
    /// - Parameters:
    ///   - day: the day.
    ///   - days: how many days to look ahead.
    public func tasks(asOf day: CalendarDate, lookingAhead days: Int = 30) async throws(StorageError) -> Worklist {
        Worklist(of: try await records(), asOf: day, lookingAhead: days, policies: policies, under: law)
    }

    /// What led to what among the records as they are known now.
    public func links() async throws(StorageError) -> RecordLinks {
        let records = try await records()
        return RecordLinks(
            deviations: records.deviations,
            complaints: records.complaints,
            cases: records.cases,
            checks: records.checks,
            measures: records.measures
        )
    }

    /// Screens all deviations by the board's rules; it decides and reclassifies nothing (D-DEV-6).
    public func screenForMisconduct() async throws(StorageError) -> MisconductScreening.Findings {
        let deviations: [Deviation] = try await all(asOf: nil)
        return policies.screening.findings(in: deviations)
    }

    private func all<Record: QualityRecord>(asOf position: CommitNumber?) async throws(StorageError) -> [Record] {
        try await store.records(of: Record.self, asOf: position).map(\.record)
    }
}
