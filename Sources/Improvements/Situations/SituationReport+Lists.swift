public import QualityCore

extension SituationReport {
    /// What is required of every situation report.
    public static var rules: [RecordRule<SituationReport>] {
        [
            RecordRule("D-SIT-1", "purpose", sv: "syftet krävs", en: "the purpose is required") { $0.purpose.isBlank },
            RecordRule("D-SIT-1", "use", sv: "vad svaren leder till krävs", en: "what follows is required") {
                $0.use.isBlank
            },
            RecordRule("D-SIT-1", "units", sv: "minst en enhet ska tillfrågas", en: "at least one unit must be asked") {
                $0.units.isEmpty
            },
            RecordRule("D-SIT-1", "areas", sv: "minst ett område krävs", en: "at least one area is required") {
                $0.areas.isEmpty
            },
            RecordRule(
                "D-SIT-1",
                "answers.states",
                sv: "svaret ska gälla alla områden",
                en: "the answer must be about every area"
            ) { report in report.answers.contains { $0.states.count < Set(report.areas).count } },
            RecordRule(
                "D-SIT-1",
                "answers.comment",
                sv: "ett sämre läge än normalt ska kommenteras",
                en: "a state worse than usual needs a comment"
            ) { report in
                report.answers.flatMap(\.states.values).contains {
                    max($0.now, $0.expected) > .normal && $0.comment?.isBlank ?? true
                }
            },
        ]
    }

    /// What the board sees of one unit (*lägesbild*).
    public struct Standing: Hashable, Sendable {
        /// The unit.
        public let unit: OrganisationUnitID
        /// Its latest answer; `nil` when it has not answered.
        public let latest: Answer?
        /// The days since it; `nil` when it has not answered.
        public let age: Int?
        /// Whether its answer is older than the rhythm, or was never given.
        public let isLate: Bool
    }

    /// Each unit with its latest answer, the age of it, and whether another is late, as of a day.
    public func standings(asOf day: CalendarDate) -> [Standing] {
        units.map { unit in
            let latest = answers.last { $0.unit == unit && $0.by.day <= day }
            let age = latest.map { $0.by.day.days(to: day) }
            return Standing(unit: unit, latest: latest, age: age, isLate: (age ?? begun.days(to: day)) > rhythm)
        }
    }

    /// The units that have not answered by a day.
    public func unanswered(asOf day: CalendarDate) -> [OrganisationUnitID] {
        standings(asOf: day).filter { $0.latest == nil }.map(\.unit)
    }

    /// What was expected, and what came (*utfall av bedömning*).
    public struct Comparison: Hashable, Sendable {
        /// The unit.
        public let unit: OrganisationUnitID
        /// The area.
        public let area: CategoryCode
        /// The day that was looked ahead to.
        public let horizon: CalendarDate
        /// What was expected.
        public let expected: Level
        /// What came, by the first answer on or after that day.
        public let came: Level
    }

    /// Each expectation whose day has come and that a later answer of the unit can be set beside.
    public var comparisons: [Comparison] {
        answers.flatMap { answer -> [Comparison] in
            guard let day = answer.by.day.adding(days: horizon),
                let later = answers.first(where: { $0.unit == answer.unit && $0.by.day >= day })
            else { return [] }
            return answer.states.sorted { $0.key < $1.key }.compactMap { area, state in
                later.states[area].map {
                    Comparison(unit: answer.unit, area: area, horizon: day, expected: state.expected, came: $0.now)
                }
            }
        }
    }

    /// Unit, days, status and codes of the record: one observation for each answer.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: begun,
            dueOn: closed == nil ? (answers.last?.by.day ?? begun).adding(days: rhythm) : nil,
            status: phase.rawValue,
            observations: answers.map { answer in
                RecordFacts.Observation(codes: [
                    .situation: answer.worst.map { [CategoryCode(rawValue: String($0.rawValue))] } ?? []
                ])
            }
        )
    }
}

extension CodeDimension {
    /// The worst state that a unit answered, 1 to 4 (*läge*).
    public static let situation = CodeDimension(rawValue: "situation")
}
