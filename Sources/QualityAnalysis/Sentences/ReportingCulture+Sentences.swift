import QualityCore
import QualityStatistics

extension ReportingCulture {
    /// What is said of the reporting of the whole and of each unit, in the order of ``lines``.
    ///
    /// `names`: what units are called.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        lines.flatMap { line in
            [
                FindingSentence(
                    subject: line.subject,
                    claim: Self.claim(line.prompt?.verdict),
                    text: Wording.both { times(of: line, names, $0) }
                )
            ]
                + (line.nearMisses.map { share in
                    [
                        FindingSentence(
                            subject: line.subject,
                            claim: Self.claim(share.verdict),
                            text: Wording.both { nearMisses(share, of: line, names, $0) }
                        )
                    ]
                } ?? [])
        }
    }

    private static func claim(_ verdict: Share.Verdict?) -> FindingSentence.Claim {
        switch verdict {
        case .higher, .lower: .difference
        case .withinChance: .noDifference
        case .tooLittleData: .refusal
        case nil: .description
        }
    }

    private func times(of line: Line, _ names: AnalysisNames, _ language: Language) -> String {
        let name = names.name(of: line.subject)(language)
        let count = Wording.integer(line.count, language)
        let start = language("\(name): \(count) rapporterade \(period)", "\(name): \(count) reported in \(period)")
        guard let prompt = line.prompt, let median = line.delays.median, let late = line.delays.quantile(0.9) else {
            return start + language("; tid till rapport är inte känd.", "; the time to report is not known.")
        }
        let share = words(prompt, language)
        let times = language(
            "; hälften inom \(median) dagar från händelsen och nio av tio inom \(late); \(share) inom \(promptDays) dagar",
            "; half within \(median) days of the event and nine in ten within \(late); \(share) within \(promptDays) days"
        )
        let verdict: String =
            switch prompt.verdict {
            case .higher: language(": snabbare än slumpen förklarar.", ": faster than chance explains.")
            case .lower: language(": senare än slumpen förklarar.", ": later than chance explains.")
            case .withinChance: language(": skillnaden kan vara slump.", ": the difference may be chance.")
            case .tooLittleData: language(": för få för att jämföra.", ": too few to compare.")
            case nil: "."
            }
        return start + times + verdict + standing(prompt, names, language)
    }

    private func nearMisses(
        _ share: Share,
        of line: Line,
        _ names: AnalysisNames,
        _ language: Language
    ) -> String {
        let name = names.name(of: line.subject)(language)
        let start = language(
            "\(name): tillbud är \(words(share, language)) av det som bedömts",
            "\(name): near misses are \(words(share, language)) of what was assessed"
        )
        let verdict: String =
            switch share.verdict {
            case .higher:
                language(
                    ": fler än slumpen förklarar, vilket kan vara en god rapporteringskultur.",
                    ": more than chance explains, which may be a good culture of reporting."
                )
            case .lower:
                language(
                    ": färre än slumpen förklarar, vilket kan vara tillbud som inte rapporteras.",
                    ": fewer than chance explains, which may be near misses that are not reported."
                )
            case .withinChance: language(": skillnaden kan vara slump.", ": the difference may be chance.")
            case .tooLittleData: language(": för få för att jämföra.", ": too few to compare.")
            case nil: "."
            }
        return start + verdict + standing(share, names, language)
    }

    private func words(_ share: Share, _ language: Language) -> String {
        let percent = Wording.percent(share.proportion.estimate, language)
        guard let rest = share.rest else { return percent }
        let others = Wording.percent(rest.estimate, language)
        return percent + language(" (övriga \(others))", " (others \(others))")
    }

    private func standing(_ share: Share, _ names: AnalysisNames, _ language: Language) -> String {
        guard share.verdict == .higher || share.verdict == .lower,
            let words = share.sensitivity?.words(names, language)
        else { return "" }
        return " " + words
    }
}
