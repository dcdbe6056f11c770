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
        let count = Wording.integer(line.count, language)
        let start = language("\(name): \(count) rapporterade \(period)", "\(name): \(count) reported in \(period)")
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
        let rest = Double(contrast.earlier) / contrast.earlierExposure
        let measure = "\(Wording.integer(scale, language)) \(measure.name(language))"
        let rates =
            language == .swedish
            ? ", \(number(rate.estimate)) per \(measure) (\(Wording.percent(rate.interval.level, language)) intervall \(number(rate.interval.lower))–\(number(rate.interval.upper))) mot \(number(rest)) i övriga"
            : ", \(number(rate.estimate)) per \(measure) (\(Wording.percent(rate.interval.level, language)) interval \(number(rate.interval.lower))–\(number(rate.interval.upper))) against \(number(rest)) in the others"
        return start + rates + Self.verdict(line.verdict, language)
    }

    private static func verdict(_ verdict: Verdict, _ language: Language) -> String {
        switch verdict {
        case .reportsMore:
            language(
                ": fler rapporterade än slumpen förklarar. Det kan vara fler händelser eller bättre rapportering.",
                ": more reported than chance explains. It may be more events or better reporting."
            )
        case .silent:
            language(
                ": färre rapporterade än slumpen förklarar. Enheten är tyst; det är en fråga om rapporteringen och inget gott betyg.",
                ": fewer reported than chance explains. The unit is silent, which is a question about its reporting and no good mark."
            )
        case .asTheRest: language(": skillnaden kan vara slump.", ": the difference may be chance.")
        case .tooLittleData:
            language(
                ": enheten är för liten för att något ska kunna sägas.",
                ": the unit is too small for anything to be said."
            )
        case .missing: "."
        }
    }

    private func standing(of line: Line, _ names: AnalysisNames, _ language: Language) -> String? {
        guard line.verdict == .reportsMore || line.verdict == .silent else { return nil }
        return line.sensitivity.flatMap { $0.words(names, language) }
    }
}
