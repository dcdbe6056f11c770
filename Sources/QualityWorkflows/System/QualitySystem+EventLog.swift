public import ProcessMaps
public import QualityCore
public import QualityStorage

extension QualitySystem {
    /// The changes of status of all records of a kind that the actor may know of, to be compared with the map.
    ///
    /// Reads the whole journal, which takes the right to it; see `EventLog.init(of:kind:name:id:activity:)`, whose parameters
    /// it takes.
    ///
    /// - Parameters:
    ///   - type: the records.
    ///   - name: the name of the log.
    ///   - id: the name of a case, given the record and its number in the log from 1.
    ///   - activity: the step of the map that a status tells the end of; `nil` for a status that tells of none.
    public func eventLog<Record: QualityRecord>(
        of type: Record.Type,
        name: String = "",
        id: (RecordReference, Int) -> String = { "\($1)" },
        activity: (_ status: String) -> String? = { $0 }
    ) async throws(StorageError) -> EventLog {
        var courses = StatusCourses(kind: Record.kind)
        var position = CommitNumber.zero
        while let commits = try await page(after: position), let last = commits.last {
            for commit in commits { courses.add(commit) }
            position = last.cover.number
        }
        return EventLog(of: courses, name: name, id: id, activity: activity)
    }

    private func page(after number: CommitNumber) async throws(StorageError) -> [JournalCommit]? {
        let commits = try await store.journal(after: number, limit: 1_000).commits
        return commits.isEmpty ? nil : commits
    }
}
