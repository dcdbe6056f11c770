public import ProcessMaps
public import QualityCore

/// Which other records are about a process, where the records do not say so themselves (*koppling till process*).
///
/// Deviations have no process of their own: by default those of its operations are meant, or of them those in some
/// categories.
public struct ProcessScope: Hashable, Sendable, Codable {
    /// The process.
    public let process: RecordID<CareProcess>
    /// The categories of deviations that are about it; `nil` for all.
    public var categories: Set<CategoryCode>?
    /// Further records about it, such as a risk analysis of a whole operation.
    public var records: Set<RecordReference>

    /// What is about a process.
    public init(
        of process: RecordID<CareProcess>,
        categories: Set<CategoryCode>? = nil,
        records: Set<RecordReference> = []
    ) {
        self.process = process
        self.categories = categories
        self.records = records
    }
}
