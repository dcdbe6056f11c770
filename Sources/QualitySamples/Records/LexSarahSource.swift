import LexSarah
import QualityCore

/// Draws Lex Sarah cases: one to three categories each, all degrees, some under investigation or not yet decided.
struct LexSarahSource {
    private enum Stage {
        case received
        case investigated
        case decided(MisconductDegree)
    }

    private var random: SeededGenerator
    /// Draws what was added later, so that the rest of a seed's sample stays as it was.
    private var details: SeededGenerator
    private let units: WeightedChoice<OrganisationUnitID>
    private let filing: FiledCategories
    private var stages = Deck<Stage>([
        (.decided(.noMisconduct), 9), (.decided(.tangibleRisk), 6), (.decided(.misconduct), 14),
        (.decided(.tangibleRiskOfSerious), 2), (.decided(.serious), 5), (.investigated, 1), (.received, 3),
    ])

    init(random: SeededGenerator, units: WeightedChoice<OrganisationUnitID>, classification: Classification) {
        self.random = random
        details = random.branch(1)
        self.units = units
        filing = FiledCategories(classification.versions[0], &self.random)
    }

    mutating func draw(
        _ count: Int,
        on days: SeasonalDays,
        planted: inout [RecordReference: String]
    ) throws(RuleViolation) -> [LexSarahCase] {
        var numbering = Numbering<LexSarahCase>(source: "ls", prefix: "LS")
        var cases: [LexSarahCase] = []
        cases.reserveCapacity(count)
        for day in days.draw(count, &random) {
            let (found, number) = try draw(numbering.next(in: day.year), on: day)
            if let number { planted[found.reference] = number }
            cases.append(found)
        }
        return cases
    }

    private mutating func draw(
        _ id: RecordID<LexSarahCase>,
        on day: CalendarDate
    ) throws(RuleViolation) -> (LexSarahCase, String?) {
        let stage = stages.deal(&random)
        let ended: CalendarDate? = if case .received = stage { nil } else { day.later(by: random.draw(3...75)) }
        var decision: MisconductDecision?
        var notified: CalendarDate?
        var number: String?
        if case .decided(let degree) = stage {
            number = random.happens(percent: 4) ? SampleIdentityNumber.draw(&random) : nil
            decision = MisconductDecision(degree: degree, motivation: motivation(of: degree, number: number))
            notified = degree.requiresNotification ? day.later(by: random.draw(0...60)) : nil
        } else if random.happens(percent: 15) {
            notified = day.later(by: random.draw(0...3))
        }
        let found = try LexSarahCase(
            id: id,
            unit: units.draw(&random),
            reported: day,
            categories: categories(),
            investigationEnded: ended,
            decision: decision,
            notified: notified,
            occurred: details.happens(percent: 85) ? .day(day) : .unknown,
            legalBases: legalBases(),
            operatedBy: details.happens(percent: 97) ? .value(.board) : .notStated(source: SampleTexts.oldSystem)
        )
        return (found, number)
    }

    private mutating func legalBases() -> Stated<[LegalBasis]> {
        switch details.draw(below: 100) {
        case 0..<75: .value([.sol])
        case 75..<95: .value([.lss])
        case 95..<98: .value([.sol, .lss])
        default: .notStated(source: SampleTexts.oldSystem)
        }
    }

    private mutating func categories() -> [CategoryCode] {
        var codes = [filing.draw(&random).value ?? filing.listed(&random)]
        while codes.count < 3, random.happens(percent: 28) {
            codes.append(filing.listed(&random))
        }
        return codes
    }

    private mutating func motivation(of degree: MisconductDegree, number: String?) -> Stated<String> {
        let text = SampleTexts.motivation(of: degree, &random)
        if let number { return .value("\(text) Berör \(number).") }
        return random.happens(percent: 5) ? .notStated(source: SampleTexts.oldSystem) : .value(text)
    }
}
