import Deviations
import QualityCore

/// Draws deviations: most of medication, falls and services, most of them closed, with gaps here and there.
struct DeviationSource {
    private var random: SeededGenerator
    /// Draws what was added later, so that the rest of a seed's sample stays as it was.
    private var details: SeededGenerator
    private let units: WeightedChoice<OrganisationUnitID>
    private let classification: Classification
    private let lastDay: CalendarDate
    private let filings: [FiledCategories]
    private var settled = Deck<DeviationPhase>([
        (.closed, 80), (.followedUp, 6), (.decided, 4), (.investigated, 3), (.reviewed, 2), (.reported, 2),
        (.cancelled, 3),
    ])
    private var fresh = Deck<DeviationPhase>([
        (.reported, 8), (.reviewed, 8), (.investigated, 6), (.decided, 6), (.followedUp, 4), (.closed, 7),
        (.cancelled, 1),
    ])

    init(
        random: SeededGenerator,
        units: WeightedChoice<OrganisationUnitID>,
        classification: Classification,
        lastDay: CalendarDate
    ) {
        self.random = random
        details = random.branch(1)
        self.units = units
        self.classification = classification
        self.lastDay = lastDay
        var filings: [FiledCategories] = []
        for version in classification.versions {
            filings.append(FiledCategories(version, &self.random))
        }
        self.filings = filings
    }

    mutating func draw(
        _ count: Int,
        on days: SeasonalDays,
        planted: inout [RecordReference: String]
    ) throws(RuleViolation) -> [Deviation] {
        var numbering = Numbering<Deviation>(source: "avv", prefix: "AVV")
        var deviations: [Deviation] = []
        deviations.reserveCapacity(count)
        for day in days.draw(count, &random) {
            let (deviation, number) = try draw(numbering.next(in: day.year), on: day)
            if let number { planted[deviation.reference] = number }
            deviations.append(deviation)
        }
        return deviations
    }

    private mutating func draw(
        _ id: RecordID<Deviation>,
        on day: CalendarDate
    ) throws(RuleViolation) -> (Deviation, String?) {
        let discovered = day.later(by: delay(sameDayPercent: 82, most: 6))
        let reported = discovered.later(by: delay(sameDayPercent: 68, most: 9))
        let number = random.happens(percent: 1) ? SampleIdentityNumber.draw(&random) : nil
        let phase = reported.days(to: lastDay) > 90 ? settled.deal(&random) : fresh.deal(&random)
        let category = filing(on: day).draw(&random)
        let deviation = try Deviation(
            id: id,
            unit: units.draw(&random),
            occurred: occurrence(on: day, discovered: discovered),
            discovered: random.happens(percent: 94) ? discovered : nil,
            reported: reported,
            legalBases: legalBases(),
            category: category,
            account: account(of: category.value, number: number),
            immediateAction: immediateAction(),
            risk: risk(),
            phase: phase,
            place: details.happens(percent: 96)
                ? .value(details.pick(SampleTexts.places)) : .notStated(source: SampleTexts.oldSystem),
            concerned: concerned(),
            reporter: reporter()
        )
        return (deviation, number)
    }

    private func filing(on day: CalendarDate) -> FiledCategories {
        let version = classification.version(on: day)
        return filings[classification.versions.firstIndex { $0.id == version.id } ?? 0]
    }

    private mutating func delay(sameDayPercent: Int, most: Int) -> Int {
        random.happens(percent: sameDayPercent) ? 0 : random.draw(1...most)
    }

    private mutating func occurrence(on day: CalendarDate, discovered: CalendarDate) -> OccurrenceTime {
        switch random.draw(below: 100) {
        case 0..<70:
            TimeOfDay(hour: random.draw(0...23), minute: random.draw(0...59)).map { .moment(day, $0) } ?? .day(day)
        case 70..<92: .day(day)
        case 92..<95: .period(from: day, through: discovered)
        case 95..<97: .period(from: day, through: nil)
        default: .unknown
        }
    }

    private mutating func legalBases() -> Stated<[LegalBasis]> {
        switch random.draw(below: 100) {
        case 0..<52: .value([.sol])
        case 52..<80: .value([.hsl])
        case 80..<92: .value([.lss])
        case 92..<98: .value([.hsl, .sol])
        default: .notStated(source: SampleTexts.oldSystem)
        }
    }

    private mutating func account(of category: CategoryCode?, number: String?) -> Stated<String> {
        if let number {
            return .value("\(SampleTexts.account(of: category, &random)) Gäller \(number).")
        }
        if random.happens(percent: 1) { return .notStated(source: SampleTexts.oldSystem) }
        return .value(SampleTexts.account(of: category, &random))
    }

    private mutating func immediateAction() -> Stated<ImmediateAction> {
        switch random.draw(below: 100) {
        case 0..<64: .value(.taken(random.pick(SampleTexts.immediateActions)))
        case 64..<97: .value(.nothing)
        default: .notStated(source: SampleTexts.oldSystem)
        }
    }

    private mutating func concerned() -> Stated<[ConcernedParty]> {
        let person = ConcernedParty.person(PersonReference(rawValue: "person-\(details.draw(1...400))"), .affected)
        return switch details.draw(below: 100) {
        case 0..<80: .value([person])
        case 80..<86: .value([person, .person("person-0", .otherParty)])
        case 86..<92: .value([.group])
        case 92..<97: .value([.operation])
        default: .notStated(source: SampleTexts.oldSystem)
        }
    }

    private mutating func reporter() -> Stated<DeviationReporter> {
        let staff = PersonReference(rawValue: "staff-\(details.draw(1...150))")
        return switch details.draw(below: 100) {
        case 0..<90: .value(.named(staff))
        case 90..<97: .value(.anonymous)
        default: .notStated(source: SampleTexts.oldSystem)
        }
    }

    private mutating func risk() -> RiskEstimate? {
        let severity = min(random.draw(1...4), random.draw(1...4))
        let probability = random.draw(1...4)
        return switch random.draw(below: 100) {
        case 0..<10: nil
        case 10..<12: RiskEstimate(severity: severity, probability: nil)
        case 12..<14: RiskEstimate(severity: nil, probability: probability)
        default: RiskEstimate(severity: severity, probability: probability)
        }
    }
}
