#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Gives a closure the path of an empty folder and removes the folder afterwards.
func withTemporaryFolder(_ body: (String) async throws -> Void) async throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("register-\(UUID().uuidString)").path
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? manager.removeItem(atPath: folder) }
    try await body(folder)
}

func bytes(ofFile path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
}

func write(_ bytes: [UInt8], toFile path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
}

func files(in folder: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder))
}

func removeFile(_ path: String) throws {
    try FileManager.default.removeItem(atPath: path)
}
