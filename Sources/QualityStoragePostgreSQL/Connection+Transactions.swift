#if PostgreSQL
import QualityStorage

extension Connection {
    /// Reads in one round trip what belongs together: the answers show one state of the tenant's rows.
    func read(_ tenant: TenantID, _ queries: [Query]) throws(StorageError) -> [Rows] {
        do {
            let answers = try run(
                [Query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), .name(tenant)] + queries + [Query("COMMIT")]
            )
            return Array(answers.dropFirst(2).dropLast())
        } catch {
            rollback()
            throw error
        }
    }

    /// Runs a closure that ends its transaction with a `COMMIT`, or throws, or wants nothing changed.
    func write<Value>(_ body: () throws(StorageError) -> Value) throws(StorageError) -> Value {
        defer { rollback() }
        return try body()
    }

    /// Begins a transaction that holds the lock of a tenant, and reads what was there when it got it.
    func locked(_ tenant: TenantID, _ queries: [Query]) throws(StorageError) -> [Rows] {
        let opening = [
            Query("BEGIN ISOLATION LEVEL READ COMMITTED"),
            .nameToWrite(tenant),
            Query("INSERT INTO tenants (tenant) VALUES ($1) ON CONFLICT DO NOTHING", [.text(tenant.rawValue)]),
            Query("SELECT FROM tenants WHERE tenant = $1 FOR UPDATE", [.text(tenant.rawValue)]),
            Query(
                """
                SELECT current_setting('synchronous_commit'), current_setting('fsync'),
                    current_setting('full_page_writes'), (SELECT max(version)::bigint FROM migrations)
                """
            ),
        ]
        let answers = try run(opening + queries)
        if let row = answers[4].first {
            try Schema.checkDurability(row)
            try Schema.check(row.integer(3))
        }
        return Array(answers.dropFirst(5))
    }

    /// Sends the last statements of a transaction with its `COMMIT`.
    func commit(_ queries: [Query]) throws(StorageError) -> [Rows] {
        let answers = try run(queries + [Query("COMMIT")], ending: .commit)
        guard answers.last?.tag == "COMMIT" else { throw StorageError(.backend, detail: "the server did not commit") }
        return answers
    }
}

extension Query {
    /// Names the tenant whose rows a transaction may see.
    static func name(_ tenant: TenantID) -> Query {
        Query("SELECT set_config('quality.tenant', $1, true)", [.text("=" + tenant.rawValue)])
    }

    /// Names the tenant that a transaction writes for.
    ///
    /// Its statements go the same way whatever their values are; the server would plan them anew each time, as it
    /// knows the length of a list only from its value.
    static func nameToWrite(_ tenant: TenantID) -> Query {
        Query(
            """
            SELECT set_config('quality.tenant', $1, true), set_config('plan_cache_mode', 'force_generic_plan', true)
            """,
            [.text("=" + tenant.rawValue)]
        )
    }
}
#endif
