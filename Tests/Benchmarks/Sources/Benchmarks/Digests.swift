import Foundation
import QualityCore

/// `ContentDigest` beside the machine's `sha256sum`, which may use instructions that Swift has no name for.
enum Digests {
    static func run(_ scale: Scale, in folder: Folder) async throws -> [Comparison] {
        let content = (0..<scale.bytes).map { UInt8(truncatingIfNeeded: $0 &* 31 ^ $0 >> 8) }
        let file = folder.file("content")
        try Data(content).write(to: URL(fileURLWithPath: file))
        var (own, other) = ("", "")
        let result = try await Comparison.run("SHA-256, beside sha256sum", per: "MB", turns: scale.turns) { _ in
            await seconds(per: scale.bytes / 1_000_000) { own = ContentDigest(of: content).description }
        } other: { _ in
            try await seconds(per: scale.bytes / 1_000_000) {
                other = String(try Shell.run("sha256sum", [file]).prefix(64))
            }
        }
        try Inequality.check("SHA-256", own, other)
        return [result]
    }
}
