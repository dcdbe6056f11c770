public import QualityCore
import QualityStatistics

extension ChartChoice {
    /// Which chart was chosen and why, as a sentence.
    public var sentence: LocalizedText {
        Wording.both { language in
            let trial =
                standing == .trial
                ? language(
                    " Gränserna är preliminära: de vilar på färre än 13 värden.",
                    " The limits are trial limits: they rest on fewer than 13 values."
                ) : ""
            return words(language) + trial
        }
    }

    private func words(_ language: Language) -> String {
        switch reason {
        case .tooLittleData(let shortage):
            let needed = Wording.integer(shortage.needed, language)
            let available =
                shortage.quantity == .events
                ? Wording.number(shortage.available, ("händelse", "händelser"), ("event", "events"), language)
                : Wording.number(
                    shortage.available,
                    ("hel period", "hela perioder"),
                    ("whole period", "whole periods"),
                    language
                )
            return language(
                "För lite data för ett diagram: \(available), där det behövs minst \(needed) värden.",
                "Too little data for a chart: \(available), where at least \(needed) values are needed."
            )
        case .independentEvents(let dispersion, let pValue):
            let numbers = Self.numbers(dispersion, pValue, language)
            let chart = limits == .u ? "U" : "C"
            return language(
                "Seriediagram och \(chart)-diagram: antalen sprider sig inte mer än oberoende händelser (\(numbers)).",
                "Run chart and \(chart) chart: the counts scatter no more than independent events (\(numbers))."
            )
        case .overdispersed(let dispersion, let pValue):
            let numbers = Self.numbers(dispersion, pValue, language)
            return language(
                "Seriediagram och U′-diagram: antalen sprider sig mer än oberoende händelser (\(numbers)).",
                "Run chart and U′ chart: the counts scatter more than independent events (\(numbers))."
            )
        case .rareEvents(let mean, let days):
            let (mean, days) = (
                Wording.decimal(mean, digits: 1, language), Wording.decimal(days, digits: 0, language)
            )
            let chart = limits == .g ? "G" : "T"
            return language(
                "Seriediagram och \(chart)-diagram över tiden mellan händelser: de är sällsynta, \(mean) per period och i medeltal \(days) dagar emellan.",
                "Run chart and \(chart) chart of the time between events: they are rare, \(mean) a period and \(days) days apart on average."
            )
        case .rareWithoutDays(let mean):
            let mean = Wording.decimal(mean, digits: 1, language)
            return language(
                "Bara seriediagram: händelserna är sällsynta, \(mean) per period, och deras dagar är inte kända.",
                "Run chart only: the events are rare, \(mean) a period, and their days are not known."
            )
        }
    }

    private static func numbers(_ dispersion: Double, _ pValue: Double, _ language: Language) -> String {
        language("spridningsindex ", "index of dispersion ") + Wording.decimal(dispersion, digits: 1, language)
            + language("; justerat ", "; adjusted ") + Wording.pValue(pValue, language)
    }
}
