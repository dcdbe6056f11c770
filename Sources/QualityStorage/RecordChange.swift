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

    private init(_ record: any QualityRecord, _ precondition: CommitRequest.Precondition) {
        self.record = record
        self.precondition = precondition
    }

    /// A record that is saved for the first time.
    public static func create(_ record: some QualityRecord) -> RecordChange {
        RecordChange(record, .absent)
    }

    /// A record that was read at a version and has changed since.
    public static func update(_ record: some QualityRecord, from version: CommitNumber) -> RecordChange {
        RecordChange(record, .version(version))
    }

    func write(_ encoder: JSONEncoder) throws(StorageError) -> CommitRequest.Write {
        try Self.write(record, precondition, encoder)
    }

    private static func write(
        _ record: some QualityRecord,
        _ precondition: CommitRequest.Precondition,
        _ encoder: JSONEncoder
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
            payload: payload,
            facts: record.facts
        )
    }
}
