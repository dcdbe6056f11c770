import Improvements
import QualityCore
import TestSupport

let improvementSpecimens: [any AnyDraftSpecimen] = [
    measureSpecimen, riskSpecimen, goalSpecimen, decisionSpecimen, analysisSpecimen, surveySpecimen, reviewSpecimen,
    unexecutedSpecimen, situationSpecimen,
]

private let routine = RecordReference(kind: RecordKind(rawValue: "routine"), id: "r:1")

private let measureSpecimen = DraftSpecimen<Measure.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("what") { $0.what = secret },
        .init("goal") { $0.goal = secret },
        .init("responsible") { $0.responsible = "planner" },
        .init("due") { $0.due = day("2024-04-30") },
        .init("followUpOn") { $0.followUpOn = day("2024-05-15") },
        .init("sources") { $0.sources = [routine] },
        .init("proposedBy") { $0.proposedBy = sign("chief", "2024-03-10") },
    ],
    faults: [
        .init("D-MSR-1", "followUpOn") { $0.followUpOn = day("2024-04-29") },
        .init("D-MSR-3", "sources") { $0.sources = [] },
    ]
)

private let riskSpecimen = DraftSpecimen<RiskAnalysis.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("begun") { $0.begun = day("2024-03-01") },
        .init("trigger") { $0.trigger = .staffing },
        .init("scope") { $0.scope = secret },
        .init("participants") { $0.participants = [.init("p1", title: "sjuksköterska")] },
    ],
    faults: [
        .init("D-RSK-4", "change") { $0.trigger = .reorganisation },
        .init("D-RSK-4", "participants") { $0.participants = [] },
        .init("D-RSK-1", "events") { $0.events = [.init(account: .value(" "))] },
        .init("D-RSK-1", "events") {
            let assessment = RiskAnalysis.Assessment(likelihood: 5, consequence: 1, by: sign("p1", "2024-03-02"))
            $0.events = [.init(account: .value(secret), assessments: [assessment])]
        },
    ]
)

private let goalSpecimen = DraftSpecimen<Goal.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("period") { $0.period = CalendarPeriod(year: 2024) },
        .init("wording") { $0.wording = secret },
        .init("indicator") { $0.indicator = secret },
    ],
    faults: [
        .init("D-GOL-1", "target") { $0.target = .init(.atLeast, 80, partlyFrom: 90) },
        .init("D-GOL-1", "target") { $0.target = .init(.atLeast, .nan) },
    ]
)

private let decisionSpecimen = DraftSpecimen<BoardDecision.Form>(
    steps: [
        .init("unit") { $0.unit = "SN" },
        .init("day") { $0.day = day("2024-03-01") },
        .init("level") { $0.level = .political },
        .init("text") { $0.text = secret },
        .init("deciders") { $0.deciders = ["d1"] },
        .init("presenters") { $0.presenters = [] },
        .init("otherParticipants") { $0.otherParticipants = [] },
        .init("problem") { $0.problem = secret },
        .init("basis") { $0.basis = secret },
        .init("unknowns") { $0.unknowns = secret },
        .init("proportionality") { $0.proportionality = secret },
        .init("relevance") { $0.relevance = secret },
        .init("urgency") { $0.urgency = secret },
        .init("heard") { $0.heard = [] },
        .init("carriedOutBy") { $0.carriedOutBy = "chief" },
        .init("followUp") { $0.followUp = secret },
        .init("reach") { $0.reach = .all },
        .init("duration") { $0.duration = .until(day("2025-03-01")) },
        .init("consequences") { form in
            form.consequences = Dictionary(
                uniqueKeysWithValues: BoardDecision.Area.allCases.map { ($0, .no(reason: secret)) }
            )
        },
    ],
    faults: [
        .init("D-DEC-1", "delegation") { $0.level = .delegated },
        .init("D-DEC-1", "duration") { $0.duration = .until(day("2024-03-01")) },
        .init("D-DEC-1", "otherParticipants") { $0.otherParticipants = ["d1"] },
        .init("D-DEC-1", "consequences") { $0.consequences?[.children] = nil },
        .init("D-DEC-1", "consequences") { $0.consequences?[.children] = .no(reason: " ") },
    ]
)

private let analysisSpecimen = DraftSpecimen<JointAnalysis.Form>(
    steps: [
        .init("unit") { $0.unit = "SN" },
        .init("period") { $0.period = CalendarPeriod(year: 2023) },
        .init("units") { $0.units = ["U1", "U2"] },
        .init("participants") { $0.participants = ["p1"] },
    ],
    faults: [
        .init("D-ANA-1", "figures") { $0.figures = [.reports: .count(byUnit: ["U1": 1], cutOff: day("2023-12-30"))] },
        .init("D-ANA-1", "figures") { $0.figures = [.reports: .count(byUnit: ["U9": 1], cutOff: day("2024-01-30"))] },
        .init("D-ANA-1", "figures") { $0.figures = [.reports: .count(byUnit: ["U1": -1], cutOff: day("2024-01-30"))] },
        .init("D-ANA-1", "patterns") { $0.patterns = .found([]) },
    ]
)

private let surveySpecimen = DraftSpecimen<UserSurvey.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("period") { $0.period = CalendarPeriod(year: 2024) },
        .init("name") { $0.name = secret },
        .init("interval") { $0.interval = .yearly },
    ],
    faults: [
        .init("D-SUR-1", "findings") { $0.findings = findings(answered: 11) },
        .init("D-SUR-1", "notCarriedOut") {
            $0.findings = findings(answered: 9)
            $0.notCarriedOut = .tooFew
        },
        .init("D-SUR-1", "notCarriedOut") { $0.notCarriedOut = .other(" ") },
    ]
)

private func findings(answered: Int) -> UserSurvey.Findings {
    UserSurvey.Findings(all: .init(distributed: 10, answered: answered, satisfied: 0.5), on: day("2024-11-01"))
}

private let reviewSpecimen = DraftSpecimen<ExternalReview.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("sort") { $0.sort = .supervision },
        .init("authority") { $0.authority = secret },
        .init("number") { $0.number = secret },
        .init("received") { $0.received = day("2024-03-01") },
    ],
    faults: [
        .init("D-EXT-1", "outcome") { $0.sort = .judgment },
        .init("D-EXT-1", "received") { $0.demands = [.init(secret, due: day("2024-02-01"))] },
        .init("D-EXT-1", "demands") { $0.demands = [.init(" ", due: day("2024-04-01"))] },
    ]
)

private let unexecutedSpecimen = DraftSpecimen<UnexecutedDecision.Form>(
    steps: [
        .init("unit") { $0.unit = "U1" },
        .init("legalBasis") { $0.legalBasis = .lss },
        .init("service") { $0.service = "housing" },
        .init("origin") { $0.origin = .notCarriedOut(decided: day("2024-03-01")) },
        .init("reporter") { $0.reporter = .deciding },
    ],
    faults: [
        .init("D-EVB-1", "legalBasis") { $0.legalBasis = .hsl },
        .init("D-EVB-1", "origin") {
            $0.origin = .interrupted(decided: day("2024-03-01"), interrupted: day("2024-02-01"))
        },
        .init("D-EVB-2", "reasons") { $0.reasons = [.init("other", text: " ", on: day("2024-04-01"))] },
        .init("D-EVB-2", "reasons") { $0.reasons = [.init("other", text: secret, on: day("2024-02-01"))] },
    ]
)

private let situationSpecimen = DraftSpecimen<SituationReport.Form>(
    steps: [
        .init("unit") { $0.unit = "SN" },
        .init("purpose") { $0.purpose = secret },
        .init("use") { $0.use = secret },
        .init("begun") { $0.begun = day("2024-03-01") },
        .init("units") { $0.units = ["U1"] },
        .init("areas") { $0.areas = ["staffing"] },
        .init("rhythm") { $0.rhythm = 7 },
    ],
    faults: [
        .init("D-SIT-1", "rhythm") { $0.rhythm = 0 },
        .init("D-SIT-1", "units") { $0.units = [] },
    ]
)
