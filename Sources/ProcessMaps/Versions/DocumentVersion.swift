public import QualityCore

/// One version of a document that people work by, with what it says and how far it has come (*version*).
public struct DocumentVersion<Content: Codable & Hashable & Sendable>: Hashable, Sendable, Codable, Identifiable {
    /// The number, 1 for the first.
    public let number: Int
    /// What it says; never changed after approval.
    public internal(set) var content: Content
    /// The records that caused it, such as a deviation or a measure.
    public let causes: [RecordReference]
    /// How far it has come.
    public internal(set) var state: VersionState

    /// The number.
    public var id: Int { number }

    /// A version, as a source of old versions held it.
    public init(number: Int, content: Content, causes: [RecordReference] = [], state: VersionState) {
        self.number = number
        self.content = content
        self.causes = causes
        self.state = state
    }
}

/// A pointer to one version of a document: what a case keeps of the version that it began under (*versionshänvisning*).
public struct VersionReference: Hashable, Sendable, Codable {
    /// The document.
    public let document: RecordReference
    /// The number of the version.
    public let number: Int

    /// A pointer to a version by its number.
    public init(_ document: RecordReference, number: Int) {
        self.document = document
        self.number = number
    }
}
