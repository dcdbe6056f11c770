import Complaints
import Deviations
import LexSarah
import QualityCore
import QualityStorage
import TestSupport

/// A record in a state that an access policy tells apart; the actor is `me`, and works in unit U1.
enum RecordState: Int, CaseIterable {
    case ownUnit, otherUnit, healthCare, reported, assigned, named, involved

    static let board: TenantID = "SN"
    static let me: PersonReference = "me"
    static let namedReference = RecordReference(kind: Deviation.kind, id: "named")

    var unit: OrganisationUnitID { [.ownUnit, .healthCare, .involved].contains(self) ? "U1" : "U2" }

    var id: RecordID<Deviation> {
        guard let id = RecordID<Deviation>("\(self)") else { preconditionFailure("an identity is refused") }
        return id
    }

    func deviation() throws -> Deviation {
        var deviation = try Deviation(
            id: id,
            unit: unit,
            occurred: .day(day("2024-03-05")),
            reported: day("2024-03-05"),
            legalBases: .value([self == .healthCare ? .hsl : .sol]),
            category: .value("fall"),
            account: .value("Föll vid sängen."),
            immediateAction: .value(.nothing),
            concerned: .value([.person("bo", .affected)]),
            reporter: .value(.named(self == .reported ? Self.me : "anna"))
        )
        let chief = Signature("chief", title: "enhetschef", on: day("2024-03-06"))
        if self == .assigned { try deviation.assignInvestigator(Self.me, by: chief, under: .swedish) }
        if self == .involved {
            try deviation.recordInvolvement(of: Involvement(involved: [Self.me]), by: chief, under: .swedish)
        }
        return deviation
    }
}

/// A register with one record, made by a program, and opened for others.
struct Opened {
    static let instant = Timestamp(startOf: day("2024-03-08"))

    let backend = InMemoryStorage()

    init(_ records: any QualityRecord...) async throws {
        let store = self.store(StoreAccess(program: "import", as: .importProgram))
        try await store.prepare()
        if !records.isEmpty { try await store.commit(records.map { change($0) }, reason: "import") }
    }

    private func change(_ record: some QualityRecord) -> RecordChange { .create(record) }

    func store(_ access: StoreAccess, policy: AccessPolicy = .swedish) -> QualityStore {
        QualityStore(backend, tenant: RecordState.board, access: access, policy: policy) { Self.instant }
    }

    /// The register as someone with a role in unit U1 sees it.
    func store(
        as role: AccessRole?,
        purpose: AccessPurpose = .caseWork,
        breakGlass: StoreAccess.BreakGlass? = nil
    ) -> QualityStore {
        store(
            StoreAccess(
                "account-me",
                person: RecordState.me,
                purpose: purpose,
                roles: role.map { [RoleAssignment($0, units: ["U1"], cases: [RecordState.namedReference])] } ?? [],
                breakGlass: breakGlass
            )
        )
    }

    func log() async throws -> [AccessLogEntry] {
        let auditor = StoreAccess(program: "auditor", purpose: .supervision, as: .auditor)
        return try await store(auditor).records(of: AccessLogEntry.self).map(\.record)
            .sorted { ($0.request.rawValue, $0.outcome.rawValue) < ($1.request.rawValue, $1.outcome.rawValue) }
    }
}

extension LexSarahCase {
    /// A case with all that a manager loses when it is taken over.
    static func takenOver(_ number: String = "ls", unit: OrganisationUnitID = "U1") throws -> LexSarahCase {
        guard let id = RecordID<LexSarahCase>(number), let report = RecordID<MisconductReport>(number + ":r"),
            let time = TimeOfDay(hour: 9, minute: 30)
        else { preconditionFailure("an identity is refused") }
        let receipt = MisconductReport.Receipt(at: time, by: "rut", of: .board, form: .written)
        var found = try LexSarahCase(
            id: id,
            unit: unit,
            receiving: MisconductReport(
                id: report,
                received: day("2024-03-07"),
                reporter: .value(.named("anna", role: "undersköterska")),
                receipt: .value(receipt),
                noticed: .value(MisconductReport.Noticed(on: day("2024-03-06"), how: "vid larm")),
                occurred: .day(day("2024-03-05")),
                account: .value("Larmet besvarades inte.")
            ),
            categories: ["performance.notAtAll"],
            legalBases: [.sol],
            operatedBy: .board,
            concerned: .persons([PersonsConcerned.Person("bo")]),
            remedy: .notYet,
            under: .swedish
        )
        try found.begin(by: Signature("ulla", title: "utredare", on: day("2024-03-07")), under: .swedish)
        return found
    }
}
