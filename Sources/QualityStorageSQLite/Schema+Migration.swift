#if SQLite
import QualityStorage

extension Schema {
    /// Brings a file of the first version, which had no digests, up to date; to be called in a transaction.
    ///
    /// Every commit and revision is kept under its number. Seals and the chain are computed now, and so prove what the
    /// file held at this moment; a time that runs backwards is lifted to the one before it, as the chain demands. The
    /// first version kept no words, and an adapter cannot read them out of a payload: a record is found by its words
    /// when it has been saved again.
    static func migrate(_ connection: Connection, salt: () -> [UInt8]) throws(StorageError) {
        try connection.run("DROP INDEX IF EXISTS commits_by_idempotency_key")
        try connection.run("DROP INDEX IF EXISTS revisions_by_commit")
        try connection.run("ALTER TABLE commits RENAME TO commits_1")
        try connection.run("ALTER TABLE revisions RENAME TO revisions_1")
        for statement in tables { try connection.run(statement) }
        let migration = try SchemaMigration(connection)
        try migration.run(salt: salt)
        try connection.run("DROP TABLE revisions_1")
        try connection.run("DROP TABLE commits_1")
    }
}
#endif
