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
            let items = zip(scale.periods, entries).map { period, entry in
                "\(period.description): \(Self.words(entry, language))"
            }
            let values =
                names.name(of: subject)(language) + ", "
                + language("rapporterade: ", "reported: ") + items.joined(separator: "; ") + "."
            guard let shortage else { return values }
            let least = MannKendall.smallestPossiblePValue(points: shortage.available)
            return values
                + (language == .swedish
                    ? " Det är \(shortage.available) hela värden, för få för att visa en trend: det minsta p-värde de kan ge är \(Wording.decimal(least, digits: 3, language))."
                    : " These are \(shortage.available) whole values, too few to show a trend: the smallest p-value that they can give is \(Wording.decimal(least, digits: 3, language)).")
        }
        return FindingSentence(subject: subject, claim: shortage == nil ? .description : .refusal, text: text)
    }

    private static func words(_ entry: Entry, _ language: Language) -> String {
        switch entry {
        case .count(let count): Wording.integer(count, language)
        case .incomplete(let count, let reason):
            Wording.integer(count, language) + " ("
                + {
                    switch reason {
                    case .late: language("ännu inte alla rapporter", "not all reports yet")
                    case .partlyCovered: language("en del av perioden", "a part of the period")
                    case .partlyOpen: language("öppen en del av perioden", "open for a part of the period")
                    }
                }() + ")"
        case .missing(let reason):
            switch reason {
            case .notCovered: language("uppgift saknas", "no data")
            case .notOpen: language("inte öppen", "not open")
            case .silent: language("ingen rapport alls, vilket inte är noll", "no report at all, which is not zero")
            case .noSuchCategory: language("kategorin fanns inte", "the category did not exist")
            }
        }
    }
}
