#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

/// A new state of one record, to be written by a commit.
public struct RecordChange: Sendable {
    /// The record in its new state.
    public let record: any QualityRecord
    /// What must be true of the saved record, or the commit is a conflict.
    public let precondition: CommitRequest.Precondition

    /// The files that belong to the record, all of them; their bytes are sent before the commit.
    public let attachments: [AttachmentFacts]

    private init(
        _ record: any QualityRecord,
        _ precondition: CommitRequest.Precondition,
        _ attachments: [AttachmentFacts]
    ) {
        self.record = record
        self.precondition = precondition
        self.attachments = attachments
    }

    /// A record that is saved for the first time.
    public static func create(_ record: some QualityRecord, with attachments: [AttachmentFacts] = []) -> RecordChange {
        RecordChange(record, .absent, attachments)
    }

    /// A record that was read at a version and has changed since.
    public static func update(
        _ record: some QualityRecord,
        from version: CommitNumber,
        with attachments: [AttachmentFacts] = []
    ) -> RecordChange {
        RecordChange(record, .version(version), attachments)
    }

    func write(_ encoder: JSONEncoder, salt: () -> [UInt8]) throws(StorageError) -> CommitRequest.Write {
        try Self.write(record, precondition, attachments, encoder, salt)
    }

    private static func write(
        _ record: some QualityRecord,
        _ precondition: CommitRequest.Precondition,
        _ attachments: [AttachmentFacts],
        _ encoder: JSONEncoder,
        _ salt: () -> [UInt8]
    ) throws(StorageError) -> CommitRequest.Write {
        let payload: [UInt8]
        do {
            payload = Array(try encoder.encode(record))
        } catch {
            throw StorageError(.coding, record: record.reference, detail: "the record could not be encoded")
        }
        return CommitRequest.Write(
            reference: record.reference,
            precondition: precondition,
            schemaVersion: type(of: record).schemaVersion,
            payload: SealedPayload(
                SealedPayload.Content(
                    bytes: payload,
                    words: SearchWords(of: record.searchableTexts),
                    attachments: attachments
                ),
                salt: salt()
            ),
            facts: SealedFacts(record.storedFacts, salt: salt())
        )
    }
}
