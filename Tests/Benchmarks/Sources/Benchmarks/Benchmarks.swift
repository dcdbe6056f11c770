import Foundation

/// Prints how long the package takes beside the plain means of the same machine and the packages of others.
///
/// Arguments: `small` for little data, and the parts to run: `digests`, `analysis`, `sqlite`, `postgresql`, or one of
/// these such as `sqlite-counts`, or `alone` for what has no peer; all by default. A missed goal is told; results that
/// differ end the program with 1.
@main
struct Benchmarks {
    static func main() async {
        do {
            var arguments = CommandLine.arguments.dropFirst()
            let isSmall = arguments.first == "small"
            if isSmall || arguments.first == "full" { arguments.removeFirst() }
            try await run(isSmall ? .small : .full, parts: Array(arguments))
        } catch {
            FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ scale: Scale, parts: [String]) async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let all: [(name: String, run: () async throws -> [Comparison])] = [
            ("digests", { try await Digests.run(scale, in: folder) }),
            ("analysis-counts", { try ObservationCounts.run(scale, in: folder) }),
            ("analysis-charts", { try StatisticalMethods.charts(scale, in: folder) }),
            ("analysis-trends", { try StatisticalMethods.trends(scale, in: folder) }),
            ("analysis-changes", { try StatisticalMethods.changes(scale, in: folder) }),
            ("sqlite-commits", { try await SQLiteCommits.run(scale, in: folder) }),
            ("sqlite-price", { try await StorePrice.sqlite(scale, in: folder) }),
            ("sqlite-counts", { try await Counts.sqlite(scale, in: folder) }),
            ("postgresql-commits", { try await PostgreSQLCommits.run(scale, on: .shared(), in: folder) }),
            ("postgresql-price", { try await StorePrice.postgreSQL(scale, on: .shared()) }),
            ("postgresql-counts", { try await Counts.postgreSQL(scale, on: .shared()) }),
        ]
        row(["what", "time of one", "here", "beside", "ratio", "of minima", "goal", ""])
        row(Array(repeating: "---", count: 8))
        for part in all where parts.isEmpty || parts.contains(where: { part.name.hasPrefix($0) }) {
            for comparison in try await part.run() { row(comparison.cells) }
        }
        if parts.isEmpty || parts.contains("alone") {
            for timing in try await Timing.all(in: folder) { row(timing.cells) }
        }
    }

    private static func row(_ cells: [String]) {
        print("| " + cells.joined(separator: " | ") + " |")
        fflush(nil)
    }
}
