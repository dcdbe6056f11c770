import Improvements
import QualityCore
import QualityStatistics

extension JointOverview {
    /// What the sources hold, where they tell different things, and which units are silent.
    ///
    /// `names`: what units are called; themes go by the names of the crosswalk.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        let names = names.naming(themeNames)
        let shown = differences.filter { $0.verdict == .higher || $0.verdict == .lower }
        return [FindingSentence(subject: .whole, claim: .description, text: totals)]
            + shown.map { difference in
                FindingSentence(
                    subject: .category(difference.theme),
                    claim: .difference,
                    text: Wording.both { words(of: difference, names, $0) }
                )
            } + agreements.map(sentence)
            + silences.filter { $0.verdict != .tooLittleData }.map { silence in
                FindingSentence(
                    subject: .unit(silence.unit),
                    claim: silence.verdict == .silent ? .difference : .noDifference,
                    text: Wording.both { words(of: silence, names, $0) }
                )
            } + [silentSentence(names)].compactMap(\.self)
            + [
                FindingSentence(
                    subject: .whole,
                    claim: .caution,
                    text: LocalizedText(
                        sv:
                            "Underlagen visar vad som rapporterats och inte allt som hänt; samma händelse kan finnas i flera av dem.",
                        en:
                            "The sources show what was reported and not all that happened; one event may be in several of them."
                    )
                )
            ]
    }

    private var totals: LocalizedText {
        Wording.both { language in
            let items = sources.map {
                "\(Wording.integer($0.count, language)) \($0.source.words(language))"
            }
            let unplaced = sources.filter { $0.placed < $0.count }.map {
                "\(Wording.integer($0.count - $0.placed, language)) \($0.source.words(language))"
            }
            return [
                language("Rapporterade ", "Reported ") + Wording.during(period, language) + ": "
                    + items.joined(separator: "; ") + ".",
                unplaced.isEmpty
                    ? nil
                    : language(
                        "Utan tema, och därför inte i andelarna: ",
                        "Without a theme, and so not in the shares: "
                    )
                        + unplaced.joined(separator: "; ") + ".",
                missing.isEmpty
                    ? nil
                    : language("Underlag saknas, vilket inte är noll: ", "Missing, which is not zero: ")
                        + missing.map { $0.words(language) }.joined(separator: "; ") + ".",
            ].compactMap(\.self).joined(separator: " ")
        }
    }

    private func words(of difference: Difference, _ names: AnalysisNames, _ language: Language) -> String {
        let line = themes.first { $0.theme == difference.theme }
        func share(_ source: JointAnalysis.Source) -> String {
            guard let standing = line?.standings[source], let share = standing.share else { return "" }
            let percent = Wording.percent(share.estimate, language)
            return language(
                "\(percent) av \(source.words(language)) (plats \(standing.rank))",
                "\(percent) of \(source.words(language)) (place \(standing.rank))"
            )
        }
        let name = names.name(of: difference.theme)(language)
        let start = "\(name): \(share(difference.first)) \(language("mot", "against")) \(share(difference.second))"
        let pValue =
            difference.adjustedPValue.map {
                language("; justerat ", "; adjusted ") + Wording.pValue($0, language)
            } ?? ""
        let verdict = language(
            "Andelarna skiljer sig mer än vad slumpen förklarar.",
            "The shares differ more than chance explains."
        )
        return ["\(start)\(pValue).", verdict, standing(difference.sensitivity, names, language)].compactMap(\.self)
            .joined(separator: " ")
    }

    private func standing(_ sensitivity: Sensitivity, _ names: AnalysisNames, _ language: Language) -> String? {
        sensitivity.words(of: .whole, areThemes: true, names, language)
    }

    /// How far the orders agree, and what the shares that were compared show together.
    private func sentence(of agreement: Agreement) -> FindingSentence {
        let compared = differences.filter { $0.first == agreement.first && $0.second == agreement.second }
        let shown = compared.count { $0.verdict == .higher || $0.verdict == .lower }
        let few = compared.count { $0.verdict == .tooLittleData }
        let isRefusal = few == compared.count
        let text = Wording.both { language in
            let pair = language(
                "\(agreement.first.words(language)) och \(agreement.second.words(language))",
                "\(agreement.first.words(language)) and \(agreement.second.words(language))"
            )
            let start = language("Ordningen mellan temana i \(pair): ", "The order of the themes in \(pair): ")
            let numbers = language(
                "\(agreement.concordant) par av teman i samma ordning och \(agreement.discordant) i motsatt",
                "\(agreement.concordant) pairs of themes in the same order and \(agreement.discordant) in the opposite"
            )
            let tau = agreement.tau.map { " (τ \(Wording.decimal($0, digits: 2, language)))" } ?? ""
            let verdict =
                isRefusal
                ? language(
                    "Det är för få rapporter för att någon skillnad i andelar ska kunna visas.",
                    "There are too few reports for any difference in shares to be shown."
                )
                : shown == 0
                    ? language("Ingen skillnad i andelar är visad.", "No difference in shares is shown.")
                    : language(
                        "Andelarna skiljer sig påvisbart i \(shown) av \(compared.count) teman.",
                        "The shares are shown to differ in \(shown) of \(compared.count) themes."
                    )
            return "\(start)\(numbers)\(tau). \(verdict)"
        }
        return FindingSentence(
            subject: .whole,
            claim: isRefusal ? .refusal : shown == 0 ? .noDifference : .difference,
            text: text
        )
    }

    private func words(of silence: Silence, _ names: AnalysisNames, _ language: Language) -> String {
        let name = names.name(of: silence.unit)(language)
        let (count, expected) = (
            Wording.integer(silence.count, language), Wording.decimal(silence.expected, digits: 1, language)
        )
        let start = language(
            "\(name): \(count) \(silence.reporting.words(language)) men inga \(silence.source.words(language)), där \(expected) vore att vänta av övriga enheter att döma.",
            "\(name): \(count) \(silence.reporting.words(language)) but no \(silence.source.words(language)), where \(expected) were to be expected from the other units."
        )
        let verdict =
            silence.verdict == .silent
            ? language(
                "Tystnaden är större än vad slumpen förklarar; det är en fråga om rapporteringen och inget gott betyg.",
                "The silence is more than chance explains, which is a question about its reporting and no good mark."
            )
            : language("Det kan bero på slumpen.", "It may be due to chance.")
        return [start, verdict, standing(silence.sensitivity, names, language)].compactMap(\.self)
            .joined(separator: " ")
    }

    private func silentSentence(_ names: AnalysisNames) -> FindingSentence? {
        guard !silentUnits.isEmpty else { return nil }
        let text = Wording.both { language in
            language("Inget rapporterat i något underlag: ", "Nothing reported in any source: ")
                + Wording.list(silentUnits.map { names.name(of: $0)(language) }, language) + "."
        }
        return FindingSentence(subject: .whole, claim: .caution, text: text)
    }
}

extension JointAnalysis.Source {
    /// The records of the source in the plural, as within a sentence.
    func words(_ language: Language) -> String {
        switch self {
        case .reports: language("rapporter", "reports")
        case .complaints: language("klagomål och synpunkter", "complaints and viewpoints")
        case .deviations: language("avvikelser", "deviations")
        case .lexSarah: language("rapporter enligt lex Sarah", "reports under lex Sarah")
        case .lexMaria: language("anmälningar enligt lex Maria", "notifications under lex Maria")
        }
    }
}
