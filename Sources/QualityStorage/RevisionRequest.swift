public import QualityCore

/// Which revisions to read, in which order, page by page.
public struct RevisionRequest: Hashable, Sendable {
    /// Which revisions are meant.
    public enum Selection: Hashable, Sendable {
        /// The newest revision of each record that a filter accepts; erased ones are not meant.
        case newest(Filter)
        /// The newest revision of one record.
        case record(RecordReference)
        /// Every revision of one record, oldest first, whatever the order asked for.
        case history(RecordReference)
    }

    /// The order of a page.
    public struct Order: Hashable, Sendable, Codable {
        /// What comes first is told by this.
        public enum Key: Hashable, Sendable, Codable {
            /// Byte order of kind, then of identity.
            case identity
            /// A day of the facts; a missing one comes before all others, and equal days stand in order of identity.
            case day(DayField)
            /// The commit that wrote the revision; those of one commit stand in order of identity.
            case version
        }

        /// What the order goes by.
        public var key: Key
        /// Whether all of it is turned round.
        public var isDescending: Bool

        /// An order.
        public init(_ key: Key, isDescending: Bool = false) {
            self.key = key
            self.isDescending = isDescending
        }

        /// Byte order of kind, then of identity.
        public static let identity = Order(.identity)
    }

    /// The tenant whose journal is read.
    public var tenant: TenantID
    /// Which revisions are meant.
    public var selection: Selection
    /// The order of the page.
    public var order: Order
    /// Only revisions after this one in the order; `nil` from the start.
    public var after: RevisionCursor?
    /// What was known after this commit, so that an earlier day can be read again; `nil` for what is known now.
    public var asOf: CommitNumber?
    /// The most revisions a page may hold, at least 1.
    public var limit: Int
    /// Whether payloads are read beside the facts.
    public var includesPayload: Bool

    /// A request for revisions.
    public init(
        tenant: TenantID,
        _ selection: Selection,
        order: Order = .identity,
        after: RevisionCursor? = nil,
        asOf: CommitNumber? = nil,
        limit: Int = 1_000,
        includesPayload: Bool
    ) {
        self.tenant = tenant
        self.selection = selection
        self.order = order
        self.after = after
        self.asOf = asOf
        self.limit = limit
        self.includesPayload = includesPayload
    }
}

/// The place of a revision in an order: where the next page takes up.
///
/// It holds days and identities, no personal data, and can be handed out as JSON.
public struct RevisionCursor: Hashable, Sendable, Codable {
    /// The record.
    public var reference: RecordReference
    /// The commit that wrote the revision.
    public var version: CommitNumber
    /// The day that the order goes by; `nil` when the record has none, or the order goes by something else.
    public var day: CalendarDate?

    /// A place.
    public init(reference: RecordReference, version: CommitNumber, day: CalendarDate?) {
        self.reference = reference
        self.version = version
        self.day = day
    }

    /// The place of a revision.
    public init(of revision: Revision, in order: RevisionRequest.Order) {
        reference = revision.reference
        version = revision.version
        if case .day(let field) = order.key { day = revision.facts?[day: field] } else { day = nil }
    }
}

extension RevisionRequest.Order {
    /// Whether one place comes before another: the specification that every store meets.
    public func isBefore(_ left: RevisionCursor, _ right: RevisionCursor) -> Bool {
        let (first, second) = isDescending ? (right, left) : (left, right)
        switch key {
        case .identity: break
        case .day:
            if first.day != second.day {
                guard let later = second.day else { return false }
                return first.day.map { $0 < later } ?? true
            }
        case .version:
            if first.version != second.version { return first.version < second.version }
        }
        return RecordKey(first.reference) < RecordKey(second.reference)
    }
}

/// One page of revisions.
public struct RevisionPage: Hashable, Sendable {
    /// The revisions in the order asked for.
    public var revisions: [Revision]
    /// The cursor of the next page; `nil` when this is the last.
    public var next: RevisionCursor?

    /// A page of revisions.
    public init(revisions: [Revision], next: RevisionCursor?) {
        self.revisions = revisions
        self.next = next
    }

    /// A page from one revision more than it may hold, by which it is told whether another follows.
    public init(oneMore revisions: [Revision], for request: RevisionRequest) {
        guard revisions.count > request.limit else {
            self.init(revisions: revisions, next: nil)
            return
        }
        let page = Array(revisions.prefix(request.limit))
        self.init(revisions: page, next: page.last.map { RevisionCursor(of: $0, in: request.order) })
    }
}
