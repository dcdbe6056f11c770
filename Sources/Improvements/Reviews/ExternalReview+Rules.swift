public import QualityCore

extension ExternalReview {
    /// What is required of every external review.
    public static var rules: [RecordRule<ExternalReview>] {
        [
            RecordRule("D-EXT-1", "authority", sv: "granskaren krävs", en: "the reviewer is required") {
                $0.authority.isBlank
            },
            RecordRule("D-EXT-1", "number", sv: "granskningens nummer krävs", en: "the number is required") {
                $0.number.isBlank
            },
            RecordRule(
                "D-EXT-1",
                "outcome",
                sv: "varje dom har en utgång och inget annat har det",
                en: "every judgment has an outcome and nothing else has"
            ) { ($0.sort == .judgment) != ($0.outcome != nil) },
            RecordRule("D-EXT-1", "findings", sv: "iakttagelsen ska beskrivas", en: "the finding must be told") {
                $0.findings.contains { $0.isBlank }
            },
            RecordRule("D-EXT-1", "demands.text", sv: "kravet ska beskrivas", en: "the demand must be told") {
                $0.demands.contains { $0.text.isBlank }
            },
            RecordRule(
                "D-EXT-1",
                "demands.answer.measures",
                sv: "svaret ska ha en åtgärd eller ett skäl",
                en: "the answer needs a measure or a reason"
            ) { review in
                review.demands.compactMap(\.answer).contains {
                    $0.measures.isEmpty && $0.reasonForNone?.isBlank ?? true
                }
            },
            RecordRule(
                "D-EXT-1",
                "demands.answer",
                sv: "alla krav ska besvaras före avslut",
                en: "every demand is answered before closing"
            ) { $0.closed != nil && $0.demands.contains { $0.answer == nil } },
            RecordRule(
                "D-EXT-1",
                "outcome.pending",
                sv: "en dom avslutas när utgången är känd",
                en: "a judgment is closed when its outcome is known"
            ) { $0.closed != nil && $0.outcome == .pending },
        ]
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            reported: received,
            dueOn: closed == nil ? demands.filter { $0.answer == nil }.map(\.due).min() : nil,
            status: phase.rawValue,
            observations: [
                RecordFacts.Observation(codes: [
                    .reviewSort: [CategoryCode(rawValue: sort.rawValue)],
                    .judgmentOutcome: outcome.map { [CategoryCode(rawValue: $0.rawValue)] } ?? [],
                ])
            ]
        )
    }

    /// The number of judgments received in a period by outcome; their sum is the number received.
    public static func judgments(
        in reviews: some Sequence<ExternalReview>,
        received period: CalendarPeriod
    ) -> [JudgmentOutcome: Int] {
        var counts = Dictionary(uniqueKeysWithValues: JudgmentOutcome.allCases.map { ($0, 0) })
        for review in reviews where review.sort == .judgment && period.contains(review.received) {
            counts[review.outcome ?? .pending, default: 0] += 1
        }
        return counts
    }

    /// The open reviews with a demand that was not answered by its last day.
    public static func unanswered(
        in reviews: some Sequence<ExternalReview>,
        asOf day: CalendarDate
    ) -> [ExternalReview] {
        reviews.filter { review in
            review.demands.contains { $0.due < day && $0.answer.map { day < $0.by.day } ?? true }
        }
    }
}

extension CodeDimension {
    /// The sort of an external review (*slag av granskning*).
    public static let reviewSort = CodeDimension(rawValue: "reviewSort")
    /// Whose way a judgment went (*utgång*).
    public static let judgmentOutcome = CodeDimension(rawValue: "judgmentOutcome")
}
