public import QualityCore

extension SampleRegister {
    /// The classifications of the invented board, one for each kind of record.
    public struct Classifications: Hashable, Sendable {
        /// Of deviations, in two versions with a mapping: a rename, a merger, a move, one new and one ended heading.
        public let deviations: Classification
        /// Of viewpoints, in one version with one level.
        public let complaints: Classification
        /// Of Lex Sarah cases, in one version with two levels.
        public let lexSarahCases: Classification

        init(in period: CalendarPeriod) throws(RuleViolation) {
            deviations = try Self.deviations(in: period)
            complaints = try Classification(
                id: "complaints",
                versions: [try Self.version("1", .always, Outline.viewpoints)]
            )
            lexSarahCases = try Classification(
                id: "lexSarahCases",
                versions: [try Self.version("1", .always, Outline.misconduct)]
            )
        }

        private static func deviations(in period: CalendarPeriod) throws(RuleViolation) -> Classification {
            let middle = period.first.later(by: (period.first.days(to: period.last) + 1) / 2)
            let month = CalendarDate(year: middle.year, month: middle.month, day: 1) ?? middle
            let change = month > period.first ? month : middle
            let before = Validity(from: nil, through: change.adding(days: -1)) ?? .always
            let after = Validity(from: change) ?? .always
            return try Classification(
                id: "deviations",
                versions: [
                    try version("1", before, Outline.deviationsBefore),
                    try version("2", after, Outline.deviationsAfter),
                ],
                mappings: [
                    Classification.Mapping(
                        from: "1",
                        to: "2",
                        moves: [
                            ("documentation", "information"),
                            ("documentation.missing", "information.missing"),
                            ("documentation.wrong", "information.wrong"),
                            ("service.late", "service.deficient"),
                            ("service.partly", "service.deficient"),
                            ("environment.alarm", "technology.alarm"),
                        ].map {
                            Classification.Move(from: CategoryCode(rawValue: $0.0), to: CategoryCode(rawValue: $0.1))
                        }
                    )
                ]
            )
        }

        private static func version(
            _ id: String,
            _ validity: Validity,
            _ outline: [Outline]
        ) throws(RuleViolation) -> ClassificationVersion {
            try ClassificationVersion(id: id, validity: validity, categories: outline.flatMap(\.categories))
        }
    }
}
