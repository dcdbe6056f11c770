import QualityCore
import QualityStorage

/// Records that are ready to be committed, the same in every run.
enum Specimen {
    static let tenant = TenantID(rawValue: "omsorgsnämnden")
    static let actor = ActorID(rawValue: "handläggare 7")
    static let reason = "registrerad"
    static let kind = RecordKind(rawValue: "deviation")
    static let time = Timestamp(microsecondsSince1970: 1_700_000_000_000_000)
    static let salts = (payload: [UInt8](repeating: 0x5A, count: 16), facts: [UInt8](repeating: 0xA5, count: 16))
    static let words = SearchWords(of: "fall i badrum vid förflyttning, ingen skada, larm efter tio minuter")
    static let observation: [CodeDimension: [CategoryCode]] = [
        .category: [CategoryCode(rawValue: "fall")], .legalBasis: [CategoryCode(rawValue: "sol")],
    ]

    /// The facts of all records whose commits are timed.
    static let facts = RecordFacts(
        unit: OrganisationUnitID(rawValue: "särskilt-boende-3"),
        occurred: CalendarDate(daysSince1970: 19_700),
        discovered: CalendarDate(daysSince1970: 19_701),
        reported: CalendarDate(daysSince1970: 19_702),
        dueOn: CalendarDate(daysSince1970: 19_732),
        status: "reported",
        observations: [RecordFacts.Observation(codes: observation)]
    )
    static let sealedFacts = SealedFacts(facts, salt: salts.facts)

    /// A payload of 1,000 bytes.
    static let payload = SealedPayload(
        SealedPayload.Content(bytes: (0..<1_000).map { UInt8(32 + $0 * 7 % 90) }, words: words),
        salt: salts.payload
    )

    /// Identities come in no order, as those of records do; every side can compute them.
    static func id(_ index: Int) -> String {
        "r-\(index * 2_654_435_761 % 4_294_967_296)"
    }

    /// A new record, of which only the identity differs from the others.
    static func write(_ index: Int) -> CommitRequest.Write {
        CommitRequest.Write(
            reference: RecordReference(kind: kind, id: id(index)),
            precondition: .absent,
            schemaVersion: 1,
            payload: payload,
            facts: sealedFacts
        )
    }

    static func commit(_ writes: [CommitRequest.Write]) -> CommitRequest {
        CommitRequest(tenant: tenant, writes: writes, actor: actor, reason: reason, recordedAt: time)
    }

    /// Commits with as many writes each, the first of them with the records from an index on.
    static func commits(_ count: Int, writes: Int, from first: Int) -> [CommitRequest] {
        (0..<count).map { position in
            let start = first + position * writes
            return commit((start..<start + writes).map(write))
        }
    }
}
