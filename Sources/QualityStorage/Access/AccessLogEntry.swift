public import QualityCore

/// A read of sensitive records, or a refusal, with who, what, when and what for (*loggpost*, SoLPuL 10 §, PDL 4 kap.).
///
/// It stands in the journal of the register that it tells of. Stores write it themselves; nobody can commit one.
public struct AccessLogEntry: QualityRecord {
    /// How a request ended. Closed.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
        /// The records were read.
        case read
        /// The records were read in an emergency.
        case brokeGlass
        /// The request was refused.
        case refused
    }

    /// The stable name of the kind, as stored.
    public static let kind = RecordKind(rawValue: "accessLogEntry")
    /// The version of the stored form.
    public static let schemaVersion = 1

    /// The identity of the entry.
    public let id: RecordID<AccessLogEntry>
    /// The board whose register was read.
    public let tenant: TenantID
    /// When.
    public let at: Timestamp
    /// Who.
    public let actor: ActorID
    /// The person behind the account; `nil` for a program.
    public let person: PersonReference?
    /// The roles that the actor had.
    public let roles: [AccessRole]
    /// What for.
    public let purpose: AccessPurpose
    /// What was asked.
    public let request: StoreRequest
    /// How it ended.
    public let outcome: Outcome
    /// The records that were read or refused; none when a request was refused as such.
    public let records: [RecordReference]
    /// The emergency, when one was declared.
    public let breakGlass: StoreAccess.BreakGlass?
    /// The ground on which records of another branch were read, when one was given.
    public let crossing: StoreAccess.BranchCrossing?

    /// The most records that an entry names; a request for more has more entries, in one commit.
    static let mostRecords = 1_000

    init(
        id: RecordID<AccessLogEntry>,
        tenant: TenantID,
        at instant: Timestamp,
        access: StoreAccess,
        request: StoreRequest,
        outcome: Outcome,
        records: [RecordReference]
    ) {
        self.id = id
        self.tenant = tenant
        at = instant
        actor = access.actor
        person = access.person
        roles = access.roles.map(\.role)
        purpose = access.purpose
        self.request = request
        self.outcome = outcome
        self.records = records
        breakGlass = access.breakGlass
        crossing = access.crossing
    }

    /// The board, the day and how it ended.
    public var facts: RecordFacts {
        RecordFacts(
            unit: OrganisationUnitID(rawValue: tenant.rawValue),
            reported: at.date,
            status: outcome.rawValue,
            observations: []
        )
    }

    /// None: an entry says what happened.
    public static var rules: [RecordRule<AccessLogEntry>] { [] }
}
