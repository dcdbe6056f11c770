import Complaints
import Deviations
import Improvements
import LexSarah
import QualityCore
import QualityStorage
import QualityWorkflows
import SelfChecks
import TestSupport

let law = Law.swedish

func sign(_ person: PersonReference, _ date: String) -> Signature {
    Signature(person, title: "enhetschef", on: day(date))
}

func name<Record>(_ text: String) -> RecordID<Record> {
    guard let id = RecordID<Record>(text) else { preconditionFailure("\(text) is no identity") }
    return id
}

extension DeviationReport {
    static func draft(
        _ number: String = "avv:1",
        occurred: String = "2024-03-05",
        legalBases: Stated<[LegalBasis]> = .value([.sol]),
        account: String = "Besöket blev inte av."
    ) throws -> DeviationReport {
        try DeviationReport(
            id: name(number),
            unit: "U1",
            occurred: .day(day(occurred)),
            discovered: day("2024-03-06"),
            reported: day("2024-03-07"),
            legalBases: legalBases,
            category: .value("service.notDone"),
            place: .value("Köket"),
            account: .value(account),
            immediateAction: .value(.nothing),
            concerned: .value([.person("p1", .affected)]),
            reporter: .value(.named("nurse"))
        )
    }
}

extension MisconductOpening {
    static func draft(
        _ number: String = "ls:1",
        received: String = "2024-03-08",
        reporter: MisconductReport.Reporter = .named("nurse", role: "undersköterska"),
        receipt: Bool = true
    ) throws -> MisconductOpening {
        guard let time = TimeOfDay(hour: 9, minute: 0) else { preconditionFailure("a time is refused") }
        let received = day(received)
        return MisconductOpening(
            id: name(number),
            report: MisconductReport(
                id: name(number + ":r1"),
                received: received,
                reporter: .value(reporter),
                receipt: receipt
                    ? .value(MisconductReport.Receipt(at: time, by: "chief", of: .board, form: .written))
                    : .notStated(source: "form"),
                noticed: .value(MisconductReport.Noticed(on: received, how: "vid samtal")),
                occurred: .unknown,
                account: .value("Det har hänt förr.")
            ),
            receiverTitle: "enhetschef",
            operatedBy: .board,
            concerned: .persons([PersonsConcerned.Person("p1")]),
            remedy: .notYet
        )
    }
}

extension MeasureOpening {
    static func draft(_ number: String = "m:1", sources: [RecordReference] = []) -> MeasureOpening {
        MeasureOpening(
            id: name(number),
            unit: "U1",
            proposal: Measure.Proposal(
                what: .value("Ny rutin för planering."),
                goal: .value("Inga uteblivna besök."),
                responsible: .value("planner"),
                due: .value(day("2024-04-30")),
                followUpOn: .value(day("2024-05-15")),
                sources: .value(sources)
            ),
            proposedBy: sign("chief", "2024-03-10")
        )
    }
}

extension Complaint {
    static func draft(_ number: String = "syn:1", sender: ComplaintSender = .relative) throws -> Complaint {
        try Complaint(
            id: name(number),
            unit: "U1",
            received: day("2024-03-06"),
            channel: .value(.deviationSystem),
            sender: .value("Anhörig"),
            viewpoints: [Viewpoint(kind: .dissatisfaction, category: .value("treatment"))],
            receipt: Receipt(
                receivedBy: .value("h1"),
                sender: .value(sender),
                contact: .value(.reachable("Vid grinden 3")),
                wish: .value(.wanted),
                words: .value("Ingen kom."),
                subject: .value(.operation),
                legalBases: .value([.sol]),
                concerns: .value(["p1"])
            ),
            policy: .standard
        )
    }
}

extension SelfCheck {
    static func draft(_ answers: [QuestionCode: SelfCheckAnswer] = ["q1": .no, "q2": .yes]) throws -> SelfCheck {
        var check = try SelfCheck(
            id: name("ek:1"),
            unit: "U1",
            sort: .fileReview,
            begun: day("2024-03-01"),
            extent: .whole,
            version: SelfCheckTemplate.Version(
                of: name("mall:1"),
                number: 1,
                approved: sign("sas", "2024-01-10"),
                questions: [
                    SelfCheckTemplate.Question("q1", "Finns en plan?"),
                    SelfCheckTemplate.Question("q2", "Följs den?"),
                ]
            )
        )
        for (question, answer) in answers { try check.answer(question, answer, under: law) }
        return check
    }
}

/// An empty system whose clock stands still.
func emptySystem(
    _ backend: some StorageBackend = InMemoryStorage(),
    policies: QualityPolicies = QualityPolicies(),
    attempts: Int = 5,
    observe: @escaping @Sendable (StorageEvent) -> Void = { _ in }
) async throws -> QualitySystem {
    let access = StoreAccess(program: "tester", as: .importProgram, .readingProgram)
    let system = QualitySystem(
        backend,
        tenant: "SN",
        access: access,
        policies: policies,
        attempts: attempts,
        observe: observe
    ) { Timestamp(startOf: day("2024-03-08")) }
    try await system.prepare()
    return system
}
