import QualityCore
import QualityStatistics

extension UnitComparison {
    /// What the comparison says of each unit, in the order of ``lines``.
    ///
    /// - Parameters:
    ///   - names: what units are called.
    ///   - scale: the exposure that rates are written per, above 0, such as 1,000 bed-days.
    public func sentences(_ names: AnalysisNames, per scale: Int = 1_000) -> [FindingSentence] {
        lines.map { line in
            FindingSentence(
                subject: .unit(line.unit),
                claim: Self.claim(line.verdict),
                text: Wording.both { language in
                    ([words(of: line, names, scale, language)]
                        + [standing(of: line, names, language)].compactMap(\.self)).joined(separator: " ")
                }
            )
        }
    }

    private static func claim(_ verdict: Verdict) -> FindingSentence.Claim {
        switch verdict {
        case .reportsMore, .silent: .difference
        case .asTheRest: .noDifference
        case .tooLittleData, .missing: .refusal
        }
    }

    private func words(of line: Line, _ names: AnalysisNames, _ scale: Int, _ language: Language) -> String {
        let name = names.name(of: line.unit)(language)
        let start = "\(name): \(Wording.reported(line.count, language)) \(Wording.during(period, language))"
        guard let rate = line.rate, let contrast = line.contrast else {
            let isClosed = line.verdict == .missing(.notOpen)
            return start
                + (isClosed
                    ? language(". Enheten var inte öppen.", ". The unit was not open.")
                    : language(
                        ". Exponeringen är inte känd, så enheten jämförs inte.",
                        ". The exposure is not known, so the unit is not compared."
                    ))
        }
        let per = Double(scale)
        let number = { (value: Double) in Wording.decimal(value * per, digits: 1, language) }
        let rest = number(Double(contrast.earlier) / contrast.earlierExposure)
        let measure = "\(Wording.integer(scale, language)) \(measure.name(language))"
        let level = Wording.level(rate.interval.level, language)
        let limits = "\(number(rate.interval.lower))–\(number(rate.interval.upper))"
        let rates = language(
            ", \(number(rate.estimate)) per \(measure) (\(level) konfidensintervall \(limits)) mot \(rest) i övriga enheter. ",
            ", \(number(rate.estimate)) per \(measure) (\(level) confidence interval \(limits)) against \(rest) in the other units. "
        )
        return start + rates + Self.verdict(of: line, language)
    }

    private static func verdict(of line: Line, _ language: Language) -> String {
        switch line.verdict {
        case .reportsMore:
            language(
                "Det är fler än vad slumpen förklarar, och kan bero på fler händelser eller bättre rapportering.",
                "That is more than chance explains, and may be more events or better reporting."
            )
        case .silent:
            line.count == 0
                ? language(
                    "Enheten är tyst i högre grad än vad slumpen förklarar; det är en fråga om rapporteringen och inget gott betyg.",
                    "The unit is silent beyond what chance explains, which is a question about its reporting and no good mark."
                )
                : language(
                    "Det är färre än vad slumpen förklarar. Enheten är förhållandevis tyst; det är en fråga om rapporteringen och inget gott betyg.",
                    "That is fewer than chance explains. The unit is comparatively silent, which is a question about its reporting and no good mark."
                )
        case .asTheRest: language("Skillnaden kan bero på slumpen.", "The difference may be due to chance.")
        case .tooLittleData:
            language(
                "Enheten är för liten för att något ska kunna sägas.",
                "The unit is too small for anything to be said."
            )
        case .missing: ""
        }
    }

    private func standing(of line: Line, _ names: AnalysisNames, _ language: Language) -> String? {
        switch line.verdict {
        case .reportsMore, .silent, .asTheRest:
            line.sensitivity?.words(of: .unit(line.unit), names, language)
        case .tooLittleData, .missing: nil
        }
    }
}
