public import ProcessMaps
public import QualityCore
public import QualityStorage

extension EventLog {
    /// The changes of status of the records of a kind, as a journal tells them (*ärendenas statusändringar*).
    ///
    /// Each record is a case, and each commit that gives it another status an event at the time when that was recorded.
    /// Only statuses are read of it: no text that anyone wrote, no person and no reason. Records that were disposed of are
    /// left out, since what is left of them does not tell their course.
    ///
    /// - Parameters:
    ///   - commits: the journal from its beginning, in order.
    ///   - kind: the kind of the records.
    ///   - name: the name of the log.
    ///   - id: the name of a case, given the record and its number in the log from 1; by default the number alone, which
    ///     leads nobody back to the record.
    ///   - activity: the step of the map that a status tells the end of; `nil` for a status that tells of none.
    public init(
        of commits: some Sequence<JournalCommit>,
        kind: RecordKind,
        name: String = "",
        id: (RecordReference, Int) -> String = { "\($1)" },
        activity: (_ status: String) -> String? = { $0 }
    ) {
        var courses = StatusCourses(kind: kind)
        for commit in commits { courses.add(commit) }
        self.init(of: courses, name: name, id: id, activity: activity)
    }

    init(
        of courses: StatusCourses,
        name: String,
        id: (RecordReference, Int) -> String,
        activity: (_ status: String) -> String?
    ) {
        let whole = courses.all.filter { !$0.isDisposedOf }
        let cases = whole.enumerated().map { position, course in
            LoggedCase(
                id: id(course.record, position + 1),
                events: course.changes.compactMap { change in
                    activity(change.status).map { LoggedEvent($0, at: change.time, moment: .complete) }
                }
            )
        }
        self.init(name: name, cases: cases)
    }
}

/// How the status of each record of a kind has changed, in the order in which the records came.
struct StatusCourses {
    struct Course {
        let record: RecordReference
        var changes: [(status: String, time: Timestamp)] = []
        var isDisposedOf = false
    }

    let kind: RecordKind
    private(set) var all: [Course] = []
    private var places: [String: Int] = [:]

    init(kind: RecordKind) {
        self.kind = kind
    }

    mutating func add(_ commit: JournalCommit) {
        for entry in commit.entries where entry.link.reference.kind == kind {
            let record = entry.link.reference
            let place = places[record.id] ?? all.count
            if place == all.count {
                places[record.id] = place
                all.append(Course(record: record))
            }
            guard let facts = entry.facts?.facts, facts.status != RecordFacts.disposedStatus else {
                all[place].isDisposedOf = true
                continue
            }
            guard all[place].changes.last?.status != facts.status else { continue }
            all[place].changes.append((facts.status, commit.cover.recordedAt))
        }
    }
}
