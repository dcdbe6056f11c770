import Complaints
import QualityCore

/// Draws submissions: one to four viewpoints each, most of them answered within some weeks.
struct ComplaintSource {
    private var random: SeededGenerator
    /// Draws what was added later, so that the rest of a seed's sample stays as it was.
    private var details: SeededGenerator
    private let units: WeightedChoice<OrganisationUnitID>
    private let filing: FiledCategories
    private let kinds = WeightedChoice<ViewpointKind>([
        (.dissatisfaction, 66), (.suggestion, 14), (.praise, 13), (.question, 7),
    ])
    private let numbersOfViewpoints = WeightedChoice([(1, 62), (2, 24), (3, 10), (4, 4)])

    init(random: SeededGenerator, units: WeightedChoice<OrganisationUnitID>, classification: Classification) {
        self.random = random
        details = random.branch(1)
        self.units = units
        filing = FiledCategories(classification.versions[0], &self.random)
    }

    mutating func draw(_ count: Int, on days: SeasonalDays) throws(RuleViolation) -> [Complaint] {
        var numbering = Numbering<Complaint>(source: "syn", prefix: "SN")
        var complaints: [Complaint] = []
        complaints.reserveCapacity(count)
        for day in days.draw(count, &random) {
            let id = numbering.next(in: day.year)
            let unit = units.draw(&random)
            let (channel, sender, viewpoints, answered) = (channel(), sender(), viewpoints(), answer(to: day))
            complaints.append(
                try Complaint(
                    id: id,
                    unit: unit,
                    received: day,
                    channel: channel,
                    sender: sender,
                    viewpoints: viewpoints,
                    answered: answered,
                    receipt: receipt(isAnswered: answered != nil),
                    policy: .standard
                )
            )
        }
        return complaints
    }

    private mutating func receipt(isAnswered: Bool) -> Complaint.Receipt {
        // Only who can be reached has been answered.
        let isAnonymous = !isAnswered && details.happens(percent: 30)
        return Complaint.Receipt(
            receivedBy: .value(PersonReference(rawValue: "staff-\(details.draw(1...150))")),
            sender: .value(details.pick([.recipient, .relative, .relative, .association, .other])),
            contact: .value(isAnonymous ? .anonymous : .reachable("avsändare \(details.draw(1...400))")),
            wish: .value(isAnswered || details.happens(percent: 80) ? .wanted : .notWanted),
            words: details.happens(percent: 97)
                ? .value(details.pick(SampleTexts.words)) : .notStated(source: SampleTexts.oldSystem),
            subject: .value(.operation),
            legalBases: .value([details.pick([.sol, .sol, .lss, .hsl])]),
            concerns: .value([])
        )
    }

    private mutating func channel() -> Stated<SubmissionChannel> {
        switch random.draw(below: 100) {
        case 0..<35: .value(.deviationSystem)
        case 35..<98:
            .value(SubmissionChannel(rawValue: random.pick(["eService", "email", "letter", "telephone", "visit"])))
        default: .notStated(source: SampleTexts.oldSystem)
        }
    }

    private mutating func sender() -> Stated<String> {
        random.happens(percent: 3)
            ? .notStated(source: SampleTexts.oldSystem) : .value(random.pick(SampleTexts.senders))
    }

    private mutating func viewpoints() -> [Viewpoint] {
        var viewpoints: [Viewpoint] = []
        for _ in 0..<numbersOfViewpoints.draw(&random) {
            viewpoints.append(Viewpoint(kind: kinds.draw(&random), category: filing.draw(&random)))
        }
        return viewpoints
    }

    private mutating func answer(to received: CalendarDate) -> CalendarDate? {
        switch random.draw(below: 100) {
        case 0..<12: nil
        case 12..<85: received.later(by: random.draw(0...14))
        default: received.later(by: random.draw(15...70))
        }
    }
}
