import QualityCore
import QualityStatistics

extension PeriodComparison {
    /// What headings that versions sort differently do to a category; `nil` where there are none.
    func moves(of line: Line, _ names: AnalysisNames) -> FindingSentence? {
        guard let recoding = line.recoding, recoding.finding != .none else { return nil }
        let text = Wording.both { language in
            let name = names.name(of: line.subject)(language)
            let headings = recoding.moves.map { words(of: $0, line.subject, names, language) }
            let readings = recoding.readings.compactMap { reading in
                reading.version.map { words(of: reading, $0, language) }
            }
            let finding: String =
                switch recoding.finding {
                case .none: ""
                case .verdictHolds:
                    language(
                        "slutsatsen är densamma enligt varje indelning",
                        "the conclusion is the same by each version"
                    )
                case .recodingOnly:
                    language("förändringen är bara omkodning", "the change is mere recoding")
                case .verdictDepends:
                    language("slutsatsen beror på indelningen", "the conclusion depends on the version")
                }
            return (headings + ["\(name): \(Wording.list(readings, language)); \(finding)."]).joined(separator: " ")
        }
        return FindingSentence(subject: line.subject, claim: .caution, text: text)
    }

    private func words(
        of move: Recoding.Move,
        _ subject: AnalysisSubject,
        _ names: AnalysisNames,
        _ language: Language
    ) -> String {
        let heading = Wording.quoted(names.name(of: move.heading)(language), language)
        let (from, to) = (names.name(of: move.from)(language), names.name(of: move.to)(language))
        let counts =
            "\(Wording.reported(move.later, language)) "
            + "\(Wording.during(later, language))\(language(" och ", " and "))"
            + "\(Wording.integer(move.earlier, language)) \(Wording.during(earlier, language))"
        return subject == .category(move.to)
            ? language(
                "Till \(to) hör enligt indelningen \(move.version) även rubriken \(heading), som är förd till \(from) (\(counts)).",
                "To \(to) belongs, by version \(move.version), also the heading \(heading), which is filed under \(from) (\(counts))."
            )
            : language(
                "Rubriken \(heading) är förd till \(from) men hör enligt indelningen \(move.version) till \(to) (\(counts)).",
                "The heading \(heading) is filed under \(from) but belongs to \(to) by version \(move.version) (\(counts))."
            )
    }

    private func words(
        of reading: Recoding.Reading,
        _ version: ClassificationVersion.ID,
        _ language: Language
    ) -> String {
        let (later, earlier) = (Wording.integer(reading.later, language), Wording.integer(reading.earlier, language))
        let verdict =
            switch reading.verdict {
            case .higher: language("visad ökning", "a rise shown")
            case .lower: language("visad minskning", "a fall shown")
            case .withinChance, .notComparable: language("ingen skillnad visad", "no difference shown")
            case .tooLittleData: language("för få händelser", "too few events")
            }
        return language(
            "\(later) mot \(earlier) enligt indelningen \(version) (\(verdict))",
            "\(later) against \(earlier) by version \(version) (\(verdict))"
        )
    }

    /// How the shares of the categories shifted; `nil` where that was not looked at.
    var mixSentence: FindingSentence? {
        guard let mix else { return nil }
        let isShown = mix.pValue <= falseDiscoveryRate
        let strength = mix.association.cramersV
        let text = Wording.both { language in
            let weight =
                strength < 0.1
                ? language("svagt", "weak")
                : strength < 0.3 ? language("måttligt", "moderate") : language("starkt", "strong")
            let numbers =
                "χ²: \(Wording.pValue(mix.pValue, language)), "
                + "\(language("Cramérs V", "Cramér's V")) \(Wording.decimal(strength, digits: 2, language))"
            let small = mix.test.expectedBelowFive
            let note =
                small == 0
                ? ""
                : language(
                    " \(small) av antalen har ett väntevärde under 5, så p-värdet är osäkert.",
                    " \(small) of the counts \(small == 1 ? "has" : "have") an expected value below 5, so the p-value is unreliable."
                )
            return isShown
                ? language(
                    "Fördelningen mellan kategorierna skiljer sig mellan perioderna mer än vad slumpen förklarar, men sambandet är \(weight) (\(numbers)).",
                    "The shares of the categories differ between the periods more than chance explains, but the association is \(weight) (\(numbers))."
                ) + note
                : language(
                    "Ingen skillnad mellan perioderna är visad i fördelningen mellan kategorierna (\(numbers)).",
                    "No difference between the periods is shown in the shares of the categories (\(numbers))."
                ) + note
        }
        return FindingSentence(subject: .whole, claim: isShown ? .difference : .noDifference, text: text)
    }

    /// A sentence for each unit that stopped reporting.
    func silentSentences(_ names: AnalysisNames) -> [FindingSentence] {
        fellSilent.keys.sorted { $0.rawValue < $1.rawValue }.map { unit in
            let text = Wording.both { language in
                let name = names.name(of: unit)(language)
                let count = Wording.integer(fellSilent[unit] ?? 0, language)
                let (before, now) = (Wording.during(earlier, language), Wording.during(later, language))
                return language(
                    "\(name): \(count) rapporterade \(before) och ingen \(now). Enheten har tystnat; det är en fråga om rapporteringen och inget gott betyg.",
                    "\(name): \(count) reported \(before) and none \(now). The unit has fallen silent, which is a question about its reporting and no good mark."
                )
            }
            return FindingSentence(subject: .unit(unit), claim: .caution, text: text)
        }
    }

    /// How the comparison is to be read: what a fall and a rise do not say, exposure, and how many were made.
    var cautions: [FindingSentence] {
        var texts: [LocalizedText] = []
        if lines.contains(where: { $0.verdict == .lower }) {
            texts.append(
                LocalizedText(
                    sv:
                        "Färre rapporterade är inte i sig en förbättring: det kan bero på färre händelser, färre rapporter eller en annan sortering.",
                    en:
                        "Fewer reported is no improvement by itself: it may be fewer events, fewer reports or other sorting."
                )
            )
        }
        if lines.contains(where: { $0.verdict == .higher }) {
            texts.append(
                LocalizedText(
                    sv:
                        "Fler rapporterade är inte i sig en försämring: det kan bero på fler händelser, bättre rapportering eller en annan sortering.",
                    en:
                        "More reported is no deterioration by itself: it may be more events, better reporting or other sorting."
                )
            )
        }
        if let recordedMonths {
            texts.append(
                Wording.both { language in
                    let days = Wording.range(recordedMonths, .month, language)
                    return language(
                        "Posterna ligger i \(days), och en period sträcker sig utanför: om rapporter saknas där är antalet för lågt.",
                        "The records lie in \(days), and a period reaches beyond: if reports are missing there the count is too low."
                    )
                }
            )
        }
        if mayGrow {
            texts.append(
                LocalizedText(
                    sv: "Rapporter om den senare perioden kan fortfarande komma in, så antalen kan öka.",
                    en: "Reports of the later period may still come, so the counts may rise."
                )
            )
        }
        switch basis {
        case .counts, .days:
            texts.append(
                LocalizedText(
                    sv:
                        "Verksamhetens omfattning är inte känd: jämförelsen förutsätter att den var densamma i båda perioderna.",
                    en:
                        "How much service was given is not known: the comparison takes it to be the same in both periods."
                )
            )
        case .exposure: break
        }
        texts.append(
            Wording.both { language in
                let (count, rate) = (
                    Wording.integer(comparisons, language), Wording.level(falseDiscoveryRate, language)
                )
                return language(
                    "Antal jämförelser: \(count). Av de skillnader som visas väntas högst \(rate) bero på slumpen.",
                    "Comparisons made: \(count). Of the differences shown at most \(rate) are expected to be due to chance."
                )
            }
        )
        return texts.map { FindingSentence(subject: .whole, claim: .caution, text: $0) }
    }
}
