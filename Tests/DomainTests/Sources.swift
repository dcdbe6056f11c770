#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The sources of the modules whose value sets and records these tests list.
enum Sources {
    static let domain = ["Complaints", "Deviations", "Improvements", "LexSarah", "ProcessMaps", "SelfChecks"]

    /// Every module of the package.
    static var modules: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    /// The types that conform to `Labelled`, as written at the conformance, lists and categories of data aside.
    static func labelledTypes(of module: String) throws -> [String] {
        try lines(of: module).filter { $0.contains("Labelled") && $0.contains(":") && !$0.contains("///") }
            .compactMap { line in
                let words = line.split { " :{".contains($0) }.map(String.init)
                let place = words.firstIndex { ["extension", "enum", "struct"].contains($0) }
                return place.map { words[$0 + 1] }
            }
            .filter { !["Item", "Category"].contains($0) }
    }

    /// The public structures of a module that name a protocol first at their declaration.
    static func types(of module: String, conformingTo name: String) throws -> [String] {
        try lines(of: module).filter { $0.hasPrefix("public struct ") && $0.contains(": \(name) {") }
            .map { String($0.dropFirst("public struct ".count).prefix { $0 != ":" }) }
    }

    /// The types of record that a module names a draft of.
    static func draftedTypes(of module: String) throws -> [String] {
        try lines(of: module).filter { $0.hasPrefix("public typealias ") && $0.contains("Draft = Draft<") }
            .compactMap { line in line.split(separator: "<").last.map { String($0.prefix { $0 != "." }) } }
    }

    private static var folder: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources")
    }

    private static func lines(of module: String) throws -> [Substring] {
        let folder = folder.appending(path: module)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return try files.filter { $0.hasSuffix(".swift") }.sorted().flatMap { file in
            let data = try Data(contentsOf: folder.appending(path: file))
            return String(decoding: data, as: UTF8.self).split(separator: "\n")
        }
    }
}
