public import QualityCore

extension SelfCheckTemplate {
    /// One version of a template: what is asked and how the answers are weighed; it never changes (*mallversion*).
    public struct Version: Hashable, Sendable {
        /// The template.
        public let template: RecordID<SelfCheckTemplate>
        /// The number, from 1.
        public let number: Int
        /// Who approved it and when.
        public let approved: Signature
        /// What is asked, in the order of the form; at least one question.
        public let questions: [Question]
        /// What a question met in part counts for; nothing unless the template says so.
        public let partlyWeight: ExactShare
        /// The least share that passes; `nil` where the template sets no such line.
        public let passShare: ExactShare?

        /// A version of a template.
        ///
        /// - Throws: `RuleViolation` with rule `D-SLF-5` when the number is not at least 1, there is no question, or
        ///   a code is blank or stands on two questions.
        public init(
            of template: RecordID<SelfCheckTemplate>,
            number: Int,
            approved: Signature,
            questions: [Question],
            partlyWeight: ExactShare = .nothing,
            passShare: ExactShare? = nil
        ) throws(RuleViolation) {
            self.template = template
            self.number = number
            self.approved = approved
            self.questions = questions
            self.partlyWeight = partlyWeight
            self.passShare = passShare
            guard number >= 1 else {
                throw violation("number", sv: "versioner räknas från 1", en: "versions are counted from 1")
            }
            guard !questions.isEmpty else {
                throw violation("questions", sv: "minst en fråga krävs", en: "at least one question is required")
            }
            guard Set(questions.map(\.code)).count == questions.count,
                !questions.contains(where: { $0.code.rawValue.isBlank })
            else {
                throw violation(
                    "questions.code",
                    sv: "varje fråga ska ha en egen kod",
                    en: "each question must have a code of its own"
                )
            }
        }

        /// The question with a code; `nil` if the version has none.
        public subscript(_ code: QuestionCode) -> Question? {
            questions.first { $0.code == code }
        }

        /// The name of the version: its template and number.
        public var name: Name { Name(template: template, number: number) }

        private func violation(_ field: String, sv swedish: String, en english: String) -> RuleViolation {
            RuleViolation(
                rule: "D-SLF-5",
                record: RecordReference(template),
                field: field,
                message: LocalizedText(sv: swedish, en: english)
            )
        }
    }

    /// A version by its template and number.
    public struct Name: Hashable, Sendable, Codable, Comparable {
        /// The template.
        public let template: RecordID<SelfCheckTemplate>
        /// The number of the version.
        public let number: Int

        /// A version of a template by its number.
        public init(template: RecordID<SelfCheckTemplate>, number: Int) {
            self.template = template
            self.number = number
        }

        /// Orders by template, then by number.
        public static func < (left: Name, right: Name) -> Bool {
            (left.template.rawValue, left.number) < (right.template.rawValue, right.number)
        }
    }

    /// One question of a template (*fråga*).
    public struct Question: Hashable, Sendable, Codable {
        /// The code, unique within the version.
        public let code: QuestionCode
        /// What is asked.
        public let text: String
        /// Whether the check fails when this is not met, whatever its score (*kritisk fråga*).
        public let isCritical: Bool
        /// The requirement or routine that it checks; `nil` where the plan names it.
        public let checks: RecordReference?

        /// A question.
        public init(_ code: QuestionCode, _ text: String, isCritical: Bool = false, checks: RecordReference? = nil) {
            self.code = code
            self.text = text
            self.isCritical = isCritical
            self.checks = checks
        }
    }
}

extension SelfCheckTemplate.Version: Codable {
    private enum CodingKeys: String, CodingKey {
        case template, number, approved, questions, partlyWeight, passShare
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            of: container.decode(RecordID<SelfCheckTemplate>.self, forKey: .template),
            number: container.decode(Int.self, forKey: .number),
            approved: container.decode(Signature.self, forKey: .approved),
            questions: container.decode([SelfCheckTemplate.Question].self, forKey: .questions),
            partlyWeight: container.decode(ExactShare.self, forKey: .partlyWeight),
            passShare: container.decodeIfPresent(ExactShare.self, forKey: .passShare)
        )
    }
}
