import QualityCore
import QualityStatistics

extension PeriodComparison {
    /// What headings that versions sort differently do to a category; `nil` where there are none.
    func moves(of line: Line, _ names: AnalysisNames) -> FindingSentence? {
        guard let recoding = line.recoding, recoding.finding != .none else { return nil }
        let text = Wording.both { language in
            let name = names.name(of: line.subject)(language)
            let headings = recoding.moves.map { move in
                let heading = names.name(of: move.heading)(language)
                let (from, to) = (names.name(of: move.from)(language), names.name(of: move.to)(language))
                let (later, earlier) = (
                    Wording.integer(move.later, language), Wording.integer(move.earlier, language)
                )
                return language == .swedish
                    ? "Rubriken \(heading) (\(later) rapporterade \(self.later), \(earlier) \(self.earlier)) är förd till \(from) men hör enligt indelning \(move.version) till \(to)."
                    : "The heading \(heading) (\(later) reported in \(self.later), \(earlier) in \(self.earlier)) is filed under \(from) but belongs to \(to) by version \(move.version)."
            }
            let readings = recoding.readings.filter { $0.version != nil }.map { reading in
                let version = reading.version ?? ""
                let (later, earlier) = (
                    Wording.integer(reading.later, language), Wording.integer(reading.earlier, language)
                )
                return language(
                    "\(later) mot \(earlier) enligt \(version)",
                    "\(later) against \(earlier) by \(version)"
                )
            }
            let finding: String =
                switch recoding.finding {
                case .none: ""
                case .verdictHolds:
                    language(
                        "slutsatsen är densamma under varje indelning",
                        "the conclusion is the same under each version"
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

    /// How the shares of the categories shifted; `nil` where that was not looked at.
    var mixSentence: FindingSentence? {
        guard let mix else { return nil }
        let isShown = mix.test.pValue <= falseDiscoveryRate
        let strength = mix.association.cramersV
        let text = Wording.both { language in
            let weight =
                strength < 0.1
                ? language("svagt", "weak")
                : strength < 0.3 ? language("måttligt", "moderate") : language("starkt", "strong")
            let numbers =
                "χ²: \(Wording.pValue(mix.test.pValue, language)), "
                + "\(language("Cramérs V", "Cramér's V")) \(Wording.decimal(strength, digits: 2, language))"
            let small = mix.test.expectedBelowFive
            let note =
                small == 0
                ? ""
                : language(
                    " \(small) celler har ett väntevärde under 5.",
                    " \(small) cells have an expected count below 5."
                )
            return isShown
                ? language(
                    "Fördelningen mellan kategorierna skiljer sig mer än slumpen förklarar, men sambandet är \(weight) (\(numbers)).",
                    "The shares of the categories differ more than chance explains, and the association is \(weight) (\(numbers))."
                ) + note
                : language(
                    "Ingen skillnad i fördelningen mellan kategorierna är visad (\(numbers)).",
                    "No difference in the shares of the categories is shown (\(numbers))."
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
                return language(
                    "\(name): \(count) rapporterade \(earlier) och ingen \(later). Enheten är tyst; det är en fråga om rapporteringen och inget gott betyg.",
                    "\(name): \(count) reported in \(earlier) and none in \(later). The unit is silent, which is a question about its reporting and no good mark."
                )
            }
            return FindingSentence(subject: .unit(unit), claim: .caution, text: text)
        }
    }

    /// That fewer reports are no improvement by themselves; `nil` where nothing fell.
    var caution: FindingSentence? {
        guard lines.contains(where: { $0.verdict == .lower }) else { return nil }
        return FindingSentence(
            subject: .whole,
            claim: .caution,
            text: LocalizedText(
                sv:
                    "Ett lägre antal rapporterade är inte i sig en förbättring: det kan vara färre händelser, färre rapporter eller annan sortering.",
                en:
                    "A lower number reported is no improvement by itself: it may be fewer events, fewer reports or other sorting."
            )
        )
    }
}
