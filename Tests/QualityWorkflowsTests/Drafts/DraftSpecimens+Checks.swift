import QualityCore
import SelfChecks
import TestSupport

let checkSpecimens: [any AnyDraftSpecimen] = [
    checkSpecimen, planSpecimen, templateSpecimen, providerSpecimen,
]

private let checkSpecimen = DraftSpecimen<SelfCheck.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("sort") { $0.sort = .fileReview },
        .init("begun") { $0.begun = day("2024-03-01") },
        .init("extent") { $0.extent = .all(population: 2) },
        .init("version") { form in
            form.version = try? SelfCheckTemplate.Version(
                of: name("mall:1"),
                number: 1,
                approved: sign("sas", "2024-01-10"),
                questions: [.init("q1", "Finns en plan?"), .init("q2", "Följs den?")]
            )
            for item in 1...2 {
                form.answer("q1", .no, item: item)
                form.answer("q2", .notAssessed(reason: secret), item: item)
            }
        },
    ],
    faults: [
        .init("D-SLF-3", "answers.q2") { $0.answer("q2", nil, item: 2) },
        .init("D-SLF-3", "answers") { $0.answer("q2", .notAssessed(reason: " "), item: 1) },
        .init("D-SLF-3", "answers") { $0.answer("q9", .yes, item: 1) },
        .init("D-SLF-12", "extent") { $0.extent = .all(population: 0) },
    ]
)

private let planSpecimen = DraftSpecimen<SelfCheckPlan.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("year") { $0.year = 2024 },
        .init("checks") {
            $0.checks = [
                PlannedCheck(
                    "c1",
                    what: secret,
                    sort: .fileReview,
                    how: .value("Aktgranskning"),
                    schedule: .once(day("2024-05-02")),
                    responsible: .value("p1"),
                    sample: .size(10),
                    subjects: .value([RecordReference(kind: RecordKind(rawValue: "routine"), id: "r:1")]),
                    ifNotMet: .value("Avvikelse skrivs.")
                )
            ]
        },
    ],
    faults: [
        .init("D-SLF-2", "checks") { $0.checks = [] },
        .init("D-SLF-2", "checks.what") { $0.checks?[0].what = " " },
        .init("D-SLF-2", "checks.responsible") { $0.checks?[0].responsible = nil },
        .init("D-SLF-2", "checks") { $0.checks?[0].graceDays = -1 },
        .init("D-SLF-6", "checks.schedule") { $0.checks?[0].schedule = .once(day("2025-05-02")) },
        .init("D-SLF-2", "year") { $0.year = 0 },
    ]
)

private let templateSpecimen = DraftSpecimen<SelfCheckTemplate.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("title") { $0.title = secret },
        .init("questions") { $0.questions = [.init("q1", secret)] },
        .init("approved") { $0.approved = sign("sas", "2024-01-10") },
    ],
    faults: [
        .init("D-SLF-5", "questions") { $0.questions = [.init("q1", " ")] },
        .init("D-SLF-5", "questions") { $0.questions = [.init("q1", secret), .init("q1", secret)] },
    ]
)

private let providerSpecimen = DraftSpecimen<ProviderFollowUp.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("provider") { $0.provider = "P1" },
        .init("period") { $0.period = CalendarPeriod(year: 2024) },
    ],
    faults: [
        .init("D-SLF-11", "told") {
            $0.told = [ToldCheck(what: " ", done: nil, result: secret, told: day("2024-03-01"))]
        }
    ]
)
