import Improvements
import QualityCore
import QualityStatistics

extension JointOverview {
    /// What the sources hold, where they tell different things, and which units are silent.
    ///
    /// `names`: what units are called; themes go by the names of the crosswalk.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        let names = names.naming(themeNames)
        var sentences = [FindingSentence(subject: .whole, claim: .description, text: totals(names))]
        for agreement in agreements {
            for difference in agreement.differences where difference.verdict.direction != 0 {
                let text = Wording.both { words(of: difference, agreement, names, $0) }
                let subject = AnalysisSubject.category(difference.theme)
                sentences.append(FindingSentence(subject: subject, claim: .difference, text: text))
            }
            sentences.append(sentence(of: agreement))
        }
        for silence in silences where silence.verdict != .tooLittleData {
            let claim: FindingSentence.Claim = silence.verdict == .silent ? .difference : .noDifference
            let text = Wording.both { words(of: silence, names, $0) }
            sentences.append(FindingSentence(subject: .unit(silence.unit), claim: claim, text: text))
        }
        if let silent = silentSentence(names) { sentences.append(silent) }
        let caution = LocalizedText(
            sv:
                "Underlagen visar vad som rapporterats och inte allt som hänt; samma händelse kan finnas i flera av dem.",
            en:
                "The sources show what was reported and not all that happened; one event may be in several of them."
        )
        sentences.append(FindingSentence(subject: .whole, claim: .caution, text: caution))
        return sentences
    }

    private func totals(_ names: AnalysisNames) -> LocalizedText {
        Wording.both { language in
            var sentences: [String] = []
            func add(_ start: String, _ items: [String]) {
                if !items.isEmpty { sentences.append("\(start): \(items.joined(separator: "; ")).") }
            }
            let days = Wording.during(period, language)
            add(
                language("Rapporterade \(days)", "Reported \(days)"),
                sources.map { $0.source.words($0.count, language) }
            )
            let unplaced = sources.filter { $0.placed < $0.count }
            add(
                language("Utan tema, och därför inte i andelarna", "Without a theme, and so not in the shares"),
                unplaced.map { $0.source.words($0.count - $0.placed, language) }
            )
            add(
                language(
                    "Har ingen kategori för vissa teman, som inte jämförs",
                    "Have no category for some themes, which are not compared"
                ),
                sources.compactMap { lacking($0.source, names, language) }
            )
            add(
                language("Underlag saknas, vilket inte är noll", "Missing, which is not zero"),
                missing.map { $0.words(language) }
            )
            return sentences.joined(separator: " ")
        }
    }

    /// The themes that a source can not tell of; `nil` where there are none.
    private func lacking(_ source: JointAnalysis.Source, _ names: AnalysisNames, _ language: Language) -> String? {
        let lacking = themes.filter { $0.standings[source] == nil }.map { names.name(of: $0.theme)(language) }
        return lacking.isEmpty ? nil : "\(source.words(language)) (\(Wording.list(lacking, language)))"
    }

    private func words(
        of difference: Difference,
        _ agreement: Agreement,
        _ names: AnalysisNames,
        _ language: Language
    ) -> String {
        func share(_ standing: Standing, _ source: JointAnalysis.Source) -> String {
            let percent = standing.share.map { Wording.percent($0.estimate, language) } ?? ""
            return language(
                "\(percent) av \(source.swedishDefinite) (plats \(standing.rank))",
                "\(percent) of \(source.words(language)) (place \(standing.rank))"
            )
        }
        let name = names.name(of: difference.theme)(language)
        let start =
            "\(name): \(share(difference.first, agreement.first)) \(language("mot", "against")) "
            + share(difference.second, agreement.second)
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
        let compared = agreement.differences
        let shown = compared.count { $0.verdict == .higher || $0.verdict == .lower }
        let isRefusal = compared.allSatisfy { $0.verdict == .tooLittleData }
        let text = Wording.both { language in
            let (first, second) = (agreement.first.words(language), agreement.second.words(language))
            let start = language(
                "Teman som både \(first) och \(second) har: ",
                "Themes that both \(first) and \(second) have: "
            )
            let pairs = Wording.number(agreement.concordant, ("par", "par"), ("pair", "pairs"), language)
            let numbers = language(
                "\(compared.count), med \(pairs) i samma ordning och \(agreement.discordant) i motsatt",
                "\(compared.count), with \(pairs) in the same order and \(agreement.discordant) in the opposite"
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
                        "Skillnad i andel är visad för \(shown) av dem.",
                        "A difference in share is shown of \(shown) of them."
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
        let reported = silence.reporting.words(silence.count, language)
        let expected = Wording.decimal(silence.expected, digits: 1, language)
        let start = language(
            "\(name): \(reported) men inga \(silence.source.words(language)), där \(expected) vore att vänta av övriga enheter att döma.",
            "\(name): \(reported) but no \(silence.source.words(language)), where \(expected) were to be expected from the other units."
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

    /// The records of the source as a whole of which something is a share.
    fileprivate var swedishDefinite: String {
        switch self {
        case .reports: "rapporterna"
        case .complaints: "klagomålen och synpunkterna"
        case .deviations: "avvikelserna"
        case .lexSarah: "rapporterna enligt lex Sarah"
        case .lexMaria: "anmälningarna enligt lex Maria"
        }
    }

    /// A number of records of the source.
    func words(_ count: Int, _ language: Language) -> String {
        guard count == 1 else { return "\(Wording.integer(count, language)) \(words(language))" }
        return switch self {
        case .reports: language("1 rapport", "1 report")
        case .complaints: language("1 klagomål eller synpunkt", "1 complaint or viewpoint")
        case .deviations: language("1 avvikelse", "1 deviation")
        case .lexSarah: language("1 rapport enligt lex Sarah", "1 report under lex Sarah")
        case .lexMaria: language("1 anmälan enligt lex Maria", "1 notification under lex Maria")
        }
    }
}
