import QualityCore
import QualityStatistics

extension SignalScan {
    /// What the scan says: what was looked through, a sentence or two for each signal, then how they are to be read.
    ///
    /// `names`: what categories and units are called.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        [summary] + signals.map { $0.sentence(names) } + [shortage].compactMap(\.self) + cautions
    }

    private var summary: FindingSentence {
        let found = signals.count
        let text = Wording.both { language in
            let rules = plainRules.filter { $0.series > 0 }.map { rule in
                let alarms = Wording.integer(rule.alarms, language)
                let expected = Wording.decimal(rule.expectedFalse, digits: 1, language)
                return "\(Self.name(of: rule.kind, language)) \(alarms) (\(expected))"
            }
            let one = series.count == 1
            let looked = Wording.number(series.count, ("serie", "serier"), ("series", "series"), language)
            let made = Wording.number(tests, ("prövning", "prövningar"), ("test", "tests"), language)
            let start = language(
                "\(looked) av rapporterade händelser är \(one ? "granskad" : "granskade") i \(made). ",
                "\(looked) of reported events \(one ? "was" : "were") looked through in \(made). "
            )
            let plain = language(
                "Antal larm med de enkla reglerna, och inom parentes hur många som väntas även om ingenting har ändrats: ",
                "Alarms by the plain rules, and in brackets how many to expect even if nothing has changed: "
            )
            let rest = Wording.decimal(expectedFalse, digits: 1, language)
            let controlled =
                found == 0
                ? language(
                    "När andelen falska signaler hålls nere återstår ingen signal.",
                    "When the share of false signals is held down no signal remains."
                )
                : language(
                    "När andelen falska signaler hålls nere återstår \(Wording.integer(found, language)), varav högst \(rest) väntas vara falska.",
                    "When the share of false signals is held down \(Wording.integer(found, language)) \(found == 1 ? "remains" : "remain"), of which at most \(rest) are expected to be false."
                )
            return start + (rules.isEmpty ? "" : plain + Wording.list(rules, language) + ". ") + controlled
        }
        return FindingSentence(subject: .whole, claim: found == 0 ? .noDifference : .description, text: text)
    }

    private static func name(of kind: SeriesFinding.Kind, _ language: Language) -> String {
        switch kind {
        case .shift: language("nivåskifte enligt Anhøj", "shift by Anhøj")
        case .point: language("värde utanför styrgränserna", "value outside the limits")
        case .trend: language("trend enligt Mann–Kendall", "trend by Mann–Kendall")
        }
    }

    private var shortage: FindingSentence? {
        let short = series.count { if case .tooLittleData = $0.choice.reason { true } else { false } }
        guard short > 0 else { return nil }
        let text = Wording.both { language in
            let (count, needed) = (
                Wording.integer(short, language), Wording.integer(ChartChoice.fewestValues, language)
            )
            return language(
                "För \(count) av serierna räcker uppgifterna inte till något diagram: det finns färre än \(needed) hela perioder eller tider mellan händelser.",
                "For \(count) of the series there is too little data for any chart: fewer than \(needed) whole periods or times between events."
            )
        }
        return FindingSentence(subject: .whole, claim: .refusal, text: text)
    }

    private var cautions: [FindingSentence] {
        let directions = Set(signals.map(\.finding.isMoreReported))
        var texts: [LocalizedText] = []
        if directions.contains(false) {
            texts.append(
                LocalizedText(
                    sv:
                        "Färre rapporterade är inte i sig en förbättring: det kan bero på färre händelser, färre rapporter eller en annan sortering.",
                    en:
                        "Fewer reported is no improvement by itself: it may be due to fewer events, fewer reports or another sorting."
                )
            )
        }
        if directions.contains(true) {
            texts.append(
                LocalizedText(
                    sv:
                        "Fler rapporterade är inte i sig en försämring: det kan bero på fler händelser, bättre rapportering eller en annan sortering.",
                    en:
                        "More reported is no deterioration by itself: it may be due to more events, better reporting or another sorting."
                )
            )
        }
        if !signals.isEmpty, signals.contains(where: { $0.series.source.exposures == nil }) {
            texts.append(
                LocalizedText(
                    sv:
                        "Verksamhetens omfattning är inte känd: signalerna förutsätter att den var densamma i alla perioder.",
                    en: "The extent of the services is not known: the signals take it to be the same in all periods."
                )
            )
        }
        return texts.map { FindingSentence(subject: .whole, claim: .caution, text: $0) }
    }
}

extension SeriesFinding {
    /// Whether the finding is about more being reported than otherwise.
    public var isMoreReported: Bool {
        switch pattern {
        case .shift(let shift): shift.isHigher
        case .point(let point): point.isHigher
        case .trend(let trend): trend.isRising
        }
    }
}
