#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Encodes and decodes as a store and a file do, with keys in a fixed order.
package enum JSON {
    package static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    package static func value<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    package static func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
        try self.value(from: text(value))
    }

    /// An encoder and a decoder for many values.
    package struct Codec {
        private let encoder = JSONEncoder()
        private let decoder = JSONDecoder()

        package init() {}

        package func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
            try decoder.decode(Value.self, from: encoder.encode(value))
        }
    }

    /// The records of a committed file of a schema version, such as `Payloads/v1/deviation.json`.
    package static func fixture<Value: Decodable>(_ name: String, of type: Value.Type = Value.self) throws -> Value {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: tests.appending(path: "Fixtures").appending(path: name))
        return try JSONDecoder().decode(type, from: data)
    }
}
