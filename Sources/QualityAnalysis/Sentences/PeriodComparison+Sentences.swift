import QualityCore
import QualityStatistics

extension PeriodComparison {
    /// What the comparison says, a sentence or two for each subject, then how it is to be read.
    ///
    /// `names`: what categories and units are called.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        lines.map { sentence(of: $0, names) } + lines.compactMap { moves(of: $0, names) }
            + [mixSentence].compactMap(\.self)
            + silentSentences(names) + [caution].compactMap(\.self)
    }

    private func sentence(of line: Line, _ names: AnalysisNames) -> FindingSentence {
        let text = Wording.both { language in
            [counts(of: line, names, language), standing(of: line, names, language)].compactMap(\.self)
                .joined(separator: " ")
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
        let name = names.name(of: line.subject)(language)
        let reported = language("rapporterade", "reported")
        let number = { (count: Int?) in
            count.map { Wording.integer($0, language) } ?? language("inget antal", "no number")
        }
        let counts =
            language == .swedish
            ? "\(name): \(number(line.later)) \(reported) \(later) mot \(number(line.earlier)) \(earlier)"
            : "\(name): \(number(line.later)) \(reported) in \(later) against \(number(line.earlier)) in \(earlier)"
        guard case .notComparable(let reason) = line.verdict else {
            return counts + change(of: line, language) + verdict(of: line, language)
        }
        switch reason {
        case .noExposure:
            return counts
                + language(
                    ". Exponeringen är inte känd för båda perioderna, så antalen jämförs inte.",
                    ". The exposure is not known of both periods, so the numbers are not compared."
                )
        case .noSuchCategory:
            let (known, count, missing) =
                line.earlier == nil ? (later, line.later, earlier) : (earlier, line.earlier, later)
            return language == .swedish
                ? "\(name): \(number(count)) \(reported) \(known). Kategorin fanns inte \(missing), vilket inte är detsamma som noll."
                : "\(name): \(number(count)) \(reported) in \(known). The category did not exist in \(missing), which is not the same as zero."
        }
    }

    private func change(of line: Line, _ language: Language) -> String {
        guard let contrast = line.contrast, let percent = contrast.percentChange else { return "" }
        let level = Wording.percent(contrast.interval.level, language)
        let limits = Wording.limits(
            100 * (contrast.interval.lower - 1),
            100 * (contrast.interval.upper - 1),
            language
        )
        let per: String =
            switch basis {
            case .counts: ""
            case .days: language(" per dag", " per day")
            case .exposure(let table): language(" per ", " per ") + table.measure.name(language)
            }
        let adjusted =
            line.adjustedPValue.map {
                language("; justerat ", "; adjusted ") + Wording.pValue($0, language)
            } ?? ""
        let interval = language("\(level) intervall", "\(level) interval")
        return " (\(Wording.change(percent, language))\(per), \(interval) \(limits)\(adjusted))"
    }

    private func verdict(of line: Line, _ language: Language) -> String {
        switch line.verdict {
        case .higher:
            language(": fler rapporterade än slumpen förklarar.", ": more reported than chance explains.")
        case .lower:
            language(": färre rapporterade än slumpen förklarar.", ": fewer reported than chance explains.")
        case .withinChance:
            language(": skillnaden kan vara slump.", ": the difference may be chance.")
        case .tooLittleData:
            language(": för få händelser för att visa en skillnad.", ": too few events to show a difference.")
        case .notComparable: ""
        }
    }

    private func standing(of line: Line, _ names: AnalysisNames, _ language: Language) -> String? {
        guard line.verdict.direction != 0 else { return nil }
        return line.sensitivity.flatMap { $0.words(names, language) }
    }
}
