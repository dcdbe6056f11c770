import LexSarah
import QualityCore
import TestSupport
import Testing

@Suite("A Lex Sarah case")
struct LexSarahCaseTests {
    /// One draft that is refused with a rule and field, beside the nearest one that is accepted.
    struct Pair: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let rule: String
        let broken: @Sendable (inout Draft) -> Void
        let sound: @Sendable (inout Draft) -> Void

        init(
            _ rule: String,
            _ field: String,
            _ broken: @escaping @Sendable (inout Draft) -> Void,
            _ sound: @escaping @Sendable (inout Draft) -> Void = { _ in }
        ) {
            testDescription = "\(rule) \(field)"
            self.rule = rule
            self.broken = broken
            self.sound = sound
        }
    }

    static func check(_ pair: Pair) {
        #expect(refusal { _ = try Draft.with(pair.sound).closed() } == nil)
        #expect(refusal { _ = try Draft.with(pair.broken).closed() }?.description == pair.testDescription)
        let suspended: @Sendable (inout Draft) -> Void = { draft in
            pair.broken(&draft)
            draft.law = draft.law.suspending(pair.rule)
        }
        #expect(refusal { _ = try Draft.with(suspended).closed() }?.rule != pair.rule)
    }

    @Test(
        "has reports by a named reporter to the right receiver",
        .requirement("D-LXS-1"),
        arguments: [
            Pair("D-LXS-1", "reports.reporter") { $0.reporter = .named("anna", role: " ") },
            Pair("D-LXS-1", "reports.receipt.receiver") { $0.receiver = .privateOperator },
            Pair(
                "D-LXS-1",
                "reports.receipt.receiver",
                { ($0.kind, $0.receiver) = (.stateAgency, .board) },
                { ($0.kind, $0.receiver, $0.bases) = (.stateAgency, .board, [.lss]) }
            ),
            Pair(
                "D-LXS-1",
                "reports.reporter.takenOnBy",
                { $0.reporter = .anonymousSource(takenOnBy: "anna", role: "chef") },
                { $0.reporter = .anonymousSource(takenOnBy: "rut", role: "chef") }
            ),
        ]
    )
    func reports(pair: Pair) { Self.check(pair) }

    @Test(
        "has an oral report written down on the day of receipt or later",
        .requirement("D-LXS-1"),
        arguments: [("2024-03-06", false), ("2024-03-07", true)]
    )
    func oral(date: String, isLegal: Bool) {
        let draft = Draft.with { $0.form = .oral(writtenDown: by("rut", date)) }
        #expect(refusal { _ = try draft.opened() } == (isLegal ? nil : Refusal("D-LXS-1", "reports.receipt.form")))
    }

    @Test(
        "has grounds that fit its degree",
        .requirement("D-LXS-2"),
        arguments: [
            Pair("D-LXS-2", "decision.grounds.affected") {
                $0.grounds = MisconductGrounds(affected: [], outcome: .threatOrConsequences)
            },
            Pair(
                "D-LXS-2",
                "decision.grounds.outcome",
                {
                    ($0.degree, $0.grounds) = (
                        .tangibleRisk, MisconductGrounds(affected: [.life], outcome: .risk([.obvious]))
                    )
                },
                {
                    $0.degree = .tangibleRisk
                    $0.grounds = MisconductGrounds(affected: [.life], outcome: .risk([.obvious, .concrete]))
                }
            ),
        ]
    )
    func grounds(pair: Pair) { Self.check(pair) }

    @Test(
        "is investigated, if only to a short stance, and says why there is nothing to remedy",
        .requirement("D-LXS-3"),
        arguments: [
            Pair(
                "D-LXS-3",
                "notes",
                { ($0.topics, $0.scope, $0.degree) = ([], .stance, .noMisconduct) },
                { ($0.topics, $0.scope, $0.degree) = ([.other], .stance, .noMisconduct) }
            ),
            Pair(
                "D-LXS-3",
                "remedy",
                { $0.remedy = .notApplicable(reason: "") },
                { $0.remedy = .notApplicable(reason: "Inget hände.") }
            ),
        ]
    )
    func remedied(pair: Pair) { Self.check(pair) }

    @Test("stands on the list of open dangers until remedied, whatever its phase", .requirement("D-LXS-3"))
    func openDangers() throws {
        var found = try Draft.with { $0.remedy = .notYet }.closed()
        #expect([found].openDangers() == [found] && found.phase == .closed)
        try found.state(.remedied(day("2024-06-01")), under: .swedish)
        #expect([found].openDangers().isEmpty)
        #expect(
            refusal { try found.state(.remedied(day("2024-01-01")), under: .swedish) } == Refusal("D-LXS-3", "remedy")
        )
    }

    @Test(
        "has an investigation that answers its questions, entry by entry",
        .requirement("D-LXS-4"),
        arguments: [
            Pair(
                "D-LXS-4",
                "notes",
                { $0.topics.removeAll { $0 == .causes } },
                { $0.topics.removeAll { $0 == .other } }
            ),
            Pair("D-LXS-4", "notes.text") { $0.noteText = " \n" },
            Pair("D-LXS-4", "notes.text") { $0.noteTitle = "" },
            Pair(
                "D-LXS-4",
                "decision.degree",
                { $0.scope = .stance },
                { ($0.scope, $0.degree) = (.stance, .noMisconduct) }
            ),
        ]
    )
    func investigation(pair: Pair) { Self.check(pair) }

    @Test(
        "is decided with a motivation and under a delegation, whatever the degree",
        .requirement("D-LXS-5"),
        arguments: MisconductDegree.allCases
    )
    func decided(degree: MisconductDegree) {
        let isNotified = degree.requiresNotification
        for text in ["", " \n\t"] {
            Self.check(
                Pair(
                    "D-LXS-5",
                    "decision.motivation",
                    { ($0.degree, $0.notifies, $0.motivation) = (degree, isNotified, text) },
                    { ($0.degree, $0.notifies, $0.motivation) = (degree, isNotified, ".") }
                )
            )
            Self.check(
                Pair(
                    "D-LXS-5",
                    "decision.delegation",
                    { ($0.degree, $0.notifies, $0.delegation) = (degree, isNotified, text) },
                    { ($0.degree, $0.notifies) = (degree, isNotified) }
                )
            )
        }
    }

    @Test(
        "is notified before it is closed, when it is serious or was suspected to be",
        .requirement("D-LXS-6"),
        arguments: [
            Pair("D-LXS-6", "notification", { $0.degree = .serious }, { ($0.degree, $0.notifies) = (.serious, true) }),
            Pair("D-LXS-6", "notification", { $0.degree = .tangibleRiskOfSerious }),
            Pair(
                "D-LXS-6",
                "notification",
                { $0.suspicion = .yes(by("rut", "2024-03-07")) },
                { $0.suspicion = .no(reason: "Inte uppenbart.") }
            ),
            Pair(
                "D-LXS-6",
                "notification.investigation",
                { ($0.degree, $0.notifies, $0.includesInvestigation) = (.serious, true, false) },
                { ($0.degree, $0.notifies) = (.serious, true) }
            ),
        ]
    )
    func notified(pair: Pair) { Self.check(pair) }

    @Test(
        "is late with its investigation from the day after the same date two months on",
        .requirement("D-LXS-6"),
        arguments: [
            ("2024-03-07", "2024-05-07", "2024-05-08"), ("2024-12-31", "2025-02-28", "2025-03-01"),
            ("2023-12-31", "2024-02-29", "2024-03-01"),
        ]
    )
    func twoMonths(sent: String, last: String, late: String) throws {
        var found = try Draft.with {
            ($0.received, $0.noticed) = (day("2023-12-30"), day("2023-12-30"))
            ($0.occurred, $0.remedy) = (.unknown, .notYet)
        }.opened()
        try found.notify(by: by("per", sent), of: .board, includesInvestigation: false, under: .swedish)
        #expect(found.facts.dueOn == day(last))
        #expect([found].lateInvestigations(on: day(last)).isEmpty)
        #expect([found].lateInvestigations(on: day(late)) == [found])
        #expect(
            refusal { try found.notify(by: by("per", late), of: .board, includesInvestigation: false, under: .swedish) }
                == Refusal("D-LXS-6", "notified")
        )
    }

    @Test(
        "is notified by its operator alone, who tells the board if private",
        .requirement("D-LXS-7"),
        arguments: [
            Pair(
                "D-LXS-7",
                "notification.notifier",
                { ($0.degree, $0.notifies, $0.notifier) = (.serious, true, .privateOperator) },
                { ($0.degree, $0.notifies, $0.notifier) = (.serious, true, .board) }
            ),
            Pair(
                "D-LXS-7",
                "boardInformed",
                { ($0.kind, $0.receiver, $0.boardIsTold) = (.privateOperator, .privateOperator, false) },
                { ($0.kind, $0.receiver) = (.privateOperator, .privateOperator) }
            ),
        ]
    )
    func provider(pair: Pair) { Self.check(pair) }

    @Test(
        "has a category when decided, and a decider who is not the investigator",
        .requirement("D-LXS-10", "D-LXS-13"),
        arguments: [
            Pair("D-LXS-10", "categories", { $0.categories = [] }, { $0.categories = ["abuse"] }),
            Pair("D-LXS-13", "decision.by") { $0.decider = "ulla" },
            Pair("D-LXS-13", "legalBases") { $0.bases = [] },
            Pair("D-LXS-13", "concerned", { $0.concerned = .persons([]) }, { $0.concerned = .operation }),
        ]
    )
    func filed(pair: Pair) { Self.check(pair) }

    @Test(
        "answers each reporter, or says why not, before it is closed",
        .requirement("D-LXS-11"),
        arguments: [
            Pair("D-LXS-11", "reports.answer") { $0.reporterAnswer = nil },
            Pair(
                "D-LXS-11",
                "reports.answer",
                { $0.reporterAnswer = .no(reason: "") },
                { $0.reporterAnswer = .yes(by("rut", "2024-05-11")) }
            ),
        ]
    )
    func answered(pair: Pair) { Self.check(pair) }

    @Test(
        "ends no investigation with a question about the person unanswered",
        .requirement("D-LXS-14"),
        arguments: PersonAnswers.Question.allCases.map { question in
            Pair("D-LXS-14", "answers.\(question.rawValue)") { $0.unanswered = question }
        } + [
            Pair("D-LXS-14", "answers.heard") { $0.heard = .no(reason: " ") },
            Pair("D-LXS-14", "answers.police") { $0.police = nil },
            Pair(
                "D-LXS-14",
                "answers.police",
                { $0.police = .made(by("per", "2024-03-08"), number: "") },
                { $0.police = .made(by("per", "2024-03-08"), number: "5000-K1-24") }
            ),
        ]
    )
    func person(pair: Pair) { Self.check(pair) }

    @Test("is refused in words that hold nothing of its text", .requirement("D-SEC-2"))
    func silentRefusals() throws {
        var found = try Draft.with { $0.motivation = "18880312-1234 Hemlig" }.decided()
        let violation = try #require(throws: RuleViolation.self) {
            try found.begin(by: by("x", "2024-01-01"), under: .swedish)
        }
        #expect(!violation.description.contains("Hemlig"))
        #expect(violation.rule == "D-LXS-13")
    }

    @Test("cites the provision of the act and day that select it", .requirement("D-LAW-1"))
    func citation() throws {
        for (basis, citation) in [(LegalBasis.sol, "14 kap. 6 §"), (.lss, "24 e §")] {
            let violation = try #require(throws: RuleViolation.self) {
                try Draft.with { ($0.bases, $0.topics) = ([basis], []) }.investigated()
            }
            #expect(violation.citation?.hasPrefix(citation) == true)
        }
    }
}
