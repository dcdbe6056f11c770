import QualityCore
import QualityStorage

/// The smallest record that a store can hold, with all that a disposal asks for.
struct Memo: QualityRecord {
    static let kind = RecordKind(rawValue: "memo")
    static let schemaVersion = 1

    var id: RecordID<Memo>
    var text: String
    var received: CalendarDate
    var closed: CalendarDate?
    var operatedBy: OperatorKind?
    var hasAuthorityMatter = false

    init(
        _ id: String,
        text: String = "text",
        received: CalendarDate,
        closed: CalendarDate? = nil,
        operatedBy: OperatorKind? = .own,
        hasAuthorityMatter: Bool = false
    ) {
        guard let id = RecordID<Memo>(id) else { preconditionFailure("an identity is refused") }
        self.id = id
        self.text = text
        self.received = received
        self.closed = closed
        self.operatedBy = operatedBy
        self.hasAuthorityMatter = hasAuthorityMatter
    }

    var facts: RecordFacts {
        RecordFacts(
            unit: "unit",
            reported: received,
            status: closed == nil ? "open" : "closed",
            observations: [RecordFacts.Observation(codes: [.category: ["c"]])]
        )
    }

    var searchableTexts: [String?] { [text] }

    var retention: RetentionStanding {
        var stops: Set<RetentionStanding.Stop> = closed == nil ? [.live] : []
        if hasAuthorityMatter { stops.insert(.authorityMatter) }
        return RetentionStanding(
            days: [.received: received, .closed: closed, .lastNote: closed ?? received].compactMapValues(\.self),
            operatedBy: operatedBy,
            stops: stops
        )
    }

    static let rules = [
        RecordRule<Memo>(
            "X-1",
            field: "text",
            message: LocalizedText(sv: "text saknas", en: "the text is missing"),
            isBroken: { memo, _ in memo.text.isEmpty }
        )
    ]
}

extension QualityStore {
    /// A register whose clock counts seconds and whose salts are drawn from a seed.
    static func test(_ backend: some StorageBackend, tenant: TenantID = board, seed: UInt64 = 1) -> QualityStore {
        let ticks = Ticks(seed: seed)
        return QualityStore(backend, tenant: tenant, access: .tester, salt: { ticks.salt() }, now: { ticks.now() })
    }
}

extension StoreAccess {
    /// A program that may do all that a register can be asked.
    static let tester = StoreAccess(program: "tester", as: .importProgram, .readingProgram, .archiveProgram)
}
