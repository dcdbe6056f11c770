import Complaints
import Deviations
import LexSarah
import ProcessMaps
import QualityCore
import TestSupport

let caseSpecimens: [any AnyDraftSpecimen] = [
    deviationSpecimen, complaintSpecimen, themeSpecimen, misconductSpecimen, routineSpecimen, processSpecimen,
]

let deviationSpecimen = DraftSpecimen<Deviation.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("occurred") { $0.occurred = .day(day("2024-03-05")) },
        .init("reported") { $0.reported = day("2024-03-07") },
        .init("legalBases") { $0.legalBases = [.sol] },
        .init("category") { $0.category = "service.notDone" },
        .init("place") { $0.place = secret },
        .init("account") { $0.account = secret },
        .init("immediateAction") { $0.immediateAction = .taken(secret) },
        .init("concerned") { $0.concerned = [.person("p1", .affected)] },
        .init("reporter") { $0.reporter = .anonymous },
    ],
    faults: [
        .init("D-DEV-1", "discovered") { $0.discovered = day("2024-03-04") },
        .init("D-DEV-1", "reported") { $0.reported = day("2024-03-04") },
        .init("D-DEV-2", "legalBases") { $0.legalBases = [] },
        .init("D-DEV-2", "immediateAction") { $0.immediateAction = .taken(" ") },
        .init("D-DEV-2", "concerned") { $0.concerned = [.person("p1", .affected), .person("p1", .witness)] },
    ]
)

private let complaintSpecimen = DraftSpecimen<Complaint.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("received") { $0.received = day("2024-03-06") },
        .init("receivedBy") { $0.receivedBy = "h1" },
        .init("channel") { $0.channel = .telephone },
        .init("sender") { $0.sender = .relative },
        .init("contact") { $0.contact = .reachable(secret) },
        .init("wish") { $0.wish = .wanted },
        .init("words") { $0.words = secret },
        .init("subject") { $0.subject = .operation },
        .init("legalBases") { $0.legalBases = [.sol] },
        .init("concerns") { $0.concerns = [] },
        .init("viewpoints") {
            $0.viewpoints = [
                Complaint.Form.Row(kind: .praise, category: "treatment"),
                Complaint.Form.Row(kind: .dissatisfaction, category: "time"),
            ]
        },
    ],
    faults: [
        .init("D-CMP-2", "viewpoints") { $0.viewpoints = [] },
        .init("D-CMP-2", "viewpoints.1.kind") { $0.viewpoints?[1].kind = nil },
        .init("D-CMP-2", "viewpoints.0.category") { $0.viewpoints?[0].category = nil },
        .init("D-CMP-7", "legalBases") { $0.legalBases = [] },
        .init("D-CMP-1", "words") { $0.words = " " },
    ]
)

private let themeSpecimen = DraftSpecimen<ComplaintTheme.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("matter") { $0.matter = secret },
        .init("reason") { $0.reason = secret },
        .init("opened") { $0.opened = sign("chief", "2024-03-06") },
    ],
    faults: [.init("D-CMP-6", "reason") { $0.reason = " " }]
)

private let misconductSpecimen = DraftSpecimen<LexSarahCase.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("received") { $0.received = day("2024-03-08") },
        .init("receivedAt") { $0.receivedAt = TimeOfDay(hour: 9, minute: 0) },
        .init("receivedBy") { $0.receivedBy = "chief" },
        .init("receiver") { $0.receiver = .board },
        .init("receivedForm") { $0.receivedForm = .written },
        .init("reporter") { $0.reporter = .named("nurse", role: "undersköterska") },
        .init("noticed") { $0.noticed = .init(on: day("2024-03-07"), how: secret) },
        .init("occurred") { $0.occurred = .unknown },
        .init("account") { $0.account = secret },
        .init("legalBases") { $0.legalBases = [.sol] },
        .init("operatedBy") { $0.operatedBy = .board },
        .init("concerned") { $0.concerned = .group(size: nil) },
        .init("remedy") { $0.remedy = .notYet },
    ],
    faults: [
        .init("D-LXS-1", "receiver") { $0.receiver = .privateOperator },
        .init("D-LXS-1", "reporter") { $0.reporter = .named("nurse", role: " ") },
        .init("D-LXS-13", "received") { $0.noticed = .init(on: day("2024-03-09"), how: secret) },
        .init("D-LXS-13", "noticed") { $0.noticed = .init(on: day("2024-03-07"), how: " ") },
        .init("D-LXS-13", "concerned") { $0.concerned = .persons([]) },
        .init("D-LXS-3", "remedy") { $0.remedy = .notApplicable(reason: "") },
    ]
)

private let routineSpecimen = DraftSpecimen<Routine.Form>(
    steps: [
        .init("name") { $0.name = secret },
        .init("unit") { $0.unit = "U1" },
        .init("operations") { $0.operations = ["O1"] },
        .init("instruction") { $0.instruction = secret },
        .init("responsible") { $0.responsible = "enhetschef" },
    ],
    faults: [
        .init("D-PRO-2", "instruction") { $0.instruction = " " },
        .init("D-PRO-7", "operations") { $0.operations = [] },
    ]
)

private let processSpecimen = DraftSpecimen<CareProcess.Form>(
    steps: [
        .init("name") { $0.name = secret },
        .init("processKind") { $0.processKind = .main },
        .init("unit") { $0.unit = "U1" },
        .init("identified") { $0.identified = day("2024-03-01") },
        .init("operations") { $0.operations = ["O1"] },
        .init("owners") {
            $0.owner = ProcessOwners.Period(person: "chief", title: "enhetschef", from: day("2024-03-01"))
        },
        .init("purpose") { $0.purpose = secret },
        .init("start") { $0.start = "ansökan" },
        .init("end") { $0.end = "avslut" },
        .init("inputs") { $0.inputs = ["ansökan"] },
        .init("outputs") { $0.outputs = ["insats"] },
        .init("roles") { $0.roles = ["handläggare"] },
        .init("steps") { $0.steps = [careStep()] },
        .init("coOperationInside") { $0.coOperationInside = CoOperation.none(reason: "en enhet") },
        .init("coOperationOutside") { $0.coOperationOutside = .parties([.init(name: "regionen", manner: "möten")]) },
    ],
    faults: [
        .init("D-PRO-1", "steps") { $0.steps = [careStep(role: "vaktmästare")] },
        .init("D-PRO-1", "owners") {
            $0.owner = ProcessOwners.Period(person: "chief", title: " ", from: day("2024-03-01"))
        },
        .init("D-PRO-1", "inputs") { $0.inputs = [] },
        .init("D-PRO-2", "steps.routineNeed") { $0.steps = [careStep(need: nil)] },
        .init("D-PRO-5", "map") { $0.map = "map m\nprocess p\n  \(secret)" },
    ]
)

private func careStep(
    role: ProcessRole = "handläggare",
    need: ProcessStep.RoutineNeed? = ProcessStep.RoutineNeed.none(reason: "enkelt")
) -> ProcessStep {
    ProcessStep(id: "s1", name: secret, role: role, routineNeed: need.map(Stated.value))
}
