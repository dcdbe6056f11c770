import Foundation

/// A folder for the files of a run, removed at its end.
struct Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/quality-benchmarks-\(UInt64.random(in: 0...UInt64.max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        // The server's user reads scripts here.
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
