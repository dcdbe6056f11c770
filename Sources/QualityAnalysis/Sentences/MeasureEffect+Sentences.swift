import QualityCore
import QualityStatistics

extension MeasureEffect {
    /// What was reported before and after, whether that stands, and what else could have made the difference.
    ///
    /// The last sentence leaves the verdict to a person. `names`: what categories and units are called.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        let claim: FindingSentence.Claim =
            switch change {
            case .fewer, .more: .difference
            case .withinChance: .noDifference
            case .tooLittleData, .notComparable: .refusal
            }
        let main = Wording.both { language in
            [counts(names, language), words(language), standing(names, language)].compactMap(\.self)
                .joined(separator: " ")
        }
        let others: [(FindingSentence.Claim, LocalizedText?)] = [
            (.description, pastText(names)), (.description, elsewhereText(names)), (.caution, startText),
            (.caution, registrationText),
            (
                .caution,
                LocalizedText(
                    sv:
                        "Siffrorna visar vad som rapporterats och inte varför det ändrats. Om åtgärden haft effekt bedömer den som följer upp den.",
                    en:
                        "The figures show what was reported and not why it changed. Whether the measure had an effect is for the person who follows it up to judge."
                )
            ),
        ]
        return [FindingSentence(subject: .category(category), claim: claim, text: main)]
            + others.compactMap { claim, text in
                text.map { FindingSentence(subject: .category(category), claim: claim, text: $0) }
            }
    }

    private func counts(_ names: AnalysisNames, _ language: Language) -> String {
        let (category, unit) = (names.name(of: category)(language), names.name(of: unit)(language))
        let (after, before) = (Wording.reported(countAfter, language), Wording.integer(countBefore, language))
        let (now, then) = (Wording.during(window, language), Wording.during(self.before, language))
        let ratio = contrast.flatMap { Self.ratio($0, basis, language) } ?? ""
        return language(
            "\(category), \(unit): \(after) \(now) mot \(before) \(then), före åtgärden\(ratio).",
            "\(category), \(unit): \(after) \(now) against \(before) \(then), before the measure\(ratio)."
        )
    }

    private static func ratio(
        _ contrast: CountContrast,
        _ basis: PeriodComparison.Basis,
        _ language: Language
    ) -> String? {
        guard let ratio = contrast.ratio, ratio.isFinite else { return nil }
        let per: String =
            switch basis {
            case .counts: ""
            case .days: language(" per dag", " per day")
            case .exposure(let table):
                language(" i förhållande till antalet ", " in proportion to ") + table.measure.name(language)
            }
        let number = { (value: Double) in Wording.decimal(value, digits: 2, language) }
        let level = Wording.level(contrast.interval.level, language)
        let limits = "\(number(contrast.interval.lower))–\(number(contrast.interval.upper))"
        return language(
            " (kvot \(number(ratio))\(per), \(level) konfidensintervall \(limits); \(Wording.pValue(contrast.pValue, language)))",
            " (ratio \(number(ratio))\(per), \(level) confidence interval \(limits); \(Wording.pValue(contrast.pValue, language)))"
        )
    }

    private func words(_ language: Language) -> String {
        switch change {
        case .fewer:
            language("Minskningen är större än vad slumpen förklarar.", "The fall is larger than chance explains.")
        case .more:
            language("Ökningen är större än vad slumpen förklarar.", "The rise is larger than chance explains.")
        case .withinChance: language("Skillnaden kan bero på slumpen.", "The difference may be due to chance.")
        case .tooLittleData(let needed):
            language(
                "Händelserna är för få: det krävs minst \(needed) för att kunna visa en skillnad.",
                "The events are too few: it takes at least \(needed) to show a difference."
            )
        case .notComparable(.noExposure):
            language(
                "Exponeringen är inte känd för båda perioderna, så antalen jämförs inte.",
                "The exposure is not known of both periods, so the counts are not compared."
            )
        case .notComparable(.notOpen):
            language(
                "Enheten var inte öppen alla dagar i båda perioderna, så antalen jämförs inte.",
                "The unit was not open on all days of both periods, so the counts are not compared."
            )
        case .notComparable(.silent):
            language(
                "Enheten har inte rapporterat något alls under perioden, så att inget av detta rapporterats är inget fynd.",
                "The unit reported nothing at all in the period, so that none of this was reported is no finding."
            )
        case .notComparable(.reportsMayCome):
            language(
                "Rapporter om perioden kan saknas, så ingen slutsats dras.",
                "Reports of the period may be missing, so no conclusion is drawn."
            )
        case .notComparable(.notCovered):
            language(
                "Rapporter om perioden före åtgärden kan saknas, så ingen slutsats dras.",
                "Reports of the period before the measure may be missing, so no conclusion is drawn."
            )
        }
    }

    private func standing(_ names: AnalysisNames, _ language: Language) -> String? {
        switch change {
        case .fewer, .more, .withinChance:
            sensitivity?.words(
                of: .category(category),
                pairing: Sensitivity.Pairing(before, window),
                names,
                language
            )
        case .tooLittleData, .notComparable: nil
        }
    }

    private func pastText(_ names: AnalysisNames) -> LocalizedText? {
        guard let pastContrast, !past.isEmpty else { return nil }
        return Wording.both { language in
            let items = past.map {
                "\(Wording.integer($0.count, language)) (\(Wording.days($0.period, language)))"
            }
            let ratio = Self.ratio(pastContrast, basis, language) ?? ""
            return language("Tidigare rapporterade: ", "Reported earlier: ") + Wording.list(items, language)
                + language(
                    ". Antalet efter åtgärden mot genomsnittet av alla perioder före den",
                    ". The count after the measure against the mean of all periods before it"
                )
                + language(
                    ratio.isEmpty ? ": ingen kvot finns." : "\(ratio).",
                    ratio.isEmpty ? ": no ratio." : "\(ratio)."
                )
        }
    }

    private func elsewhereText(_ names: AnalysisNames) -> LocalizedText? {
        guard let elsewhere else { return nil }
        return Wording.both { language in
            let (after, before) = (
                Wording.integer(elsewhere.later, language), Wording.integer(elsewhere.earlier, language)
            )
            return language(
                "I övriga enheter rapporterades \(after) mot \(before) under samma perioder",
                "In the other units \(after) were reported against \(before) in the same periods"
            ) + (Self.ratio(elsewhere, self.before.dayCount == window.dayCount ? .counts : .days, language) ?? "") + "."
        }
    }

    /// That a high start falls by itself.
    private var startText: LocalizedText? {
        switch start {
        case .unknown:
            LocalizedText(
                sv:
                    "Ingen tidigare period är känd: om antalet före åtgärden var ovanligt högt är en återgång att vänta även utan åtgärd.",
                en:
                    "No earlier period is known: if the count before the measure was unusually high, a return to the usual is to be expected even without a measure."
            )
        case .highest(let count):
            LocalizedText(
                sv:
                    "Antalet före åtgärden var det högsta av \(count) jämförbara perioder: en återgång mot det vanliga är att vänta även utan åtgärd.",
                en:
                    "The count before the measure was the highest of \(count) comparable periods: a return to the usual is to be expected even without a measure."
            )
        case .ordinary: nil
        }
    }

    /// That late reports may change the count.
    private var registrationText: LocalizedText? {
        switch registration {
        case .complete: nil
        case .incomplete:
            LocalizedText(
                sv: "Rapporter om perioden kan fortfarande komma in, så antalet kan öka.",
                en: "Reports of the period may still come, so the count may rise."
            )
        case .notChecked:
            LocalizedText(
                sv: "Det är inte känt om alla rapporter om perioden har kommit in: sena rapporter kan öka antalet.",
                en: "It is not known whether all reports of the period have come: late ones may raise the count."
            )
        }
    }
}
