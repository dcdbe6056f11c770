/// A kind of matter that is decided, such as the degree of a misconduct (*ärendetyp i delegationsordningen*).
public struct DecisionMatter: Hashable, Sendable, Codable {
    /// The code in the delegation order, such as `lexSarah.degree`.
    public let code: String
    /// Why it cannot be delegated; `nil` for a kind that can.
    public let boardOnly: BoardOnlyMatter?

    /// A kind of matter.
    public init(_ code: String, boardOnly: BoardOnlyMatter? = nil) {
        self.code = code
        self.boardOnly = boardOnly
    }
}
