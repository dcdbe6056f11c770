import QualityCore
import QualityStatistics

extension PeriodComparison {
    /// What the comparison says, a sentence or more for each subject, then how it is to be read.
    ///
    /// `names`: what categories and units are called.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        lines.map { sentence(of: $0, names) } + [carrierSentence(names)].compactMap(\.self)
            + lines.compactMap { moves(of: $0, names) } + [mixSentence].compactMap(\.self)
            + silentSentences(names) + cautions
    }

    private func sentence(of line: Line, _ names: AnalysisNames) -> FindingSentence {
        let text = Wording.both { language in
            [counts(of: line, names, language), verdict(of: line, language), standing(of: line, names, language)]
                .compactMap(\.self).joined(separator: " ")
        }
        let claim: FindingSentence.Claim =
            switch line.verdict {
            case .higher, .lower: .difference
            case .withinChance: .noDifference
            case .tooLittleData, .notComparable: .refusal
            }
        return FindingSentence(subject: line.subject, claim: claim, text: text)
    }

    private func counts(of line: Line, _ names: AnalysisNames, _ language: Language) -> String {
        let start = names.name(of: line.subject)(language) + ": "
        let reported = { (count: Int, period: CalendarPeriod) in
            "\(Wording.reported(count, language)) \(Wording.during(period, language))"
        }
        switch (line.earlier, line.later) {
        case (let before?, let now?):
            return start + reported(now, later) + language(" mot ", " against ")
                + "\(Wording.integer(before, language)) \(Wording.during(earlier, language))"
                + change(of: line, language) + "."
        case (nil, let now?): return start + reported(now, later) + "."
        case (let before?, nil): return start + reported(before, earlier) + "."
        case (nil, nil): return start + language("ingenting kunde rapporteras.", "nothing could be reported.")
        }
    }

    private func change(of line: Line, _ language: Language) -> String {
        guard let contrast = line.contrast else { return "" }
        let adjusted = line.adjustedPValue.map { language("justerat ", "adjusted ") + Wording.pValue($0, language) }
        // Of few, or of none, a change is not told in percent.
        guard let percent = contrast.percentChange, contrast.sample >= Wording.fewestForPercent else {
            return adjusted.map { " (\($0))" } ?? ""
        }
        let level = Wording.level(contrast.interval.level, language)
        let limits = Wording.limits(
            100 * (contrast.interval.lower - 1),
            100 * (contrast.interval.upper - 1),
            language
        )
        let per: String =
            switch basis {
            case .counts: ""
            case .days: language(" per dag", " per day")
            case .exposure(let table):
                language(" i förhållande till antalet ", " in proportion to ") + table.measure.name(language)
            }
        let interval = language("\(level) konfidensintervall", "\(level) confidence interval")
        return " (\(Wording.change(percent, language))\(per), \(interval) \(limits)"
            + (adjusted.map { "; " + $0 } ?? "") + ")"
    }

    private func verdict(of line: Line, _ language: Language) -> String {
        switch line.verdict {
        case .higher:
            return language("Ökningen är större än vad slumpen förklarar.", "The rise is larger than chance explains.")
        case .lower:
            return language(
                "Minskningen är större än vad slumpen förklarar.",
                "The fall is larger than chance explains."
            )
        case .withinChance:
            return language("Skillnaden kan bero på slumpen.", "The difference may be due to chance.")
        case .tooLittleData:
            return language(
                "Händelserna är för få för att kunna visa en skillnad.",
                "The events are too few to show a difference."
            )
        case .notComparable(.noExposure):
            return language(
                "Exponeringen är inte känd för båda perioderna, så antalen jämförs inte.",
                "The exposure is not known of both periods, so the counts are not compared."
            )
        case .notComparable(.notCovered):
            return language(
                "Underlaget omfattar inte alla dagar i båda perioderna, så antalen jämförs inte.",
                "The source does not cover all days of both periods, so the counts are not compared."
            )
        case .notComparable(.reportsMayCome):
            return language(
                "Rapporter som saknas kan förklara skillnaden, så ingen slutsats dras.",
                "Reports that are missing may explain the difference, so no conclusion is drawn."
            )
        case .notComparable(.notOpen):
            return language(
                "Enheten var inte öppen alla dagar i båda perioderna, så antalen jämförs inte.",
                "The unit was not open on all days of both periods, so the counts are not compared."
            )
        case .notComparable(.noSuchCategory) where line.earlier != nil && line.later != nil:
            return language(
                "Kategorin fanns inte alla dagar i båda perioderna, så antalen jämförs inte.",
                "The category did not exist on all days of both periods, so the counts are not compared."
            )
        case .notComparable(.noSuchCategory):
            let missing = Wording.during(line.earlier == nil ? earlier : later, language)
            return language(
                "Kategorin fanns inte \(missing): värdet saknas och är inte noll.",
                "The category did not exist \(missing): the value is missing and not zero."
            )
        }
    }

    private func standing(of line: Line, _ names: AnalysisNames, _ language: Language) -> String? {
        switch line.verdict {
        case .higher, .lower, .withinChance:
            line.sensitivity?.words(
                of: line.subject,
                pairing: Sensitivity.Pairing(earlier, later),
                names,
                language
            )
        case .tooLittleData, .notComparable: nil
        }
    }

    /// The categories whose counts changed most, of those that can be compared; `nil` where none did.
    private func carrierSentence(_ names: AnalysisNames) -> FindingSentence? {
        let most = carriers.filter { $0.contrast != nil && $0.change != 0 }.prefix(3)
        guard basis.comparesNumbers(earlier, later), !most.isEmpty, lines[0].contrast != nil,
            let change = lines[0].change
        else { return nil }
        let text = Wording.both { language in
            let items = most.map {
                "\(names.name(of: $0.subject)(language)) \(Wording.signed($0.change ?? 0, language))"
            }
            return language("Störst förändring i antal: ", "Largest changes in number: ")
                + Wording.list(items, language)
                + language(" (totalt ", " (in all ") + Wording.signed(change, language) + ")."
        }
        return FindingSentence(subject: .whole, claim: .description, text: text)
    }
}
