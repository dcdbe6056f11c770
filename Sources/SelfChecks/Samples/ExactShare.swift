/// A share written as so many of so many, so that nothing is lost in a decimal fraction (*andel*).
public struct ExactShare: Hashable, Sendable {
    /// The parts, 0 to ``whole``.
    public let parts: Int
    /// The whole, 1 to 1,000,000.
    public let whole: Int

    /// None of it.
    public static let nothing = ExactShare(unchecked: 0, 1)
    /// All of it.
    public static let everything = ExactShare(unchecked: 1, 1)

    /// A share; `nil` when the parts are negative or more than the whole, or the whole is not 1 to 1,000,000.
    public init?(_ parts: Int, of whole: Int) {
        guard (1...1_000_000).contains(whole), (0...whole).contains(parts) else { return nil }
        self.init(unchecked: parts, whole)
    }

    /// So many percent; `nil` outside 0 to 100.
    public init?(percent: Int) {
        self.init(percent, of: 100)
    }

    private init(unchecked parts: Int, _ whole: Int) {
        self.parts = parts
        self.whole = whole
    }

    /// The share as a number from 0 to 1.
    public var value: Double { Double(parts) / Double(whole) }
}

extension ExactShare: Codable {
    private enum CodingKeys: String, CodingKey { case parts, whole }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let parts = try container.decode(Int.self, forKey: .parts)
        guard let share = ExactShare(parts, of: try container.decode(Int.self, forKey: .whole)) else {
            throw DecodingError.dataCorruptedError(forKey: .parts, in: container, debugDescription: "not a share")
        }
        self = share
    }
}
