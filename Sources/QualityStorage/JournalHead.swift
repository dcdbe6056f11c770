/// How far a tenant's journal has come.
public struct JournalHead: Hashable, Sendable {
    /// The newest commit; zero for an empty journal.
    public var number: CommitNumber

    /// The head of a journal.
    public init(number: CommitNumber) {
        self.number = number
    }
}
