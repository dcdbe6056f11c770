#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

extension QualityStore {
    /// Exports every saved state of every record where a person occurs, other persons masked; logged.
    ///
    /// - Parameters:
    ///   - person: the person.
    ///   - types: the kinds to look through; others that the register holds are named in the export.
    ///   - disclosed: the records whose reporter is named, each by a decision of its own.
    /// - Throws: ``StorageError/Code/accessDenied`` without the right, or for a purpose that the policy does not list.
    public func export(
        about person: PersonReference,
        from types: [any QualityRecord.Type],
        disclosingReportersOf disclosed: Set<RecordReference> = []
    ) async throws(StorageError) -> PersonExport {
        try await require(.personExport, for: .export)
        guard policy.exportPurposes.contains(access.purpose) else { throw await refusal(.export, []) }
        let known = Dictionary(types.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
        var entries: [PersonExport.Entry] = []
        var unsearched: Set<RecordKind> = []
        var request = JournalRequest(tenant: tenant, includesPayload: true)
        while true {
            let page = try await backend.journal(request)
            for commit in page.commits {
                for entry in commit.entries {
                    let record = entry.link.reference
                    guard let payload = entry.payload, record.kind != AccessLogEntry.kind else { continue }
                    guard let type = known[record.kind] else {
                        unsearched.insert(record.kind)
                        continue
                    }
                    let text: [UInt8]?
                    do {
                        text = try Self.text(
                            of: type,
                            payload.content.bytes,
                            about: person,
                            disclosingReporter: disclosed.contains(record)
                        )
                    } catch {
                        throw StorageError(.coding, record: record, commit: commit.cover.number)
                    }
                    guard let text else { continue }
                    entries.append(
                        PersonExport.Entry(
                            record: record,
                            version: commit.cover.number,
                            json: text,
                            attachments: payload.content.attachments.count
                        )
                    )
                }
            }
            guard let last = page.commits.last else { break }
            request.after = last.cover.number
        }
        var seen: Set<RecordKey> = []
        let records = entries.map(\.record).filter { seen.insert(RecordKey($0)).inserted }
        try await log(.export, .read, records)
        return PersonExport(
            person: person,
            purpose: access.purpose,
            head: request.after,
            entries: entries,
            unsearchedKinds: unsearched
        )
    }

    /// The record with all other persons masked; `nil` when the person does not occur in it.
    private static func text<Record: QualityRecord>(
        of type: Record.Type,
        _ payload: [UInt8],
        about person: PersonReference,
        disclosingReporter isDisclosed: Bool
    ) throws -> [UInt8]? {
        let record = try JSONDecoder().decode(type, from: Data(payload))
        let reporters = record.persons.reporters
        let shown = isDisclosed || reporters.contains(person) ? record : record.masked([.reporter])
        let text = try encoded(shown, showing: isDisclosed ? reporters.union([person]) : [person])
        // Only the person's own references make a difference between the two.
        let isFound = try encoded(record, showing: [person]) != encoded(record, showing: [])
        return isFound ? text : nil
    }

    private static func encoded(_ record: some QualityRecord, showing persons: Set<PersonReference>) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.userInfo[PersonMask.key] = PersonMask(allBut: persons)
        return Array(try encoder.encode(record))
    }
}
