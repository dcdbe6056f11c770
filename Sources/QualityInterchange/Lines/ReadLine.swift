import QualityCore

/// Why one line is refused, before its number is known.
struct LineFault: Error {
    let record: RecordReference?
    let problem: RefusedLine.Problem

    init(_ record: RecordReference?, _ problem: RefusedLine.Problem) {
        self.record = record
        self.problem = problem
    }
}

private enum LineKeys: String, CodingKey { case kind, schemaVersion, record }

extension CodingUserInfoKey {
    /// Where a decoder of lines finds the types of record.
    static var recordTypes: CodingUserInfoKey {
        guard let key = CodingUserInfoKey(rawValue: "recordTypes") else { preconditionFailure("a key is any text") }
        return key
    }
}

/// One line as read, by whichever type its kind names.
struct ReadLine: Decodable {
    let record: any QualityRecord

    private struct Identity: Decodable { let id: String }

    init(from decoder: any Decoder) throws {
        let types = decoder.userInfo[.recordTypes] as? RecordTypes ?? .standard
        let container = try decoder.container(keyedBy: LineKeys.self)
        let kind = try container.decode(RecordKind.self, forKey: .kind)
        let version = try container.decode(Int.self, forKey: .schemaVersion)
        guard version >= 1, container.contains(.record) else { throw LineFault(nil, .malformed) }
        guard let type = types[kind] else { throw LineFault(nil, .unknownKind) }
        record = try Self.decode(type, version, container)
    }

    private static func decode<Record: QualityRecord>(
        _ type: Record.Type,
        _ version: Int,
        _ container: KeyedDecodingContainer<LineKeys>
    ) throws(LineFault) -> any QualityRecord {
        let id = (try? container.decode(Identity.self, forKey: .record)).flatMap { RecordID<Record>($0.id) }
        if let id, IdentityNumber.isPlausible(id.rawValue) || IdentityNumber.isPlausible(id.key) {
            throw LineFault(nil, .identityNumber)
        }
        let reference = id.map { RecordReference($0) }
        guard version <= Record.schemaVersion else {
            throw LineFault(reference, .newerVersion(version, known: Record.schemaVersion))
        }
        do {
            return try container.decode(Record.self, forKey: .record)
        } catch let violation as RuleViolation {
            throw LineFault(reference, .structure(violation))
        } catch let error as DecodingError {
            throw LineFault(reference, .undecodable(field: error.field))
        } catch {
            throw LineFault(reference, .undecodable(field: nil))
        }
    }
}

/// One line as written.
struct WrittenLine: Encodable {
    let record: any QualityRecord

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: LineKeys.self)
        try container.encode(type(of: record).kind, forKey: .kind)
        try container.encode(type(of: record).schemaVersion, forKey: .schemaVersion)
        try container.encode(record, forKey: .record)
    }
}

extension RecordID {
    /// What follows the name of the source.
    fileprivate var key: String {
        rawValue.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
    }
}

extension DecodingError {
    /// The field of the record: the name of the outermost property, since deeper keys may be data.
    fileprivate var field: String? {
        let (path, missing): ([any CodingKey], (any CodingKey)?) =
            switch self {
            case .keyNotFound(let key, let context): (context.codingPath, key)
            case .valueNotFound(_, let context), .typeMismatch(_, let context), .dataCorrupted(let context):
                (context.codingPath, nil)
            @unknown default: ([], nil)
            }
        return (path.dropFirst().first ?? missing)?.stringValue
    }
}
