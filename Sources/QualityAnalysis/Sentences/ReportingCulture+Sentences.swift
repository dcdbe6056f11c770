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
        let start = "\(name): \(Wording.reported(line.count, language)) \(Wording.during(period, language))."
        guard let prompt = line.prompt, let median = line.delays.median, let late = line.delays.quantile(0.9) else {
            return start + language(" Tiden till rapport är inte känd.", " The time to report is not known.")
        }
        let half =
            median <= 0
            ? language("samma dag som händelsen", "on the same day as the event")
            : Wording.within(median, language) + language(" från händelsen", " of the event")
        let most = Wording.within(late, language)
        let limit = Wording.within(promptDays, language)
        let times = language(
            " Hälften rapporterades \(half) och nio av tio \(most); \(words(prompt, language)) \(limit).",
            " Half were reported \(half) and nine in ten \(most); \(words(prompt, language)) \(limit)."
        )
        let verdict: String? =
            switch prompt.verdict {
            case .higher:
                language(
                    "Rapporterna kommer snabbare än vad slumpen förklarar.",
                    "Reports come faster than chance explains."
                )
            case .lower:
                language(
                    "Rapporterna kommer senare än vad slumpen förklarar.",
                    "Reports come later than chance explains."
                )
            case .withinChance: language("Skillnaden kan bero på slumpen.", "The difference may be due to chance.")
            case .tooLittleData: language("De är för få för att jämföras.", "They are too few to compare.")
            case nil: nil
            }
        return ([start + times] + [verdict, standing(prompt, of: line, names, language)].compactMap(\.self))
            .joined(separator: " ")
    }

    private func nearMisses(
        _ share: Share,
        of line: Line,
        _ names: AnalysisNames,
        _ language: Language
    ) -> String {
        let name = names.name(of: line.subject)(language)
        let start = language(
            "\(name): tillbud är \(words(share, language)) av det som bedömts.",
            "\(name): near misses are \(words(share, language)) of what was assessed."
        )
        let verdict: String? =
            switch share.verdict {
            case .higher:
                language(
                    "Det är fler än vad slumpen förklarar, vilket kan vara en god rapporteringskultur.",
                    "That is more than chance explains, which may be a good culture of reporting."
                )
            case .lower:
                language(
                    "Det är färre än vad slumpen förklarar, vilket kan vara tillbud som inte rapporteras.",
                    "That is fewer than chance explains, which may be near misses that are not reported."
                )
            case .withinChance: language("Skillnaden kan bero på slumpen.", "The difference may be due to chance.")
            case .tooLittleData: language("De är för få för att jämföras.", "They are too few to compare.")
            case nil: nil
            }
        return ([start] + [verdict, standing(share, of: line, names, language)].compactMap(\.self))
            .joined(separator: " ")
    }

    private func words(_ share: Share, _ language: Language) -> String {
        let words = { (share: Proportion) in Wording.share(share.count, of: share.sample, language) }
        let own = words(share.proportion)
        guard let rest = share.rest else { return own }
        let others = words(rest)
        return own + language(" (övriga enheter \(others))", " (other units \(others))")
    }

    private func standing(
        _ share: Share,
        of line: Line,
        _ names: AnalysisNames,
        _ language: Language
    ) -> String? {
        switch share.verdict {
        case .higher, .lower, .withinChance: share.sensitivity?.words(of: line.subject, names, language)
        case .tooLittleData, nil: nil
        }
    }
}
