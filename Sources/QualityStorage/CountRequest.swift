public import QualityCore

/// How many there are of what, by any number of keys; counted where the data lie.
public struct CountRequest: Hashable, Sendable {
    /// What is counted.
    public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
        /// Records; one that carries several codes along a key counts once under each.
        case records
        /// Observations, by the codes that each carries itself.
        case observations
    }

    /// What counts are kept apart by.
    public enum Key: Hashable, Sendable, Codable {
        /// The kind of record.
        case kind
        /// The unit of the record.
        case unit
        /// The phase or state, as stored.
        case status
        /// A day, as `2026-03-04`.
        case day(DayField)
        /// The month of a day, as `2026-03`.
        case month(DayField)
        /// The year of a day, as `2026`.
        case year(DayField)
        /// The codes along a dimension; the key is missing where there is none.
        case code(CodeDimension)
    }

    /// The tenant whose journal is read.
    public var tenant: TenantID
    /// Which records are meant: the newest revision of each, erased ones left out, tombstones counted.
    public var filter: Filter
    /// What is counted.
    public var measure: Measure
    /// What counts are kept apart by, at most eight.
    public var keys: [Key]
    /// What was known after this commit; `nil` for what is known now.
    public var asOf: CommitNumber?

    /// A request for counts.
    public init(
        tenant: TenantID,
        filter: Filter,
        measure: Measure = .records,
        by keys: [Key] = [],
        asOf: CommitNumber? = nil
    ) {
        self.tenant = tenant
        self.filter = filter
        self.measure = measure
        self.keys = keys
        self.asOf = asOf
    }
}

/// Counts by keys.
public struct CountTable: Hashable, Sendable {
    /// One count.
    public struct Row: Hashable, Sendable {
        /// The key values in the order of the request; `nil` for a missing one.
        public var keys: [String?]
        /// The count, at least 1.
        public var count: Int

        /// A count.
        public init(keys: [String?], count: Int) {
            self.keys = keys
            self.count = count
        }
    }

    /// The counts that are not zero, in byte order of their keys, a missing one before all others.
    public let rows: [Row]

    /// Counts in any order; rows with the same keys are added up, zeros left out.
    public init(_ rows: some Sequence<Row>) {
        var sums: [[ByteOrdered?]: Int] = [:]
        for row in rows where row.count != 0 {
            sums[row.keys.map { $0.map(ByteOrdered.init) }, default: 0] += row.count
        }
        let sorted = sums.sorted { left, right in
            left.key.lexicographicallyPrecedes(right.key) { first, second in
                guard let second else { return false }
                return first.map { $0 < second } ?? true
            }
        }
        self.rows = sorted.map { Row(keys: $0.key.map { $0?.text }, count: $0.value) }
    }

    /// The sum of all counts.
    public var total: Int { rows.reduce(0) { $0 + $1.count } }
}

extension CountRequest {
    /// The rows that one record adds: the specification that every store meets.
    public func rows(of kind: RecordKind, facts: RecordFacts) -> [CountTable.Row] {
        func combinations(_ codes: (CodeDimension) -> [String?]) -> Set<[ByteOrdered?]> {
            keys.reduce(into: [[]]) { combinations, key in
                let values: [String?] =
                    switch key {
                    case .kind: [kind.rawValue]
                    case .unit: [facts.unit.rawValue]
                    case .status: [facts.status]
                    case .day(let field): [facts[day: field].map { "\($0)" }]
                    case .month(let field): [facts[day: field].map { String("\($0)".prefix(7)) }]
                    case .year(let field): [facts[day: field].map { String("\($0)".prefix(4)) }]
                    case .code(let dimension): codes(dimension)
                    }
                combinations = Set(
                    combinations.flatMap { start in values.map { start + [$0.map(ByteOrdered.init)] } }
                )
            }
        }
        func values(_ codes: [CategoryCode]?) -> [String?] {
            codes.map { $0.isEmpty ? [nil] : $0.map(\.rawValue) } ?? [nil]
        }
        let found: [Set<[ByteOrdered?]>] =
            switch measure {
            case .records:
                [combinations { dimension in values(facts.observations.flatMap { $0.codes[dimension] ?? [] }) }]
            case .observations:
                facts.observations.map { observation in combinations { values(observation.codes[$0]) } }
            }
        return found.flatMap { $0.map { CountTable.Row(keys: $0.map { $0?.text }, count: 1) } }
    }
}
