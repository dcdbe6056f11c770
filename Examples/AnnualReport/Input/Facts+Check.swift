extension Facts {
    /// What in the file makes no sense, by its place; `nil` when all does.
    ///
    /// An id that stands twice would put one figure in two places, so each must be its own.
    package var fault: String? {
        let years = (exposure ?? []).flatMap { item in item.values.keys.map { (item.id, $0) } }
        if let (id, year) = years.first(where: { Int($0.1).map { !(1...9999).contains($0) } ?? true }) {
            return ".exposure of \(id): \(year) is not a year"
        }
        for maps in processMaps ?? [] where maps.identified < maps.mapped || maps.mapped < 0 {
            return ".processMaps of \(maps.year): mapped must lie between 0 and identified"
        }
        for survey in surveys ?? [] {
            if let answered = survey.answered, answered < 0 || answered > survey.distributed ?? .max {
                return ".surveys of \(survey.id): answered must lie between 0 and distributed"
            }
            if let id = Self.repeated((survey.questions ?? []).map(\.id)) {
                return ".surveys of \(survey.id): the question \(id) stands twice"
            }
        }
        let parts: [(String, [String])] = [
            ("selfChecks", (selfChecks ?? []).map { "\($0.id) of \($0.year)" }),
            ("goals", (goals ?? []).map { "\($0.id) of \($0.year)" }),
            ("surveys", (surveys ?? []).map { "\($0.id) of \($0.year)" }),
            ("exposure", (exposure ?? []).map(\.id)),
            ("processMaps", (processMaps ?? []).map { String($0.year) }),
            ("printed", (printed ?? []).map(\.id)),
            ("printed", (printed ?? []).flatMap { $0.figures.map(\.figure) }),
        ]
        for (part, ids) in parts {
            if let id = Self.repeated(ids) { return ".\(part): \(id) stands twice" }
        }
        let limit = 1_000_000_000_000
        for group in printed ?? [] {
            let values = group.figures.map(\.value) + [group.total ?? 0]
            guard values.allSatisfy({ (-limit...limit).contains($0) }) else {
                return ".printed of \(group.id): a value is larger than a count can be"
            }
        }
        return nil
    }

    private static func repeated(_ ids: [String]) -> String? {
        var seen: Set<String> = []
        return ids.first { !seen.insert($0).inserted }
    }
}
