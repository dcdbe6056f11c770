/// The stable code of a question within a template (*frågekod*).
public struct QuestionCode: RawRepresentable, Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// The code as stored.
    public let rawValue: String

    /// A question by its code.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension QuestionCode: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}

extension QuestionCode: Comparable {
    /// Orders by the stored form.
    public static func < (left: QuestionCode, right: QuestionCode) -> Bool {
        left.rawValue < right.rawValue
    }
}
