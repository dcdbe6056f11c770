import QualityCore

extension Sensitivity {
    /// What is left out with a month.
    enum Pairing {
        /// Nothing else.
        case none
        /// The same month of the other period.
        case sameMonth
        /// The month of the same place in the other period.
        case samePlace

        /// The pairing of two periods.
        init(_ earlier: CalendarPeriod, _ later: CalendarPeriod) {
            self = earlier.first.month == later.first.month && later.dayCount <= 366 ? .sameMonth : .samePlace
        }

        func words(_ language: Language) -> String {
            switch self {
            case .none: ""
            case .sameMonth: language(" i båda perioderna", " in both periods")
            case .samePlace: language(" med sin motsvarighet före", " with its counterpart before")
            }
        }
    }

    /// Whether the verdict stands, as a sentence; `nil` where nothing could be left out.
    ///
    /// - Parameters:
    ///   - subject: what the verdict is on: of a category its headings were left out, otherwise categories.
    ///   - pairing: what was left out with a month.
    ///   - names: what categories and units are called.
    ///   - language: the language.
    func words(
        of subject: AnalysisSubject,
        pairing: Pairing = .none,
        _ names: AnalysisNames,
        _ language: Language
    ) -> String? {
        let sorts = Sorts(subject, pairing, language)
        if survives {
            let tried = zip([periods, units, categories], sorts.one).filter { $0.0 != .notTried }.map(\.1)
            guard !tried.isEmpty else { return nil }
            let any = Wording.alternatives(tried, language)
            return language(
                "Slutsatsen står sig oavsett vilken \(any) som utelämnas.",
                "The conclusion stands whichever \(any) is left out."
            )
        }
        var items: [String] = []
        for (outcome, sort) in zip([categories, units, periods], [2, 1, 0]) {
            guard case .changes(let parts) = outcome else { continue }
            items +=
                parts.count > 3
                ? [sorts.several(parts.count, sort, of: language)]
                : parts.map { sorts.name(of: $0, sort, names, language) }
        }
        let any = Wording.alternatives(items, language)
        return language(
            "Slutsatsen står sig inte om man utelämnar \(any).",
            "The conclusion does not stand without \(any)."
        )
    }

    /// What the parts of each sort are called: periods, units, categories.
    private struct Sorts {
        let one: [String]
        private let many: [String]
        private let definite: [String]
        private let pairing: Pairing

        init(_ subject: AnalysisSubject, _ pairing: Pairing, _ language: Language) {
            let hasHeadings = if case .category = subject { true } else { false }
            one = [
                language("månad", "month"), language("enhet", "unit"),
                hasHeadings ? language("rubrik", "heading") : language("kategori", "category"),
            ]
            many = [
                language("månader", "months"), language("enheter", "units"),
                hasHeadings ? language("rubriker", "headings") : language("kategorier", "categories"),
            ]
            definite = [
                "", language("enheten ", "the unit "),
                hasHeadings ? language("rubriken ", "the heading ") : language("kategorin ", "the category "),
            ]
            self.pairing = pairing
        }

        func several(_ count: Int, _ sort: Int, of language: Language) -> String {
            language("någon av ", "any one of ") + "\(Wording.integer(count, language)) \(many[sort])"
                + (sort == 0 ? pairing.words(language) : "")
        }

        func name(of part: Part, _ sort: Int, _ names: AnalysisNames, _ language: Language) -> String {
            switch part {
            case .period(let period):
                Wording.month(period, withYear: pairing != .sameMonth, language) + pairing.words(language)
            case .unit(let unit): definite[sort] + names.name(of: unit)(language)
            case .category(let code): definite[sort] + Wording.quoted(names.name(of: code)(language), language)
            }
        }
    }
}
