import Complaints
import QualityCore
import TestSupport
import Testing

@Suite(
    "Whatever acts follow, a submission",
    .requirement("D-CMP-1", "D-CMP-2", "D-CMP-3", "D-CMP-4", "D-CMP-5", "D-CMP-7", "D-SEC-4")
)
struct ComplaintWalkTests {
    private static var walk: Walk<ComplaintWalk> {
        Walk(
            acts: ComplaintWalk.Act.allCases.map(\.rawValue),
            phases: ComplaintPhase.allCases.map(\.rawValue),
            steps: 40,
            start: ComplaintWalk.init
        )
    }

    @Test("keeps what the rules of complaints ask for", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.walk.verify(seed: seed) }

    @Test("breaks it when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.walk.verifyRulesAreNeeded(seed: seed) }
}

@Suite("Whatever acts follow, a theme", .requirement("D-CMP-6"))
struct ThemeWalkTests {
    private typealias Model = RecordModel<ComplaintTheme>

    @Test("keeps its texts and its order", arguments: Seeds.some(1))
    func holds(seed: UInt64) throws { try Self.model.verify(seed: seed) }

    @Test("breaks them when a rule is switched off", arguments: Seeds.some(1))
    func needed(seed: UInt64) throws { try Self.model.verifyRulesAreNeeded(seed: seed) }

    private static var model: Model {
        Model(
            draft: { draws in
                try .draft(matter: draws.text(), reason: draws.text(), opened: "2024-03-01")
            },
            acts: [
                Model.Act("setAnswer") { theme, draws, law in
                    try theme.setAnswer(.draft(on: date(&draws).description, words: draws.text()), under: law)
                },
                Model.Act("end") { theme, draws, law in
                    let submissions = try submissions(of: theme, &draws)
                    if submissions.isEmpty, draws.happens(percent: 60) { throw notTried }
                    let open = submissions.contains { $0.phase == .joinedToTheme }
                    try theme.end(by: signed(date(&draws)), submissions: submissions, under: law)
                    #expect(!open, "a theme ended with an open submission")
                },
            ],
            invariants: [
                Model.Invariant("D-CMP-6") { $0.matter != " " && $0.reason != " " },
                Model.Invariant("D-CMP-6") { $0.answer?.words.value != " " },
                Model.Invariant("D-CMP-6") { theme in
                    let days = [theme.opened.day, theme.answer?.day, theme.ended?.day].compactMap(\.self)
                    return days == days.sorted()
                },
            ],
            phases: ["open", "answered", "ended"],
            length: 6
        )
    }

    private static func date(_ draws: inout Draws) -> CalendarDate { draws.later(day("2024-02-28"), 0...8) }

    private static func submissions(of theme: ComplaintTheme, _ draws: inout Draws) throws -> [Complaint] {
        guard draws.happens(percent: 50) else { return [] }
        var complaint = try Complaint.draft(.draft(), received: day("2024-03-01"))
        try complaint.join(theme, by: signed("2024-03-01"), under: law)
        return [complaint]
    }
}
