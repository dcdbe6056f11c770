#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

/// Reads the lines of an archive and refuses the first that is not as it was written, or breaks a rule.
public struct ArchiveReader: Sendable {
    /// What a line holds for a register.
    public enum Content: Hashable, Sendable {
        /// The first line: whose register it is.
        case header(TenantID)
        /// A piece of an attachment.
        case piece(AttachmentPiece)
        /// A commit.
        case commit(JournalCommit)
        /// The last line: how far the register comes.
        case end(JournalHead)
    }

    private let law: Law
    private let types: [RecordKind: any QualityRecord.Type]
    private var digest = ContentDigest.zero
    private var verifier = JournalVerifier()
    private var broken: [RecordKey: Set<RuleViolation>] = [:]
    private var tenant: TenantID?
    private var hasEnded = false
    /// The number of the line that was read last.
    public private(set) var line = 0

    /// A reader before the first line.
    ///
    /// - Parameters:
    ///   - law: the law that revisions are judged by.
    ///   - types: the kinds that are judged; records of others are kept as they are.
    public init(law: Law, judging types: [any QualityRecord.Type]) {
        self.law = law
        self.types = Dictionary(types.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads the next line, given without its line end.
    public mutating func read(_ bytes: [UInt8]) throws(ArchiveError) -> Content {
        line += 1
        if hasEnded { throw ArchiveError(line: line, fault: .trailing) }
        let (body, digest) = try ArchiveLine.read(bytes, after: digest, at: line)
        self.digest = digest
        switch (body, tenant) {
        case (.header(let header), nil):
            guard header.format == "quality-archive" else { throw ArchiveError(line: line, fault: .malformed) }
            guard header.version == 1 else { throw ArchiveError(line: line, fault: .newerVersion) }
            tenant = header.tenant
            return .header(header.tenant)
        case (.piece(let piece), let tenant?):
            return .piece(
                AttachmentPiece(tenant: tenant, id: piece.attachment, index: piece.index, bytes: Array(piece.bytes))
            )
        case (.commit(let commit), let tenant?):
            let commit = commit.commit(of: tenant)
            verifier.takeAlone(commit)
            if let finding = verifier.findings.first {
                throw ArchiveError(line: line, record: finding.record, fault: .journal(finding.fault))
            }
            for entry in commit.entries { try judge(entry) }
            return .commit(commit)
        case (.end(let end), _?):
            guard end.head == verifier.head.number, end.digest == verifier.head.digest else {
                throw ArchiveError(line: line, fault: .journal(.otherHistory))
            }
            hasEnded = true
            return .end(JournalHead(number: end.head, digest: end.digest))
        default:
            throw ArchiveError(line: line, fault: .malformed)
        }
    }

    /// Says that no line is left.
    public func finish() throws(ArchiveError) {
        guard hasEnded else { throw ArchiveError(line: line + 1, fault: .partial) }
    }

    private mutating func judge(_ entry: JournalCommit.Entry) throws(ArchiveError) {
        let reference = entry.link.reference
        guard let payload = entry.payload, let type = types[reference.kind] else { return }
        guard entry.link.schemaVersion <= type.schemaVersion else {
            throw ArchiveError(line: line, record: reference, fault: .newerSchema)
        }
        guard let violations = try? Self.violations(of: type, payload.content.bytes, reference, law) else {
            throw ArchiveError(line: line, record: reference, fault: .unreadable)
        }
        let added = violations.filter { broken[RecordKey(reference)]?.contains($0) != true }
        guard added.isEmpty else { throw ArchiveError(line: line, record: reference, fault: .rules(added)) }
        broken[RecordKey(reference)] = violations.isEmpty ? nil : Set(violations)
    }

    private static func violations<Record: QualityRecord>(
        of type: Record.Type,
        _ payload: [UInt8],
        _ reference: RecordReference,
        _ law: Law
    ) throws -> [RuleViolation] {
        let record = try JSONDecoder().decode(type, from: Data(payload))
        guard RecordKey(record.reference) == RecordKey(reference) else {
            throw ArchiveError(line: 0, fault: .unreadable)
        }
        return record.violations(under: law)
    }
}
