/// An answer to a question that must be put: yes with day and by whom, or no with the reason (*ställningstagande*).
///
/// The lack of a consideration is *not answered*, which is neither yes nor no.
public enum Consideration: Hashable, Sendable, Codable {
    /// Yes: who did it, and when.
    case yes(Signature)
    /// No: why not.
    case no(reason: String)
}
