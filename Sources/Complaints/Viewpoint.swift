public import QualityCore

/// One thing that a submission says: its kind and what it is about (*synpunkt*).
public struct Viewpoint: Hashable, Sendable, Codable {
    /// Praise, suggestion, dissatisfaction or question.
    public let kind: ViewpointKind
    /// What it is about (*kategori*).
    public let category: Stated<CategoryCode>

    /// A viewpoint of one kind about one thing.
    public init(kind: ViewpointKind, category: Stated<CategoryCode>) {
        self.kind = kind
        self.category = category
    }
}
