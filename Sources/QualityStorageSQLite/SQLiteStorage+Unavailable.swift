#if !SQLite
public import QualityStorage

/// A store in one SQLite file: there only when the package trait `SQLite` is enabled.
@available(*, unavailable, message: "Enable the package trait SQLite of QualityManagement to use SQLiteStorage.")
public struct SQLiteStorage: Sendable {
    /// A store in a file.
    public init(
        path: String,
        isReadOnly: Bool = false,
        busyTimeout: Duration = .seconds(10),
        salt: @escaping @Sendable () -> [UInt8] = { [] },
        observe: @escaping @Sendable (StorageEvent) -> Void = { _ in }
    ) {}
}
#endif
