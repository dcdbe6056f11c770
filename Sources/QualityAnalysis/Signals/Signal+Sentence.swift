import QualityCore
import QualityStatistics

extension SignalScan.Signal {
    /// What the signal says, and whether it stands without a part.
    ///
    /// `names`: what categories and units are called.
    public func sentence(_ names: AnalysisNames) -> FindingSentence {
        let subject = series.subject
        let about: AnalysisSubject =
            subject.unit.map(AnalysisSubject.unit) ?? subject.category.map(AnalysisSubject.category) ?? .whole
        let text = Wording.both { language in
            let parts = [
                subject.unit.map { names.name(of: $0)(language) },
                subject.category.map { names.name(of: $0)(language) },
            ].compactMap(\.self)
            let name = parts.isEmpty ? language("Totalt", "In all") : parts.joined(separator: ", ")
            // Without a category, categories are what is left out, and never the headings of one.
            let standing = finding.sensitivity?.words(
                of: .whole,
                by: series.source.series.scale.length,
                names,
                language
            )
            return ([name + ": " + words(language)] + [standing].compactMap(\.self)).joined(separator: " ")
        }
        return FindingSentence(subject: about, claim: .difference, text: text)
    }

    private func words(_ language: Language) -> String {
        switch finding.pattern {
        case .shift(let shift): words(of: shift, language)
        case .point(let point): words(of: point, language)
        case .trend(let trend): words(of: trend, language)
        }
    }

    private func adjusted(_ language: Language) -> String {
        language("justerat ", "adjusted ") + Wording.pValue(finding.adjustedPValue, language)
    }

    private var charts: (isRate: Bool, isTime: Bool) {
        (series.source.exposures != nil, series.choice.limits == .g || series.choice.limits == .t)
    }

    /// What the values charted are of, at the beginning of a clause.
    private func measure(_ language: Language) -> String {
        charts.isTime
            ? language("tiden mellan rapporterade händelser", "the time between reported events") : counts(language)
    }

    private func counts(_ language: Language) -> String {
        charts.isRate
            ? language("antalet rapporterade i förhållande till exponeringen", "the number reported per exposure")
            : language("antalet rapporterade", "the number reported")
    }

    private func value(_ value: Double, _ language: Language) -> String {
        value == value.rounded() && abs(value) < 1e12
            ? Wording.integer(Int(value), language) : Wording.decimal(value, digits: 1, language)
    }

    private func words(of shift: SeriesFinding.Shift, _ language: Language) -> String {
        let isTime = charts.isTime
        let unit =
            isTime
            ? (shift.centre == 1 ? language(" dag", " day") : language(" dagar", " days"))
            : charts.isRate ? language(" vid medelexponering", " at mean exposure") : ""
        let centre = value(shift.centre, language) + unit
        let scale = series.source.series.scale.length
        let days = isTime ? Wording.days(shift.days, language) : Wording.range(shift.days, scale, language)
        let side = shift.isHigher != isTime
        let length = Wording.integer(shift.longestRun, language)
        let change = language(
            " Nivån har ändrats mer än vad slumpen förklarar.",
            " The level has changed more than chance explains."
        )
        let crossings = Wording.number(shift.crossings, ("gång", "gånger"), ("time", "times"), language)
        let isLong = shift.longestRun > shift.limits.longestRun
        // Neither limit is broken, and yet chance rarely gives both values.
        let isBoth = !isLong && shift.crossings >= shift.limits.crossings
        if isLong || isBoth {
            let limit = Wording.integer(shift.limits.longestRun, language)
            // Values on the median are no part of a run and do not break it.
            let isBroken = shift.longestRun < series.periodCount(shift.days) && !isTime
            let note = isBroken ? language(", de på medianen oräknade", ", those on the median not counted") : ""
            let times =
                isTime
                ? language("\(length) gånger i följd", "\(length) times in a row")
                : "\(length) \(Wording.periods(scale, language))" + language(" i följd", " in a row")
            let (sv, en) = (side ? "över" : "under", side ? "above" : "below")
            let chance =
                isBoth
                ? language(
                    "och korsade den \(crossings), vilket slumpen sällan ger",
                    "and crossed it \(crossings), which chance rarely gives"
                )
                : language("där slumpen ger högst \(limit)", "where chance gives at most \(limit)")
            return language(
                "\(times) (\(days)\(note)) var \(measure(language)) \(sv) medianen \(centre), \(chance) (\(adjusted(language))).",
                "\(times) (\(days)\(note)) \(measure(language)) was \(en) the median of \(centre), \(chance) (\(adjusted(language)))."
            ) + change
        }
        let fewest = Wording.integer(shift.limits.crossings, language)
        let direction =
            shift.isHigher
            ? language("fler rapporterade", "more reported") : language("färre rapporterade", "fewer reported")
        return language(
            "\(measure(language)) korsade medianen \(centre) bara \(crossings), där slumpen ger minst \(fewest) (\(adjusted(language))); den längsta följden på samma sida, med \(direction), är \(days).",
            "\(measure(language)) crossed the median of \(centre) only \(crossings), where chance gives at least \(fewest) (\(adjusted(language))); the longest stretch on one side, with \(direction), is \(days)."
        ) + change
    }

    private func words(of point: SeriesFinding.Point, _ language: Language) -> String {
        let reported = Wording.reported(point.value, language)
        let expected = Wording.decimal(point.expected, digits: 1, language)
        if point.measure == .daysBetween {
            let number = Wording.number(point.value, ("dag", "dagar"), ("day", "days"), language)
            return language(
                "mellan \(point.days.first) och \(point.days.last) gick \(number) utan någon rapporterad händelse, mot i medeltal \(expected) dagar (\(adjusted(language))). Det är längre än vad slumpen förklarar och en fråga om rapporteringen.",
                "between \(point.days.first) and \(point.days.last) \(number) went without a reported event, against \(expected) days on average (\(adjusted(language))). That is longer than chance explains, and a question about the reporting."
            )
        }
        let during = Wording.stretch(point.days, series.source.series.scale.length, language)
        let direction = language(point.isHigher ? "fler" : "färre", point.isHigher ? "more" : "fewer")
        return language(
            "\(reported) \(during) mot väntade \(expected) (\(adjusted(language))). Det är \(direction) än vad slumpen förklarar.",
            "\(reported) \(during) against \(expected) expected (\(adjusted(language))). That is \(direction) than chance explains."
        )
    }

    private func words(of trend: SeriesFinding.Trend, _ language: Language) -> String {
        let tau = Wording.decimal(trend.tau, digits: 2, language)
        let perYear = Double(series.source.series.scale.length.perYear)
        let slope = trend.slopePerPeriod.map { slope -> String in
            let sign = slope > 0 ? "+" : ""
            let number = sign + Wording.decimal(slope * perYear, digits: 1, language)
            return charts.isRate ? "" : language(", ungefär \(number) per år", ", about \(number) a year")
        }
        let (sv, en) = trend.isRising ? ("stiger", "rises") : ("sjunker", "falls")
        let values = Wording.integer(finding.sample, language)
        return language(
            "\(counts(language)) \(sv) över \(values) värden (Kendalls τ \(tau)\(slope ?? ""); \(adjusted(language))). Det är mer än vad slumpen förklarar.",
            "\(counts(language)) \(en) over \(values) values (Kendall's τ \(tau)\(slope ?? ""); \(adjusted(language))). That is more than chance explains."
        )
    }
}

extension ScannedSeries {
    /// The number of periods charted from the first to the last day of a stretch.
    fileprivate func periodCount(_ days: CalendarPeriod) -> Int {
        zip(source.series.scale.periods, runChart?.values ?? []).count { $1 != nil && days.contains($0) }
    }
}
