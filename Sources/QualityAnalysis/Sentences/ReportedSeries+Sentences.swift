import QualityCore
import QualityStatistics

extension ReportedSeries {
    /// The counts of the periods in order, and whether they could show a trend at all.
    ///
    /// - Parameters:
    ///   - subject: what the series counts.
    ///   - names: what categories and units are called.
    ///   - level: the p-value that a trend would have to reach, above 0 and below 1.
    public func sentence(of subject: AnalysisSubject, _ names: AnalysisNames, level: Double = 0.05) -> FindingSentence {
        let shortage = trendShortage(level: level)
        let text = Wording.both { language in
            let name = names.name(of: subject)(language)
            let per =
                switch scale.length {
                case .year: language("per år", "by year")
                case .quarter: language("per kvartal", "by quarter")
                case .month: language("per månad", "by month")
                case .week: language("per vecka", "by week")
                }
            let values = "\(name), \(language("rapporterade", "reported")) \(per): \(items(language))."
            return values + (shortage.map { " " + refusal(of: $0.available, language) } ?? "")
        }
        return FindingSentence(subject: subject, claim: shortage == nil ? .description : .refusal, text: text)
    }

    private func refusal(of available: Int, _ language: Language) -> String {
        let (swedish, english) =
            switch scale.length {
            case .year: ("årsvärde", "yearly value")
            case .quarter: ("kvartalsvärde", "quarterly value")
            case .month: ("månadsvärde", "monthly value")
            case .week: ("veckovärde", "weekly value")
            }
        let many = available != 1
        let values = language(
            "\(Wording.leading(available, .swedish)) \(swedish)\(available > 1 ? "n" : "")",
            "\(Wording.leading(available, .english)) \(english)\(many ? "s" : "")"
        )
        if available == 0 {
            return language("\(values) finns, så ingen trend kan visas.", "\(values) are there to show a trend.")
        }
        let least = MannKendall.smallestPossiblePValue(points: available)
        let number =
            least < 0.001
            ? language("under ", "below ") + Wording.decimal(0.001, digits: 3, language)
            : Wording.decimal(least, digits: 3, language)
        return language("\(values) räcker inte för att visa en trend", "\(values) can not show a trend")
            + (least < 1
                ? language(
                    ": det minsta p-värde de kan ge är \(number).",
                    ": the smallest p-value they can give is \(number)."
                )
                : ".")
    }

    /// The counts with their periods, and runs of missing ones with their reason.
    private func items(_ language: Language) -> String {
        var items: [String] = []
        var index = 0
        while index < entries.count {
            guard case .missing = entries[index] else {
                items.append(Self.words(entries[index], place(index...index, language), language))
                index += 1
                continue
            }
            let start = index
            while index + 1 < entries.count, entries[index + 1] == entries[start] { index += 1 }
            items.append(Self.words(entries[start], place(start...index, language), language))
            index += 1
        }
        return items.count == entries.count ? Wording.list(items, language) : items.joined(separator: ", ")
    }

    private func place(_ range: ClosedRange<Int>, _ language: Language) -> String {
        let (first, last) = (scale.periods[range.lowerBound], scale.periods[range.upperBound])
        return first == last
            ? Wording.days(first, language)
            : scale.length == .year
                ? "\(first.first.year)–\(last.first.year)" : "\(first.first)–\(last.last)"
    }

    private static func words(_ entry: Entry, _ place: String, _ language: Language) -> String {
        switch entry {
        case .count(let count): "\(Wording.integer(count, language)) (\(place))"
        case .incomplete(let count, let reason):
            Wording.integer(count, language) + " (\(place), "
                + {
                    switch reason {
                    case .late: language("rapporter kan återstå", "reports may still come")
                    case .partlyCovered: language("en del av perioden", "a part of the period")
                    case .partlyOpen: language("öppen en del av perioden", "open for a part of the period")
                    case .partlyExisting:
                        language("kategorin fanns en del av perioden", "the category existed for a part of the period")
                    }
                }() + ")"
        case .missing(let reason):
            switch reason {
            case .notCovered: language("uppgift saknas (\(place))", "no data (\(place))")
            case .notOpen: language("inte öppen (\(place))", "not open (\(place))")
            case .silent:
                language(
                    "ingen rapport alls, vilket inte är noll (\(place))",
                    "no report at all, which is not zero (\(place))"
                )
            case .noSuchCategory:
                language("kategorin fanns inte (\(place))", "the category did not exist (\(place))")
            }
        }
    }
}
