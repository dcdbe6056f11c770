public import QualityCore

extension SelfCheck {
    /// What is required of every self-check.
    public static var rules: [RecordRule<SelfCheck>] {
        [
            RecordRule(
                "D-SLF-1",
                field: "sortDetail",
                duty: .selfCheck,
                message: LocalizedText(
                    sv: "ett eget slag av egenkontroll ska beskrivas",
                    en: "a kind of one's own must be told in words"
                ),
                selectedBy: \.begun
            ) { check, _ in check.sort.isUnexplained(by: check.sortDetail) },
            RecordRule(
                "D-SLF-3",
                field: "answers",
                message: LocalizedText(
                    sv: "varje fråga ska ha ett svar, om så ej bedömt",
                    en: "each question must have an answer, be it not assessed"
                )
            ) { check, _ in check.phase == .closed && !check.unanswered.isEmpty },
            RecordRule(
                "D-SLF-3",
                field: "answers.reason",
                message: LocalizedText(sv: "ej bedömt ska ha ett skäl", en: "not assessed must have a reason")
            ) { check, _ in
                check.answers.value?.entries.contains {
                    if case .notAssessed(let reason) = $0.answer { reason.isBlank } else { false }
                } == true
            },
            RecordRule(
                "D-SLF-2",
                field: "outcomes",
                duty: .selfCheck,
                message: LocalizedText(
                    sv: "en brist ska bli avvikelse, åtgärd eller accepteras med skäl",
                    en: "what is not met must become a deviation or measure, or be accepted with reason"
                ),
                selectedBy: \.begun
            ) { check, _ in check.phase == .closed && check.failedQuestions.contains { check.outcomes[$0] == nil } },
            RecordRule(
                "D-SLF-2",
                field: "outcomes.reason",
                message: LocalizedText(
                    sv: "att acceptera en brist kräver skäl",
                    en: "accepting what is not met takes a reason"
                )
            ) { check, _ in check.outcomes.values.contains { $0.value?.lacksReason == true } },
            RecordRule(
                "D-SLF-2",
                field: "conclusion",
                duty: .selfCheck,
                message: LocalizedText(sv: "en slutsats krävs", en: "a conclusion is required"),
                selectedBy: \.begun
            ) { check, _ in check.phase == .closed && check.conclusion.map(\.isBlank) ?? true },
            RecordRule(
                "D-SLF-9",
                field: "outcomes",
                message: LocalizedText(
                    sv: "bara en brist kan bli avvikelse, åtgärd eller accepteras",
                    en: "only what is not met can become a deviation or measure, or be accepted"
                )
            ) { check, _ in
                check.answers.value != nil && !Set(check.outcomes.keys).isSubset(of: check.failedQuestions)
            },
            RecordRule(
                "D-SLF-9",
                field: "outcomes.record",
                message: LocalizedText(
                    sv: "posten är av ett annat slag än utfallet",
                    en: "the record is of another kind than the outcome"
                )
            ) { check, _ in check.outcomes.values.contains { $0.value?.pointsAtAnotherKind == true } },
            RecordRule(
                "D-SLF-10",
                field: "reviewedPeriod",
                duty: .reviewAccessLogs,
                message: LocalizedText(
                    sv: "loggkontrollens period ska anges",
                    en: "the period of the log review must be stated"
                ),
                selectedBy: \.begun
            ) { check, _ in
                check.sort == .accessLogReview && check.phase == .closed && check.reviewedPeriod == nil
            },
            RecordRule(
                "D-SLF-10",
                field: "reviewedPeriod.last",
                duty: .reviewAccessLogs,
                message: LocalizedText(
                    sv: "loggar kan granskas först när perioden är slut",
                    en: "logs can be reviewed only once the period has ended"
                ),
                selectedBy: \.begun
            ) { check, _ in
                guard check.sort == .accessLogReview, check.phase == .closed else { return false }
                guard let end = check.reviewedPeriod?.value?.last, let closed = check.closings.last else {
                    return false
                }
                return end > closed.closed.day
            },
        ]
    }

    /// The questions without an answer, each with the number of items that lack one; none where a source held none.
    public var unanswered: [QuestionCode: Int] {
        guard let answers = answers.value else { return [:] }
        let items = extent.items
        var missing: [QuestionCode: Int] = [:]
        for question in version.questions {
            let count = items.count { answers[question.code, $0] == nil }
            if count > 0 { missing[question.code] = count }
        }
        return missing
    }

    /// The questions that are not met about some item, or only in part.
    public var failedQuestions: Set<QuestionCode> {
        Set(answers.value?.entries.filter(\.answer.isFailure).map(\.question) ?? [])
    }

    /// The answers counted; `nil` where the source held none.
    public var result: SelfCheckResult? {
        answers.value.map { SelfCheckResult(of: $0, to: version, extent: extent) }
    }

    /// A question of the check, for a deviation or measure to name as where it comes from; `nil` if it did not fail.
    public func source(of question: QuestionCode) -> QuestionReference? {
        failedQuestions.contains(question) ? QuestionReference(check: reference, question: question) : nil
    }

    /// Unit, days, status and codes of the record; nothing is counted of a cancelled check.
    public var facts: RecordFacts {
        var codes: [CodeDimension: [CategoryCode]] = [.category: [CategoryCode(rawValue: sort.rawValue)]]
        if phase == .closed, let verdict = result?.verdict {
            codes[.selfCheckVerdict] = [CategoryCode(rawValue: verdict.rawValue)]
        }
        return RecordFacts(
            unit: unit,
            occurred: begun,
            reported: doneOn,
            dueOn: phase == .open ? occasion?.expected : nil,
            status: phase.rawValue,
            observations: phase == .cancelled ? [] : [RecordFacts.Observation(codes: codes)]
        )
    }
}

extension CodeDimension {
    /// How a self-check came out by the lines of its template (*utfall*).
    public static let selfCheckVerdict = CodeDimension(rawValue: "selfCheckVerdict")
}
