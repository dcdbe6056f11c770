public import Complaints
public import Deviations
public import Improvements
public import LexSarah
public import QualityCore
public import QualityStorage
public import SelfChecks

extension QualitySystem {
    /// Receives a suspicion of misconduct about a deviation into a case of its own, in one commit (D-DEV-6).
    ///
    /// - Throws: `StorageError` as ``lead(from:reason:_:)``.
    @discardableResult
    public func reportMisconduct(
        _ opening: MisconductOpening,
        about deviation: RecordID<Deviation>,
        reason: String
    ) async throws(StorageError) -> LinkedRecords<Deviation, LexSarahCase> {
        try await lead(from: deviation, reason: reason) { found, law throws(RuleViolation) in
            try found.reportingMisconduct(opening, under: law)
        }
    }

    /// Receives the misconduct that a submission tells of into a case of its own, in one commit (D-CMP-1).
    ///
    /// - Throws: `StorageError` as ``lead(from:reason:_:)``.
    @discardableResult
    public func reportMisconduct(
        _ opening: MisconductOpening,
        toldIn complaint: RecordID<Complaint>,
        reason: String
    ) async throws(StorageError) -> LinkedRecords<Complaint, LexSarahCase> {
        try await lead(from: complaint, reason: reason) { found, law throws(RuleViolation) in
            try found.reportingMisconduct(opening, under: law)
        }
    }

    /// Opens the track of Lex Maria of a deviation, in one commit (D-LXS-12).
    ///
    /// - Throws: `StorageError` as ``perform(on:reason:_:)``.
    @discardableResult
    public func openLexMaria(
        of deviation: RecordID<Deviation>,
        signed signature: Signature,
        reason: String
    ) async throws(StorageError) -> Deviation {
        try await perform(on: deviation, reason: reason) { found, law throws(RuleViolation) in
            try found.openLexMaria(by: signature, under: law)
        }
    }

    /// Reports the deviation that a submission leads to, in one commit; the submission keeps its answer (D-CMP-5).
    ///
    /// - Throws: `StorageError` as ``lead(from:reason:_:)``.
    @discardableResult
    public func reportDeviation(
        _ report: DeviationReport,
        risk: RiskEstimate? = nil,
        from complaint: RecordID<Complaint>,
        reason: String
    ) async throws(StorageError) -> LinkedRecords<Complaint, Deviation> {
        try await lead(from: complaint, reason: reason) { found, law throws(RuleViolation) in
            try found.leadingToDeviation(report, risk: risk, under: law)
        }
    }

    /// Reports the deviation that a failed question of a self-check leads to, in one commit (D-SLF-9).
    ///
    /// - Throws: `StorageError` as ``lead(from:reason:_:)``.
    @discardableResult
    public func reportDeviation(
        _ report: DeviationReport,
        risk: RiskEstimate? = nil,
        from question: QuestionCode,
        of check: RecordID<SelfCheck>,
        reason: String
    ) async throws(StorageError) -> LinkedRecords<SelfCheck, Deviation> {
        try await lead(from: check, reason: reason) { found, law throws(RuleViolation) in
            try found.leadingToDeviation(report, from: question, risk: risk, under: law)
        }
    }

    /// Proposes a measure because of a saved record of any kind, which is not changed by it (D-MSR-3).
    ///
    /// A deviation, a submission, a self-check and a demand on a Lex Sarah case point back at their measures: for them
    /// use ``lead(from:reason:_:)`` with their own flow.
    ///
    /// - Throws: `StorageError` with code `notFound` when there is no such record, `ruleViolation` when the measure
    ///   breaks a rule, `conflict` when it exists already.
    @discardableResult
    public func propose<Record: QualityRecord>(
        _ opening: MeasureOpening,
        because record: RecordID<Record>,
        reason: String
    ) async throws(StorageError) -> Measure {
        let origin = RecordReference(record)
        guard try await store.links(to: [origin])[origin] != .noAccess else {
            throw StorageError(.notFound, record: origin)
        }
        let measure = try refusing { () throws(RuleViolation) in
            try opening.proposed(because: origin, under: law)
        }
        try await create(measure, reason: reason)
        return measure
    }
}
