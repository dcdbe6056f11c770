#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

/// A record as it was read from a register, with the version that a change must name.
public struct SavedRecord<Record: QualityRecord>: Hashable, Sendable {
    /// The record.
    public let record: Record
    /// The commit that wrote it.
    public let version: CommitNumber
    /// When it was written.
    public let recordedAt: Timestamp
    /// The parts that the reader may not see, and that a record of this kind may have; it cannot be committed so.
    public let hidden: Set<ProtectedField>
    /// The files that belong to the record.
    public let attachments: [AttachmentFacts]

    init(_ revision: Revision, hiding hidden: Set<ProtectedField> = []) throws(StorageError) {
        guard revision.schemaVersion <= Record.schemaVersion else {
            throw StorageError(
                .newerSchema,
                record: revision.reference,
                detail: "schema \(revision.schemaVersion), known up to \(Record.schemaVersion)"
            )
        }
        do {
            let record = try JSONDecoder().decode(Record.self, from: Data(revision.payload?.bytes ?? []))
            self.record = hidden.isEmpty ? record : record.masked(hidden)
        } catch let violation as RuleViolation {
            throw StorageError(.coding, record: revision.reference, violations: [violation])
        } catch {
            throw StorageError(.coding, record: revision.reference, detail: "the payload could not be decoded")
        }
        version = revision.version
        recordedAt = revision.recordedAt
        self.hidden = hidden
        attachments = hidden.isSubset(of: [.reporter]) ? revision.payload?.attachments ?? [] : []
    }
}
