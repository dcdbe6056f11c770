#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
public import QualityCore

/// Records of any kinds as JSON Lines: `{"kind":…,"record":…,"schemaVersion":…}`, one record a line (*poster*).
///
/// Nothing is lost in reading: each line with content is either a record or in the list of refused lines.
public struct RecordLines: Sendable {
    /// A record with the line that holds it.
    public struct Entry: Sendable {
        /// The record.
        public let record: any QualityRecord
        /// The line, from 1.
        public let line: Int
    }

    /// The records in the order of the lines.
    public private(set) var entries: [Entry] = []
    /// The lines that were refused, in their order.
    public private(set) var refused: [RefusedLine] = []

    /// The number of lines with content.
    public var linesRead: Int { entries.count + refused.count }

    /// Reads lines that end by line feed, with or without carriage return; blank ones are passed by.
    ///
    /// - Parameters:
    ///   - bytes: the lines as UTF-8, a byte order mark allowed.
    ///   - types: the types of record that may stand there.
    ///   - law: the law that the records are judged by; a gap that a record states is no breach.
    public init(reading bytes: [UInt8], of types: RecordTypes = .standard, under law: Law) {
        let decoder = JSONDecoder()
        decoder.userInfo[.recordTypes] = types
        var seen: [RecordReference: Int] = [:]
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy(Self.isBlank) {
            do throws(LineFault) {
                let record = try Self.record(of: line, decoder)
                let reference = record.reference
                let violations = record.violations(under: law)
                guard violations.isEmpty else { throw LineFault(reference, .rules(violations)) }
                if let first = seen[reference] { throw LineFault(reference, .duplicate(ofLine: first)) }
                seen[reference] = index + 1
                entries.append(Entry(record: record, line: index + 1))
            } catch {
                refused.append(RefusedLine(line: index + 1, record: error.record, problem: error.problem))
            }
        }
    }

    /// Writes records, each as one line with its keys in order, so that the same records give the same bytes.
    ///
    /// - Throws: ``RefusedLine`` for the first record that cannot be written.
    public static func bytes(of records: [any QualityRecord]) throws(RefusedLine) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes: [UInt8] = []
        for (index, record) in records.enumerated() {
            do {
                bytes += try encoder.encode(WrittenLine(record: record))
                bytes.append(UInt8(ascii: "\n"))
            } catch {
                throw RefusedLine(line: index + 1, record: record.reference, problem: .unwritable)
            }
        }
        return bytes
    }

    private static func record(of line: ArraySlice<UInt8>, _ decoder: JSONDecoder) throws(LineFault)
        -> any QualityRecord
    {
        guard String(validating: line, as: UTF8.self) != nil else { throw LineFault(nil, .malformed) }
        do {
            return try decoder.decode(ReadLine.self, from: Data(line)).record
        } catch let fault as LineFault {
            throw fault
        } catch {
            throw LineFault(nil, .malformed)
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}
