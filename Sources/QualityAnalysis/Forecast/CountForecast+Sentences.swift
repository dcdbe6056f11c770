import QualityCore
import QualityStatistics

extension CountForecast {
    /// What the forecast says of the first period to come, how it has done, and what the alternatives say.
    ///
    /// - Parameters:
    ///   - subject: what the series counts.
    ///   - names: what categories and units are called.
    public func sentence(of subject: AnalysisSubject, _ names: AnalysisNames) -> FindingSentence {
        let text = Wording.both { language in
            let name = names.name(of: subject)(language)
            guard let point = chosen.points.first else {
                return language(
                    "\(name): omfattningen av verksamheten framåt är inte känd, så det finns ingen prognos.",
                    "\(name): the extent of the services to come is not known, so there is no forecast."
                )
            }
            let interval = Self.interval(point, language)
            let expected = Self.expected(point, language)
            let share = Wording.level(level, language)
            let period = Self.during(point.period, language)
            let model = chosen.model.name(language)
            let main = language(
                "\(name): \(expected) väntas bli rapporterade \(period) (\(share) prediktionsintervall \(interval)), enligt \(model). ",
                "\(name): \(expected) are expected to be reported \(period) (\(share) prediction interval \(interval)), by \(model). "
            )
            let (held, tried) = (Wording.integer(chosen.held, language), Wording.integer(chosen.tried, language))
            let record = language(
                "Av de senaste \(tried) perioderna, förutsagda på samma sätt, hamnade \(held) inom sitt intervall.",
                "Of the last \(tried) periods, predicted in the same way, \(held) fell within their interval."
            )
            return [main + record, others(language), Self.condition(language)].compactMap(\.self).joined(separator: " ")
        }
        return FindingSentence(subject: subject, claim: .description, text: text)
    }

    private func others(_ language: Language) -> String? {
        let items = alternatives.compactMap { other in
            other.points.first.map { point in
                "\(other.model.name(language)) \(Self.expected(point, language)) "
                    + "(\(Self.interval(point, language)))"
            }
        }
        guard !items.isEmpty else { return nil }
        return language("Andra sätt: ", "Other ways: ") + Wording.list(items, language) + "."
    }

    private static func condition(_ language: Language) -> String {
        language(
            "Prognosen gäller om verksamheten och rapporteringen fortsätter som hittills.",
            "The forecast holds if services and reporting go on as before."
        )
    }

    private static func during(_ period: CalendarPeriod, _ language: Language) -> String {
        let isQuarter = PeriodScale(.quarter, covering: period).periods == [period]
        return isQuarter ? Wording.stretch(period, .quarter, language) : Wording.during(period, language)
    }

    /// The expected number, with a decimal where it is small.
    private static func expected(_ point: Point, _ language: Language) -> String {
        Wording.decimal(point.expected, digits: point.expected < 9.95 ? 1 : 0, language)
    }

    private static func interval(_ point: Point, _ language: Language) -> String {
        let (lower, upper) = (point.interval.lowerBound, point.interval.upperBound)
        return "\(Wording.integer(lower, language))–\(Wording.integer(upper, language))"
    }
}
