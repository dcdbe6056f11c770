import QualityStorage
import QualityStorageSQLite

/// Commits through the adapter beside the same statements by the C interface.
enum SQLiteCommits {
    static func run(_ scale: Scale, in folder: Folder) async throws -> [Comparison] {
        [
            try await compare("SQLite, commits of one record", scale.singles, writes: 1, scale, folder),
            try await compare("SQLite, commits of 1,000 records", scale.batches, writes: 1_000, scale, folder),
        ]
    }

    private static func compare(
        _ name: String,
        _ count: Int,
        writes: Int,
        _ scale: Scale,
        _ folder: Folder
    ) async throws -> Comparison {
        let (own, other) = (folder.file("own-\(writes)"), folder.file("c-\(writes)"))
        let store = SQLiteStorage(path: own)
        try await store.prepare()
        let empty = SQLiteStorage(path: other)
        try await empty.prepare()
        await empty.close()
        let writer = try CWriter(CFile(other))
        let slice = count / scale.turns
        let result = try await Comparison.run(name, per: "commit", goal: 1.3, turns: scale.turns) { turn in
            let requests = Specimen.commits(slice, writes: writes, from: turn * slice * writes)
            return try await seconds(per: slice) {
                for request in requests { _ = try await store.commit(request) }
            }
        } other: { turn in
            let requests = Specimen.commits(slice, writes: writes, from: turn * slice * writes)
            let commits = requests.map(CWriter.Commit.init)
            return try await seconds(per: slice) {
                for commit in commits { try writer.write(commit) }
            }
        }
        await store.close()
        try CFile.checkEquality(own, other)
        return result
    }
}
