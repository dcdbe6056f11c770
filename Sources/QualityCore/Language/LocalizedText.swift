/// One text in every language that the package speaks.
public struct LocalizedText: Hashable, Sendable, Codable {
    /// The Swedish wording.
    public let swedish: String
    /// The English wording.
    public let english: String

    /// A text in Swedish and English.
    public init(sv swedish: String, en english: String) {
        self.swedish = swedish
        self.english = english
    }

    /// The wording in a language.
    public func callAsFunction(_ language: Language) -> String {
        switch language {
        case .swedish: swedish
        case .english: english
        }
    }

    private enum CodingKeys: String, CodingKey {
        case swedish = "sv"
        case english = "en"
    }
}
