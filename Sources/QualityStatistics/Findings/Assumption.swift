/// Something that must hold of the data for a result to mean what it says.
public struct Assumption: Hashable, Sendable {
    /// What is known of an assumption.
    public enum Standing: Hashable, Sendable {
        /// The data were looked at, and agree with it.
        case holds
        /// The data were looked at, and speak against it.
        case fails
        /// The data can not show it, or were not looked at: whoever uses the result answers for it.
        case notChecked
    }

    /// What is assumed, as an English sentence.
    public let statement: String

    /// What is known of it.
    public let standing: Standing

    /// An assumption and what is known of it.
    public init(_ statement: String, _ standing: Standing = .notChecked) {
        self.statement = statement
        self.standing = standing
    }
}
