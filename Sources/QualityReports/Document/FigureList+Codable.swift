#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension QualityReport.FigureList {
    /// The list as JSON in UTF-8: keys sorted, indented, ending in a newline. Equal lists give equal bytes.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try [UInt8](encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
}

extension QualityReport.FigureList.Entry: Codable {
    private enum CodingKeys: String, CodingKey {
        case id, value, absent, unit, definition, period, source
    }

    /// Reads an entry; a `null` value has its reason under `absent`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        unit = try container.decode(String.self, forKey: .unit)
        definition = try container.decode(String.self, forKey: .definition)
        period = try container.decode(String.self, forKey: .period)
        source = try container.decodeIfPresent(QualityReport.FigureList.Source.self, forKey: .source)
        if try container.decodeNil(forKey: .value) {
            value = .absent(reason: try container.decode(String.self, forKey: .absent))
        } else if let number = try? container.decode(Int.self, forKey: .value) {
            value = .integer(number)
        } else if let number = try? container.decode(Double.self, forKey: .value) {
            value = .decimal(number)
        } else {
            value = .text(try container.decode(String.self, forKey: .value))
        }
    }

    /// Writes an entry.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        switch value {
        case .integer(let number): try container.encode(number, forKey: .value)
        case .decimal(let number): try container.encode(number, forKey: .value)
        case .text(let words): try container.encode(words, forKey: .value)
        case .absent(let reason):
            try container.encodeNil(forKey: .value)
            try container.encode(reason, forKey: .absent)
        }
        try container.encode(unit, forKey: .unit)
        try container.encode(definition, forKey: .definition)
        try container.encode(period, forKey: .period)
        try container.encodeIfPresent(source, forKey: .source)
    }
}
