public import QualityCore

/// A board's register: records in, records and facts out, every change kept with who, when and why (*register*).
///
/// A structure in front of a ``StorageBackend``, opened for someone: every request is judged by who asks, as what and
/// what for, under a table of rights, and denied unless a line of it says otherwise. A record that breaks a rule under
/// the given law is refused with all its violations, and nothing of the commit is written.
public struct QualityStore: Sendable {
    let backend: any StorageBackend
    let tenant: TenantID
    let law: Law
    let salt: @Sendable () -> [UInt8]
    package let observe: @Sendable (StorageEvent) -> Void
    let now: @Sendable () -> Timestamp
    /// Who opened the register, as what and what for.
    public let access: StoreAccess
    /// The table of rights.
    public let policy: AccessPolicy

    /// A register of one tenant in a store.
    ///
    /// - Parameters:
    ///   - backend: where revisions are kept; call ``prepare()`` before the first use.
    ///   - tenant: the board.
    ///   - access: who opens it, as what and what for.
    ///   - policy: the table of rights.
    ///   - law: the law that records are judged by.
    ///   - salt: makes sixteen bytes that nobody can guess, new ones each time.
    ///   - observe: is told of what happens, for the host's log and metrics.
    ///   - slowAfter: how long a request may take by the host's clock before `observe` is told of it; `nil` to
    ///     measure nothing.
    ///   - now: the host's clock.
    public init(
        _ backend: some StorageBackend,
        tenant: TenantID,
        access: StoreAccess,
        policy: AccessPolicy = .swedish,
        law: Law = .swedish,
        salt: @escaping @Sendable () -> [UInt8] = { Seal.randomSalt() },
        observe: @escaping @Sendable (StorageEvent) -> Void = { _ in },
        slowAfter: Duration? = nil,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.backend =
            if let slowAfter {
                ObservedStorage(backend: backend, slowAfter: slowAfter, observe: observe, now: now)
            } else {
                backend
            }
        self.tenant = tenant
        self.access = access
        self.policy = policy
        self.law = law
        self.salt = salt
        self.observe = observe
        self.now = now
    }

    /// Makes the store ready for use; safe to call again.
    public func prepare() async throws(StorageError) {
        try await backend.prepare()
    }

    /// Lets go of everything the store holds.
    public func close() async throws(StorageError) {
        try await backend.close()
    }

    /// Tells how far the journal has come: the position that a report names as its source. Every role may know it.
    public func head() async throws(StorageError) -> JournalHead {
        guard !judge().isEmpty else { throw await refusal(.head, []) }
        return try await backend.head(of: tenant, at: nil)
    }

    /// Reads every page of a request, each from where the one before ended, as of one commit.
    func eachPage(
        _ selection: RevisionRequest.Selection,
        asOf: CommitNumber?,
        includesPayload: Bool,
        _ body: ([Revision]) throws(StorageError) -> Void
    ) async throws(StorageError) {
        var request = RevisionRequest(tenant: tenant, selection, asOf: asOf, includesPayload: includesPayload)
        if request.asOf == nil { request.asOf = try await backend.head(of: tenant, at: nil).number }
        repeat {
            let page = try await backend.revisions(request)
            try body(page.revisions)
            request.after = page.next
        } while request.after != nil
    }
}
