public import QualityCore

/// What other parts of the quality work show about each process, as plain values (*underlag*).
///
/// A process without an entry, and a fact that is not stated, is unknown: never the same as missing.
public struct ManagementEvidence: Hashable, Sendable, Codable {
    /// Whether the risks of a process have been analysed.
    public enum RiskAnalysis: Hashable, Sendable, Codable {
        /// No analysis was ever made.
        case none
        /// The day of the newest one.
        case newest(CalendarDate)
    }

    /// How many self-checks a process was to have in the period, and how many were not done in time.
    public struct SelfChecks: Hashable, Sendable, Codable {
        /// How many were to be done; 0 when none is planned.
        public let expected: Int
        /// How many of them were not done.
        public let missed: Int

        /// A count of self-checks; `nil` when either is negative or more were missed than expected.
        public init?(expected: Int, missed: Int) {
            guard missed >= 0, missed <= expected else { return nil }
            self.expected = expected
            self.missed = missed
        }
    }

    /// How many of a number of things have had what they need.
    public struct Share: Hashable, Sendable, Codable {
        /// How many there are.
        public let all: Int
        /// How many of them have had it.
        public let done: Int

        /// A count of things done; `nil` when either is negative or more are done than there are.
        public init?(all: Int, done: Int) {
            guard done >= 0, done <= all else { return nil }
            self.all = all
            self.done = done
        }
    }

    /// What is known about one process.
    public struct Entry: Hashable, Sendable, Codable {
        /// The newest risk analysis.
        public var riskAnalysis: Stated<RiskAnalysis>
        /// Self-checks expected and missed.
        public var selfChecks: Stated<SelfChecks>
        /// Deviations, and how many of them are part of an analysis.
        public var deviations: Stated<Share>
        /// Executed measures, and how many of them have had their effect evaluated.
        public var measures: Stated<Share>

        /// What is known about a process.
        public init(
            riskAnalysis: Stated<RiskAnalysis>,
            selfChecks: Stated<SelfChecks>,
            deviations: Stated<Share>,
            measures: Stated<Share>
        ) {
            self.riskAnalysis = riskAnalysis
            self.selfChecks = selfChecks
            self.deviations = deviations
            self.measures = measures
        }
    }

    /// What is known, by process.
    public var entries: [RecordID<CareProcess>: Entry]

    /// Evidence about processes.
    public init(_ entries: [RecordID<CareProcess>: Entry] = [:]) {
        self.entries = entries
    }
}

extension ManagementEvidence {
    /// Decodes the stored form.
    public init(from decoder: any Decoder) throws {
        let pairs = try decoder.singleValueContainer().decode([Pair].self)
        entries = Dictionary(pairs.map { ($0.process, $0.entry) }) { _, last in last }
    }

    /// Encodes the stored form, processes in the order of their identity.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let sorted = entries.sorted { $0.key.rawValue < $1.key.rawValue }
        try container.encode(sorted.map { Pair(process: $0.key, entry: $0.value) })
    }

    private struct Pair: Codable {
        let process: RecordID<CareProcess>
        let entry: Entry
    }
}
