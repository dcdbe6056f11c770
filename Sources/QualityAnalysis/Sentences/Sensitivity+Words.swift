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
    ///   - areThemes: whether the categories are themes.
    ///   - length: how long the periods are that were left out.
    ///   - names: what categories and units are called.
    ///   - language: the language.
    func words(
        of subject: AnalysisSubject,
        pairing: Pairing = .none,
        areThemes: Bool = false,
        by length: PeriodScale.Length = .month,
        _ names: AnalysisNames,
        _ language: Language
    ) -> String? {
        let sorts = Sorts(subject, pairing, areThemes, length, language)
        if survives {
            let tried = zip([periods, units, categories], sorts.one).filter { $0.0 != .notTried }.map(\.1)
            guard !tried.isEmpty else { return nil }
            let any = Wording.alternatives(tried, language)
            let which =
                areThemes || sorts.hasNeuterPeriods
                ? Wording.alternatives(tried.map(Self.which), .swedish) : "vilken \(any)"
            return language(
                "Slutsatsen står sig oavsett \(which) som utelämnas.",
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

    private static func which(_ sort: String) -> String {
        (["tema", "kvartal", "år"].contains(sort) ? "vilket " : "vilken ") + sort
    }

    /// What the parts of each sort are called: periods, units, categories.
    private struct Sorts {
        let one: [String]
        private let many: [String]
        private let definite: [String]
        private let pairing: Pairing
        private let length: PeriodScale.Length

        init(
            _ subject: AnalysisSubject,
            _ pairing: Pairing,
            _ areThemes: Bool,
            _ length: PeriodScale.Length,
            _ language: Language
        ) {
            let hasHeadings = if case .category = subject { true } else { false }
            let sort: (one: String, many: String, definite: String) =
                areThemes
                ? (language("tema", "theme"), language("teman", "themes"), language("temat ", "the theme "))
                : hasHeadings
                    ? (
                        language("rubrik", "heading"), language("rubriker", "headings"),
                        language("rubriken ", "the heading ")
                    )
                    : (
                        language("kategori", "category"), language("kategorier", "categories"),
                        language("kategorin ", "the category ")
                    )
            one = [Wording.period(length, language), language("enhet", "unit"), sort.one]
            many = [Wording.periods(length, language), language("enheter", "units"), sort.many]
            definite = ["", language("enheten ", "the unit "), sort.definite]
            self.pairing = pairing
            self.length = length
        }

        /// Whether Swedish says *ett* of a period: *kvartal* and *år*.
        var hasNeuterPeriods: Bool { length == .quarter || length == .year }

        func several(_ count: Int, _ sort: Int, of language: Language) -> String {
            language(sort == 0 && hasNeuterPeriods ? "något av " : "någon av ", "any one of ")
                + "\(Wording.integer(count, language)) \(many[sort])"
                + (sort == 0 ? pairing.words(language) : "")
        }

        func name(of part: Part, _ sort: Int, _ names: AnalysisNames, _ language: Language) -> String {
            switch part {
            case .period(let period) where length != .month: Wording.period(period, length, language)
            case .period(let period):
                Wording.month(period, withYear: pairing != .sameMonth, language) + pairing.words(language)
            case .unit(let unit): definite[sort] + names.name(of: unit)(language)
            case .category(let code): definite[sort] + Wording.quoted(names.name(of: code)(language), language)
            }
        }
    }
}
