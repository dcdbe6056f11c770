import QualityCore

extension Sensitivity {
    /// Whether the verdict stands, in words; `nil` where nothing could be left out.
    func words(_ names: AnalysisNames, _ language: Language) -> String? {
        if survives {
            let sorts = [
                (periods, language("en månad", "one month")),
                (units, language("en enhet", "one unit")),
                (categories, language("en kategori eller rubrik", "one category or heading")),
            ].filter { $0.0 != .notTried }.map(\.1)
            guard !sorts.isEmpty else { return nil }
            return language("Det står sig om ", "It stands if ") + sorts.joined(separator: language(" eller ", " or "))
                + language(" utelämnas, vilken som helst.", " is left out, whichever it is.")
        }
        let parts = breaking.prefix(3).map { names.name(of: $0)(language) }
        let more = breaking.count - parts.count
        let rest = more > 0 ? [language("\(more) till", "\(more) more")] : []
        return language(
            "Det står sig inte om någon av dessa utelämnas: ",
            "It does not stand if any of these is left out: "
        )
            + Wording.list(parts + rest, language) + "."
    }
}
