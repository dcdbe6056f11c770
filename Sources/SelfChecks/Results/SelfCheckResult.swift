/// The answers of one check, counted, with all that its share does not tell (*resultat av egenkontroll*).
public struct SelfCheckResult: Hashable, Sendable {
    /// The version of the template that asked.
    public let version: SelfCheckTemplate.Name
    /// The answers by question.
    public let questions: [QuestionCode: AnswerTally]
    /// All answers together.
    public let total: AnswerTally
    /// The share met; `nil` where nothing can be reckoned on.
    public let shareMet: Double?
    /// The critical questions that are not met, or only in part.
    public let failedCritical: [QuestionCode]
    /// How it came out.
    public let verdict: SelfCheckVerdict

    /// The result of answers to a version about items.
    public init(of answers: SelfCheckAnswers, to version: SelfCheckTemplate.Version, extent: CheckExtent) {
        let items = extent.items
        var questions: [QuestionCode: AnswerTally] = [:]
        for question in version.questions {
            questions[question.code] = AnswerTally(items.map { answers[question.code, $0] })
        }
        let total = questions.values.reduce(AnswerTally(), +)
        let critical = version.questions.filter(\.isCritical).map(\.code)
        let failed = critical.filter { code in questions[code].map { $0.no + $0.partly > 0 } ?? false }
        let isOpen = critical.contains { code in questions[code].map { $0.notAssessed + $0.unanswered > 0 } ?? true }
        self.version = version.name
        self.questions = questions
        self.total = total
        shareMet = total.shareMet(partlyWeight: version.partlyWeight)
        failedCritical = failed
        if !failed.isEmpty {
            verdict = .failedCritical
        } else if isOpen || total.denominator == 0 {
            verdict = .undetermined
        } else if let line = version.passShare {
            verdict = total.reaches(line, partlyWeight: version.partlyWeight) == true ? .passed : .failed
        } else {
            verdict = .noLine
        }
    }
}
