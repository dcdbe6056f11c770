public import QualityCore

extension QualityStore {
    /// Tells what retention rules would dispose of, without disposing of it.
    ///
    /// Without a rule for its kind nothing is disposed of; where several apply, the one that keeps a record longest
    /// does. A record is disposed of after its last day, never on it.
    ///
    /// - Parameters:
    ///   - rules: the board's rules and those of the law.
    ///   - types: the kinds of record to look through.
    ///   - stops: what the host knows that stops a disposal, such as a request for release.
    ///   - day: the day that the plan is as of.
    public func disposalPlan(
        under rules: [RetentionRule],
        of types: [any QualityRecord.Type],
        stoppedBy stops: [RecordReference: Set<RetentionStanding.Stop>] = [:],
        asOf day: CalendarDate
    ) async throws(StorageError) -> DisposalPlan {
        try await require(.dispose, for: .disposalPlan)
        var entries: [DisposalPlan.Entry] = []
        var stopped: [DisposalPlan.Stopped] = []
        for type in types.sorted(by: { $0.kind.rawValue < $1.kind.rawValue }) {
            let rules = rules.filter { $0.kind == type.kind }
            guard !rules.isEmpty else { continue }
            try await eachPage(.newest(.kinds([type.kind])), asOf: nil, includesPayload: true) {
                page throws(StorageError) in
                for revision in page where revision.standing == .kept {
                    guard let facts = revision.facts else { continue }
                    let standing = try Self.standing(of: type, revision)
                    let due = rules.compactMap { rule in rule.lastDay(for: standing).map { (rule, $0) } }
                        .max { $0.1 < $1.1 }
                    guard let (rule, lastDay) = due, lastDay < day else { continue }
                    let stops = standing.stops.union(stops[revision.reference] ?? [])
                    if stops.isEmpty {
                        entries.append(
                            DisposalPlan.Entry(
                                record: revision.reference,
                                version: revision.version,
                                rule: rule,
                                lastDay: lastDay,
                                schemaVersion: revision.schemaVersion,
                                facts: facts
                            )
                        )
                    } else {
                        stopped.append(
                            DisposalPlan.Stopped(record: revision.reference, lastDay: lastDay, stops: stops)
                        )
                    }
                }
            }
        }
        return DisposalPlan(day: day, entries: entries, stopped: stopped)
    }

    /// Carries out a disposal: payloads, words, attachments, facts and salts of all revisions are erased, and each
    /// record leaves a tombstone with the facts that statistics keep. One commit for each rule and thousand records.
    ///
    /// - Throws: ``StorageError/Code/conflict`` for a record that was changed after the plan was made; the commits
    ///   before it stand, and a new plan takes up there.
    @discardableResult
    public func dispose(_ plan: DisposalPlan) async throws(StorageError) -> DisposalProtocol {
        try await require(.dispose, for: .dispose)
        var lines: [DisposalProtocol.Line] = []
        let rules = Dictionary(grouping: plan.entries, by: \.rule.id).sorted { $0.key < $1.key }
        for (rule, entries) in rules {
            for start in stride(from: 0, to: entries.count, by: 1_000) {
                let part = entries[start..<min(start + 1_000, entries.count)]
                let writes = part.map { tombstone($0.record, from: $0.version, $0.schemaVersion, $0.facts) }
                lines += try await redact(writes, reason: rule)
            }
        }
        return DisposalProtocol(lines: lines)
    }

    /// Erases one record without a rule, as when it was registered about the wrong person (*radering*).
    ///
    /// - Parameters:
    ///   - id: the record.
    ///   - version: the version that was read.
    ///   - reason: the ground; stands in the journal and must hold no personal data.
    @discardableResult
    public func erase<Record: QualityRecord>(
        _ id: RecordID<Record>,
        from version: CommitNumber,
        reason: String
    ) async throws(StorageError) -> DisposalProtocol {
        try await require(.dispose, for: .erase)
        let reference = RecordReference(id)
        guard let revision = try await newest(reference, includesPayload: false), revision.standing == .kept,
            let facts = revision.facts
        else {
            throw StorageError(.notFound, record: reference)
        }
        let write = tombstone(reference, from: version, revision.schemaVersion, facts)
        return DisposalProtocol(lines: try await redact([write], reason: reason))
    }

    /// Reads from the journal what was disposed of.
    ///
    /// `number`: only commits after this one; zero from the start.
    public func disposals(after number: CommitNumber = .zero) async throws(StorageError) -> DisposalProtocol {
        try await require(.dispose, for: .disposals)
        var lines: [DisposalProtocol.Line] = []
        var position = number
        while true {
            let page = try await backend.journal(
                JournalRequest(tenant: tenant, after: position, limit: 1_000, includesPayload: false)
            )
            for commit in page.commits {
                let tombstones = commit.entries.map(\.link).filter { $0.payload == nil }.map(\.reference)
                lines += Self.lines(
                    tombstones,
                    commit.cover.reason,
                    commit.cover.actor,
                    commit.cover.recordedAt,
                    commit.cover.number
                )
            }
            guard let last = page.commits.last else { return DisposalProtocol(lines: lines) }
            position = last.cover.number
        }
    }

    private func redact(
        _ writes: [CommitRequest.Write],
        reason: String
    ) async throws(StorageError) -> [DisposalProtocol.Line] {
        let time = now()
        let request = CommitRequest(
            tenant: tenant,
            writes: writes,
            actor: access.actor,
            reason: reason,
            recordedAt: time
        )
        let receipt = try await backend.redact(RedactionRequest(request))
        return Self.lines(writes.map(\.reference), reason, access.actor, time, receipt.number)
    }

    private func tombstone(
        _ record: RecordReference,
        from version: CommitNumber,
        _ schemaVersion: Int,
        _ facts: RecordFacts
    ) -> CommitRequest.Write {
        CommitRequest.Write(
            reference: record,
            precondition: .version(version),
            schemaVersion: schemaVersion,
            payload: nil,
            facts: SealedFacts(facts.forStatistics, salt: salt())
        )
    }

    private static func lines(
        _ records: [RecordReference],
        _ rule: String,
        _ actor: ActorID,
        _ time: Timestamp,
        _ commit: CommitNumber
    ) -> [DisposalProtocol.Line] {
        Dictionary(grouping: records, by: \.kind).sorted { $0.key.rawValue < $1.key.rawValue }.map { kind, records in
            DisposalProtocol.Line(
                kind: kind,
                rule: rule,
                count: records.count,
                actor: actor,
                recordedAt: time,
                commit: commit
            )
        }
    }

    private static func standing<Record: QualityRecord>(
        of type: Record.Type,
        _ revision: Revision
    ) throws(StorageError) -> RetentionStanding {
        try SavedRecord<Record>(revision).record.retention
    }
}

extension RecordFacts {
    /// The status of a record that was disposed of (*gallrad*).
    public static let disposedStatus = "disposed"

    /// What statistics keep of a disposed record: unit, codes, and the months of event and report (D-SEC-8).
    public var forStatistics: RecordFacts {
        func month(_ day: CalendarDate?) -> CalendarDate? {
            day.flatMap { CalendarDate(year: $0.year, month: $0.month, day: 1) }
        }
        return RecordFacts(
            unit: unit,
            occurred: month(occurred),
            reported: month(reported),
            status: Self.disposedStatus,
            observations: observations
        )
    }
}
