/// How a board sorts its records of one kind, version by version, with mappings between them (*indelning*).
///
/// A table over years can be read under any version. What moved between categories is a mapping with a date and is
/// shown, never silently mixed (D-LAW-5).
public struct Classification: Hashable, Sendable, Identifiable {
    /// What a category of one version became in the next.
    public struct Move: Hashable, Sendable, Codable {
        /// The code in the earlier version.
        public let from: CategoryCode
        /// The code in the later version.
        public let to: CategoryCode

        /// A move of one code.
        public init(from: CategoryCode, to: CategoryCode) {
            self.from = from
            self.to = to
        }
    }

    /// All moves between two versions that follow on each other; codes without a move keep their meaning.
    public struct Mapping: Hashable, Sendable, Codable {
        /// The earlier version.
        public let from: ClassificationVersion.ID
        /// The later version.
        public let to: ClassificationVersion.ID
        /// What moved.
        public let moves: [Move]

        /// A mapping between two versions.
        public init(from: ClassificationVersion.ID, to: ClassificationVersion.ID, moves: [Move]) {
            self.from = from
            self.to = to
            self.moves = moves
        }
    }

    /// The stable name of the classification.
    public let id: String
    /// The versions, oldest first.
    public let versions: [ClassificationVersion]
    /// The moves between versions.
    public let mappings: [Mapping]

    /// A classification from its versions, oldest first, and the mappings between them.
    ///
    /// - Throws: ``RuleViolation`` with rule `D-LAW-5` when there is no version, two versions share a name, two
    ///   mappings join the same versions, or a mapping names a version or code that does not exist or does not join
    ///   two versions that follow on each other.
    public init(id: String, versions: [ClassificationVersion], mappings: [Mapping] = []) throws(RuleViolation) {
        guard !versions.isEmpty else {
            throw .classification(id, field: "versions", sv: "en version saknas", en: "there is no version")
        }
        guard Set(versions.map(\.id)).count == versions.count else {
            throw .classification(
                id,
                field: "versions",
                sv: "två versioner har samma namn",
                en: "two versions share a name"
            )
        }
        guard Set(mappings.map(\.from)).count == mappings.count else {
            throw .classification(
                id,
                field: "mappings",
                sv: "två nycklar gäller samma versioner",
                en: "two mappings join the same versions"
            )
        }
        for mapping in mappings {
            guard let from = versions.firstIndex(where: { $0.id == mapping.from }), from + 1 < versions.count,
                versions[from + 1].id == mapping.to
            else {
                throw .classification(
                    id,
                    field: "mappings",
                    sv: "versionerna följer inte på varandra",
                    en: "the versions do not follow on each other"
                )
            }
            for move in mapping.moves where versions[from][move.from] == nil || versions[from + 1][move.to] == nil {
                throw .classification(
                    id,
                    field: "moves",
                    sv: "en kod finns inte i sin version",
                    en: "a code is not in its version"
                )
            }
        }
        self.id = id
        self.versions = versions
        self.mappings = mappings
    }

    /// The version with a name, or `nil`.
    public subscript(version id: ClassificationVersion.ID) -> ClassificationVersion? {
        versions.first { $0.id == id }
    }

    /// The version under which events of a day are filed: the newest in force, else the oldest there is.
    public func version(on date: CalendarDate) -> ClassificationVersion {
        versions.last { $0.validity.contains(date) } ?? versions[0]
    }

    /// The code that a code of any version has in another version.
    ///
    /// - Returns: the code there; the same code where it is unlisted; `nil` where the target version has no such
    ///   category and no mapping leads to one, or more than one.
    public func translate(_ code: CategoryCode, to target: ClassificationVersion.ID) -> CategoryCode? {
        guard let goal = versions.firstIndex(where: { $0.id == target }) else { return nil }
        if code.unlistedName != nil {
            guard let parent = code.unlistedParent, let moved = translate(parent, to: target) else { return code }
            return CategoryCode(rawValue: moved.rawValue + code.rawValue.dropFirst(parent.rawValue.count))
        }
        if versions[goal][code] != nil { return code }
        guard
            var position = versions.indices.filter({ versions[$0][code] != nil })
                .min(by: { abs($0 - goal) < abs($1 - goal) })
        else { return nil }
        var current = code
        while position != goal {
            let next = position < goal ? position + 1 : position - 1
            guard let moved = step(current, from: position, to: next) else { return nil }
            current = moved
            position = next
        }
        return current
    }

    private func step(_ code: CategoryCode, from: Int, to: Int) -> CategoryCode? {
        let earlier = versions[min(from, to)].id
        let moves = mappings.first { $0.from == earlier }?.moves ?? []
        var possible =
            from < to
            ? Set(moves.filter { $0.from == code }.map(\.to)) : Set(moves.filter { $0.to == code }.map(\.from))
        let isKept = from < to ? possible.isEmpty : !moves.contains { $0.from == code }
        if isKept, versions[to][code] != nil { possible.insert(code) }
        return possible.count == 1 ? possible.first : nil
    }
}

extension Classification: Codable {
    private enum CodingKeys: String, CodingKey { case id, versions, mappings }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            id: container.decode(String.self, forKey: .id),
            versions: container.decode([ClassificationVersion].self, forKey: .versions),
            mappings: container.decodeIfPresent([Mapping].self, forKey: .mappings) ?? []
        )
    }
}
