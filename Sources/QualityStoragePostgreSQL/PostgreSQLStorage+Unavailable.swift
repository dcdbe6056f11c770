#if !PostgreSQL
public import QualityStorage

/// A store in a schema of a PostgreSQL database: there only when the package trait `PostgreSQL` is enabled.
@available(
    *,
    unavailable,
    message: "Enable the package trait PostgreSQL of QualityManagement to use PostgreSQLStorage."
)
public struct PostgreSQLStorage: Sendable {
    /// How a store uses its server.
    public struct Configuration: Sendable {
        /// A way to use a server.
        public init(
            schema: String = "quality",
            poolSize: Int = 8,
            connectTimeout: Duration = .seconds(5),
            busyTimeout: Duration = .seconds(10),
            answerTimeout: Duration = .seconds(60)
        ) {}
    }

    /// A store on a server.
    public init(
        url: String,
        configuration: Configuration = Configuration(),
        observe: @escaping @Sendable (StorageEvent) -> Void = { _ in }
    ) {}
}
#endif
