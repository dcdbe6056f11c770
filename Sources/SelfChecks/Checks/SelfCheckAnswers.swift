/// The answers of one occasion, by question and item, as far as they have been given (*svar*).
public struct SelfCheckAnswers: Hashable, Sendable {
    /// One answer with its place.
    public struct Entry: Hashable, Sendable, Codable {
        /// The question.
        public let question: QuestionCode
        /// The number of the item, 0 where the check concerns the unit as such.
        public let item: Int
        /// The answer.
        public let answer: SelfCheckAnswer
    }

    private struct Place: Hashable, Comparable {
        let question: QuestionCode
        let item: Int

        static func < (left: Place, right: Place) -> Bool {
            (left.question, left.item) < (right.question, right.item)
        }
    }

    private var answers: [Place: SelfCheckAnswer] = [:]

    /// No answers yet.
    public init() {}

    /// The answer to a question about an item; `nil` while there is none.
    public internal(set) subscript(question: QuestionCode, item: Int = 0) -> SelfCheckAnswer? {
        get { answers[Place(question: question, item: item)] }
        set { answers[Place(question: question, item: item)] = newValue }
    }

    /// The number of answers.
    public var count: Int { answers.count }

    /// Whether no answer has been given.
    public var isEmpty: Bool { answers.isEmpty }

    /// All answers by question and item.
    public var entries: [Entry] {
        answers.sorted { $0.key < $1.key }.map {
            Entry(question: $0.key.question, item: $0.key.item, answer: $0.value)
        }
    }

    /// The answers to one question, by item.
    public func answers(to question: QuestionCode) -> [SelfCheckAnswer] {
        answers.filter { $0.key.question == question }.sorted { $0.key < $1.key }.map(\.value)
    }
}

extension SelfCheckAnswers: Codable {
    /// Decodes the stored form; refuses two answers in one place.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        for entry in try container.decode([Entry].self) {
            guard self[entry.question, entry.item] == nil else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "two answers in one place")
            }
            self[entry.question, entry.item] = entry.answer
        }
    }

    /// Encodes the stored form, one entry an answer, in order.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(entries)
    }
}
