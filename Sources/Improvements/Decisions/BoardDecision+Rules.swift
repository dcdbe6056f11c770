public import QualityCore

extension BoardDecision {
    /// What is required of every decision.
    public static var rules: [RecordRule<BoardDecision>] { contentRules + lastingRules }

    private static var contentRules: [RecordRule<BoardDecision>] {
        let words: [(String, String, String, @Sendable (Content) -> Stated<String>)] = [
            ("problem", "problemet som beslutet ska lösa krävs", "the problem to solve is required", { $0.problem }),
            ("basis", "underlaget krävs", "what it rests on is required", { $0.basis }),
            ("unknowns", "det som inte var känt krävs", "what was not known is required", { $0.unknowns }),
            ("proportionality", "proportionaliteten ska bedömas", "proportion must be judged", { $0.proportionality }),
            ("relevance", "relevansen ska bedömas", "relevance must be judged", { $0.relevance }),
            ("urgency", "angelägenheten ska bedömas", "urgency must be judged", { $0.urgency }),
            ("followUp", "hur beslutet följs upp krävs", "how it is followed up is required", { $0.followUp }),
        ]
        return [
            RecordRule(
                "D-DEC-1",
                "content.text",
                sv: "beslutets innehåll krävs",
                en: "what was decided is required",
                duty: .documentDecision,
                on: { $0.day }
            ) { $0.content.text.isBlank },
            RecordRule(
                "D-DEC-1",
                "content.deciders",
                sv: "vem som beslutat krävs",
                en: "who decided is required",
                duty: .documentDecision,
                on: { $0.day }
            ) { $0.content.deciders.value?.isEmpty == true },
            RecordRule(
                "D-DEC-1",
                "content.otherParticipants",
                sv: "den som beslutat har inte deltagit utan att besluta",
                en: "the one who decided did not take part without deciding",
                duty: .documentDecision,
                on: { $0.day }
            ) {
                !Set($0.content.deciders.value ?? []).isDisjoint(with: $0.content.otherParticipants.value ?? [])
            },
        ]
            + words.map { word in
                RecordRule("D-DEC-1", "content." + word.0, sv: word.1, en: word.2) { word.3($0.content).isBlank }
            }
    }

    private static var lastingRules: [RecordRule<BoardDecision>] {
        [
            RecordRule(
                "D-DEC-1",
                "delegation",
                sv: "ett delegationsbeslut har stöd i delegationsordningen och inget annat har det",
                en: "a delegated decision has an item of the delegation order and nothing else has"
            ) { ($0.level == .delegated) != ($0.delegation.map { !$0.isBlank } ?? false) },
            RecordRule(
                "D-DEC-1",
                "duration",
                sv: "sista dag eller översyn ska ligga efter beslutet",
                en: "the last day or the review must lie after the decision"
            ) { $0.duration.day <= $0.day },
            RecordRule(
                "D-DEC-1",
                "consequences",
                sv: "det ska framgå om konsekvenserna har övervägts",
                en: "it must be said whether consequences were considered"
            ) { $0.consequences.count < Area.allCases.count },
            RecordRule(
                "D-DEC-1",
                "consequences.reason",
                sv: "skälet till att konsekvenser inte övervägts krävs",
                en: "why consequences were not considered is required"
            ) {
                $0.consequences.values.contains { if case .no(let reason) = $0 { reason.isBlank } else { false } }
            },
            RecordRule(
                "D-DEC-1",
                "replaces",
                sv: "ett beslut varken ersätter eller upphäver sig självt",
                en: "a decision neither replaces nor ends itself"
            ) { $0.replaces.contains($0.id) || $0.ending?.decision == $0.id },
        ]
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: day,
            dueOn: phase == .inForce ? duration.day : nil,
            status: phase.rawValue,
            observations: [
                RecordFacts.Observation(codes: [.decisionLevel: [CategoryCode(rawValue: level.rawValue)]])
            ]
        )
    }

    /// The decisions that hold until further notice and are past their day of review.
    public static func pastReview(
        in decisions: some Sequence<BoardDecision>,
        asOf day: CalendarDate
    ) -> [BoardDecision] {
        outlived(decisions, asOf: day) { if case .untilFurtherNotice = $0 { true } else { false } }
    }

    /// The decisions past their last day that no new decision has ended or replaced.
    public static func pastLastDay(
        in decisions: some Sequence<BoardDecision>,
        asOf day: CalendarDate
    ) -> [BoardDecision] {
        outlived(decisions, asOf: day) { if case .until = $0 { true } else { false } }
    }

    private static func outlived(
        _ decisions: some Sequence<BoardDecision>,
        asOf day: CalendarDate,
        _ isMeant: (Duration) -> Bool
    ) -> [BoardDecision] {
        let made = decisions.filter { $0.day <= day }
        let replaced = Set(made.flatMap(\.replaces))
        return made.filter {
            $0.ending.map { day < $0.day } ?? true && !replaced.contains($0.id) && isMeant($0.duration)
                && $0.duration.day < day
        }
    }
}

extension CodeDimension {
    /// Who decides, and by what right (*beslutsnivå*).
    public static let decisionLevel = CodeDimension(rawValue: "decisionLevel")
}
