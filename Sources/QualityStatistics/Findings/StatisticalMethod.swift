/// A published method: its name, and where its formulas stand.
public struct StatisticalMethod: Hashable, Sendable {
    /// The name by which the field knows the method, in English.
    public let name: String

    /// The publications whose formulas are followed.
    public let source: String

    /// A method by its name and source.
    public init(name: String, source: String) {
        self.name = name
        self.source = source
    }
}
