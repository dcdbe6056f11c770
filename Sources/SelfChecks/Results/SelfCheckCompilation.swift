public import QualityCore

/// The results of several closed checks, put together only where the same was asked (*sammanställning*).
///
/// Checks of one version of a template make one group. Questions of different versions are put together only where
/// they are mapped as the same; the rest stand side by side, and ``isSideBySide`` says so (D-SLF-12). Cancelled and
/// open checks, and imports without answers, are not counted but named.
public struct SelfCheckCompilation: Hashable, Sendable {
    /// One question, or several mapped as the same, over all checks that asked it.
    public struct QuestionLine: Hashable, Sendable {
        /// The questions put together, each by its version.
        public let places: [QuestionMapping.Place]
        /// The answers.
        public let tally: AnswerTally
        /// The checks counted.
        public let checks: Int
        /// What the checks looked at.
        public let basis: Basis
    }

    /// What figures stand on: how many units as such, items and population (*underlag*).
    public struct Basis: Hashable, Sendable, Codable {
        /// The checks of a unit as such.
        public internal(set) var wholes = 0
        /// The checks of every item of a population.
        public internal(set) var fullCounts = 0
        /// The checks of a sample.
        public internal(set) var samples = 0
        /// The items looked at.
        public internal(set) var size = 0
        /// The items there were.
        public internal(set) var population = 0

        mutating func add(_ extent: CheckExtent) {
            switch extent {
            case .whole: wholes += 1
            case .all: fullCounts += 1
            case .sample: samples += 1
            }
            size += extent.size ?? 0
            population += extent.population ?? 0
        }
    }

    /// All checks of one version of a template.
    public struct Group: Hashable, Sendable {
        /// The version.
        public let version: SelfCheckTemplate.Name
        /// The results, by identity of the check.
        public let checks: [RecordID<SelfCheck>]
        /// All answers together.
        public let total: AnswerTally
        /// The share met; `nil` where nothing can be reckoned on.
        public let shareMet: Double?
        /// The checks that failed by a critical question.
        public let failedCritical: Int
        /// What the checks looked at.
        public let basis: Basis
    }

    /// The groups, by version.
    public let groups: [Group]
    /// The questions, those mapped as the same put together.
    public let questions: [QuestionLine]
    /// The checks that are not counted: open, cancelled or without answers in their source.
    public let uncounted: [RecordID<SelfCheck>]

    /// Whether results stand side by side, since their questions are not all the same.
    public var isSideBySide: Bool { groups.count > 1 }

    /// The results of checks.
    public init(of checks: [SelfCheck], mappings: [QuestionMapping] = []) {
        let counted = checks.filter { $0.phase == .closed && $0.answers.value != nil }
        uncounted = checks.filter { $0.phase != .closed || $0.answers.value == nil }.map(\.id)
        groups = Dictionary(grouping: counted, by: \.version.name).sorted { $0.key < $1.key }
            .map(Self.group)
        questions = Self.lines(counted, mappings)
    }

    /// The answers of all checks as one, which only the same version or questions all mapped as the same allow.
    ///
    /// - Throws: `RuleViolation` with rule `D-SLF-12` when a question of a check has no counterpart in another, or
    ///   the versions weigh *partly* differently.
    public static func together(
        _ checks: [SelfCheck],
        mappings: [QuestionMapping] = []
    ) throws(RuleViolation) -> AnswerTally {
        let counted = checks.filter { $0.phase == .closed && $0.answers.value != nil }
        let versions = Dictionary(grouping: counted, by: \.version.name)
        let names = mappings.groups(of: Self.places(of: counted))
        let asked = versions.map { name, checks in
            Set((checks.first?.version.questions ?? []).map { names[.init($0.code, of: name)] })
        }
        let weights = versions.values.compactMap { $0.first?.version.partlyWeight.value }
        guard Set(asked).count <= 1, Set(weights).count <= 1 else {
            throw RuleViolation(
                rule: "D-SLF-12",
                record: counted.first?.reference,
                field: "version",
                message: LocalizedText(
                    sv: "resultat läggs samman bara över samma mallversion eller frågor som är desamma",
                    en: "results are put together only over the same version or questions mapped as the same"
                )
            )
        }
        return counted.compactMap(\.result?.total).reduce(AnswerTally(), +)
    }

    private static func places(of checks: [SelfCheck]) -> Set<QuestionMapping.Place> {
        Set(checks.flatMap { check in check.version.questions.map { .init($0.code, of: check.version.name) } })
    }

    private static func group(_ name: SelfCheckTemplate.Name, _ checks: [SelfCheck]) -> Group {
        let results = checks.compactMap(\.result)
        let total = results.reduce(AnswerTally()) { $0 + $1.total }
        var basis = Basis()
        for check in checks { basis.add(check.extent) }
        return Group(
            version: name,
            checks: checks.map(\.id),
            total: total,
            shareMet: checks.first.flatMap { total.shareMet(partlyWeight: $0.version.partlyWeight) },
            failedCritical: results.count { $0.verdict == .failedCritical },
            basis: basis
        )
    }

    private static func lines(_ checks: [SelfCheck], _ mappings: [QuestionMapping]) -> [QuestionLine] {
        let names = mappings.groups(of: places(of: checks))
        var lines:
            [QuestionMapping.Place: (places: Set<QuestionMapping.Place>, tally: AnswerTally, basis: Basis, count: Int)] =
                [:]
        for check in checks {
            guard let result = check.result else { continue }
            // Two questions of one check that are mapped as the same stand on one and the same basis.
            var seen: Set<QuestionMapping.Place> = []
            for (code, tally) in result.questions {
                let place = QuestionMapping.Place(code, of: result.version)
                let name = names[place] ?? place
                var line = lines[name] ?? ([], AnswerTally(), Basis(), 0)
                line.places.insert(place)
                line.tally = line.tally + tally
                if seen.insert(name).inserted {
                    line.basis.add(check.extent)
                    line.count += 1
                }
                lines[name] = line
            }
        }
        return lines.sorted { ($0.key.version, $0.key.question) < ($1.key.version, $1.key.question) }.map { _, line in
            QuestionLine(
                places: line.places.sorted { ($0.version, $0.question) < ($1.version, $1.question) },
                tally: line.tally,
                checks: line.count,
                basis: line.basis
            )
        }
    }
}
