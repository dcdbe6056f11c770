public import QualityCore

/// What happened in cases, case by case (*händelselogg*): the terms of IEEE 1849 (XES), free of any file format.
public struct EventLog: Hashable, Sendable, Codable {
    /// The name that people read; empty where there is none.
    public var name: String
    /// The cases, in the order of the source.
    public var cases: [LoggedCase]
    /// What else is told about the log as a whole.
    public var attributes: [LogAttribute]

    /// A log from its cases.
    public init(name: String = "", cases: [LoggedCase] = [], attributes: [LogAttribute] = []) {
        self.name = name
        self.cases = cases
        self.attributes = attributes
    }

    /// A log of records: each record is a case, and the changes of its status are the events.
    ///
    /// - Parameters:
    ///   - records: the records.
    ///   - name: the name of the log.
    ///   - id: the name of a case: that of the record, or a pseudonym.
    ///   - events: what happened to it, in any order; they are ordered by time, and by this order at one time.
    public init<Records: Sequence>(
        of records: Records,
        name: String = "",
        id: (Records.Element) -> String,
        events: (Records.Element) -> [LoggedEvent]
    ) {
        self.init(name: name, cases: records.map { LoggedCase(id: id($0), events: events($0)).ordered })
    }
}

/// One case of an event log (*ärende*).
public struct LoggedCase: Hashable, Sendable, Codable, Identifiable {
    /// The name of the case.
    public var id: String
    /// What happened in it, from first to last.
    public var events: [LoggedEvent]
    /// What else is told about the case.
    public var attributes: [LogAttribute]

    /// A case from its events.
    public init(id: String, events: [LoggedEvent] = [], attributes: [LogAttribute] = []) {
        self.id = id
        self.events = events
        self.attributes = attributes
    }

    /// The activities that were done, each where it was completed, from first to last.
    ///
    /// Events of other moments in the life of an activity, such as its start, are left out where their moment is told:
    /// see ``LoggedEvent/isCompletion``.
    public var activities: [String] {
        events.filter(\.isCompletion).map(\.activity)
    }

    /// The case with its events ordered by time; those without a time stay behind the one before them.
    public var ordered: LoggedCase {
        var latest: Timestamp?
        let dated = events.enumerated().map { position, event in
            latest = event.time ?? latest
            return (time: latest, position: position, event: event)
        }
        var copy = self
        copy.events = dated.sorted { left, right in
            guard let first = left.time, let second = right.time, first != second else {
                return (left.time == nil) == (right.time == nil) ? left.position < right.position : left.time == nil
            }
            return first < second
        }.map(\.event)
        return copy
    }
}

/// One thing that happened in a case (*händelse*).
public struct LoggedEvent: Hashable, Sendable, Codable {
    /// A moment in the life of an activity, in the words of the standard lifecycle of XES. Open.
    public struct Moment: RawRepresentable, Hashable, Sendable, Codable {
        /// The word as written, such as `complete`.
        public let rawValue: String

        /// A moment by its word.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The activity begins.
        public static let start = Moment(rawValue: "start")
        /// The activity is done.
        public static let complete = Moment(rawValue: "complete")

        /// The words of the standard lifecycle by which an activity is not done.
        private static let unfinished: Set<String> = [
            "schedule", "assign", "reassign", "start", "suspend", "resume", "withdraw", "autoskip", "manualskip",
            "ate_abort", "pi_abort",
        ]

        var isStart: Bool { rawValue.lowercased() == Self.start.rawValue }
        var isCompletion: Bool { !Self.unfinished.contains(rawValue.lowercased()) }
    }

    /// What was done: the name of a step of the map.
    public var activity: String
    /// When; `nil` where the source does not say.
    public var time: Timestamp?
    /// The moment in the life of the activity; `nil` where the source tells only that it was done.
    public var moment: Moment?
    /// By whom or what, best as a pseudonym; empty where it is not told.
    public var resource: String
    /// In what role; empty where it is not told.
    public var role: String
    /// What else is told about the event.
    public var attributes: [LogAttribute]

    /// An event.
    public init(
        _ activity: String,
        at time: Timestamp? = nil,
        moment: Moment? = nil,
        resource: String = "",
        role: String = "",
        attributes: [LogAttribute] = []
    ) {
        self.activity = activity
        self.time = time
        self.moment = moment
        self.resource = resource
        self.role = role
        self.attributes = attributes
    }

    /// Whether the activity is done by this event.
    ///
    /// It is not by the moments of the standard lifecycle of XES that come before it is done, skip it or break it off:
    /// `schedule`, `assign`, `reassign`, `start`, `suspend`, `resume`, `withdraw`, `autoskip`, `manualskip`,
    /// `ate_abort` and `pi_abort`, in letters of any case. It is by every other word, and where no moment is told.
    public var isCompletion: Bool { moment?.isCompletion ?? true }
}
