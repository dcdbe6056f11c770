import LexSarah
import QualityCore
import TestSupport
import Testing

@Suite("Conflict of interest in a Lex Sarah case", .requirement("D-SEC-4"))
struct LexSarahConflictTests {
    private static let law = Law.swedish
    private static let people = Involvement(involved: ["chief"], superiors: ["ulla": "leader", "leader": "chief"])
    private static let sound = ConflictOverride(reason: "Ingen annan kan i tid.", by: by("head", "2024-03-10"))

    private static func involved(_ people: Involvement = people) throws -> LexSarahCase {
        var found = try Draft().opened()
        try found.recordInvolvement(of: people, by: by("head", "2024-03-08"), under: law)
        return found
    }

    @Test(
        "keeps the involved and their subordinates from investigating, and nobody else",
        arguments: [("chief", false), ("leader", false), ("ulla", false), ("per", true)]
    )
    func investigator(person: PersonReference, isLegal: Bool) throws {
        let expected = isLegal ? nil : Refusal("D-SEC-4", "investigator")
        var found = try Self.involved()
        let assigner = by("head", "2024-03-09")
        #expect(refusal { try found.assignInvestigator(person, by: assigner, under: Self.law) } == expected)
        #expect(found.investigator == (isLegal ? person : nil))
        found = try Self.involved()
        #expect(
            refusal { try found.begin(by: Signature(person, title: "SAS", on: day("2024-03-10")), under: Self.law) }
                == expected
        )
    }

    @Test("is cited with the provision of the day and how firm its ground is")
    func citation() throws {
        var found = try Self.involved()
        do {
            try found.begin(by: by("ulla", "2024-03-10"), under: Self.law)
            Issue.record("a subordinate began the investigation")
        } catch {
            #expect(error.citation == "16–18 §§ förvaltningslagen (2017:900)" && error.ground == .textRead)
        }
    }

    @Test(
        "is set aside by a reason of another, impartial person alone",
        arguments: [
            (ConflictOverride(reason: " ", by: by("head", "2024-03-10")), false),
            (ConflictOverride(reason: "Brådskar.", by: by("ulla", "2024-03-10")), false),
            (ConflictOverride(reason: "Brådskar.", by: by("chief", "2024-03-10")), false), (sound, true),
        ]
    )
    func overridden(override: ConflictOverride, isLegal: Bool) throws {
        var found = try Self.involved()
        let refused = refusal {
            try found.assignInvestigator("ulla", by: by("head", "2024-03-10"), override: override, under: Self.law)
        }
        #expect(refused == (isLegal ? nil : Refusal("D-SEC-4", "investigator")))
        #expect(found.conflictExceptions.map(\.override) == (isLegal ? [override] : []))
        guard isLegal else { return }
        #expect(refusal { try found.begin(by: by("ulla", "2024-03-10"), under: Self.law) } == nil)
        #expect(found.conflictExceptions.count == 1, "one exception is listed once")
        #expect(try JSON.roundTrip(found) == found)
    }

    @Test("keeps the involved from deciding", arguments: [("per", false), ("rut", true)])
    func decider(involved: PersonReference, isLegal: Bool) throws {
        var found = try Draft().investigated()
        try found.propose(.init(.misconduct, motivation: "Förslag.", by: by("ulla", "2024-05-02")), under: Self.law)
        try found.recordInvolvement(
            of: Involvement(involved: [involved]),
            by: by("head", "2024-05-03"),
            under: Self.law
        )
        let expected = isLegal ? nil : Refusal("D-SEC-4", "decision.by")
        #expect(refusal { try found.decide(Draft().decision, under: Self.law) } == expected)
        #expect((found.decision == nil) != isLegal)
        if !isLegal {
            #expect(refusal { try found.decide(Draft().decision, override: Self.sound, under: Self.law) } == nil)
            #expect(found.facts.observations[0].codes[.conflictException] == ["involved"])
        }
    }

    @Test("that comes to light later relieves the investigator and is a finding, and undoes nothing")
    func later() throws {
        var found = try Draft().opened()
        try found.assignInvestigator("ulla", by: by("head", "2024-03-09"), under: Self.law)
        try found.begin(by: by("ulla", "2024-03-10"), under: Self.law)
        #expect([found].conflictsFoundLater().isEmpty)
        try found.recordInvolvement(of: Self.people, by: by("head", "2024-03-11"), under: Self.law)
        #expect(found.investigator == nil && found.violations(under: Self.law).isEmpty)
        #expect([found].conflictsFoundLater().allSatisfy { $0.check.clearance.person == "ulla" })
        #expect([found].conflictsFoundLater().count == 2)
    }

    @Test("is not asked about where the rule is switched off")
    func suspended() throws {
        var found = try Self.involved()
        #expect(refusal { try found.begin(by: by("ulla", "2024-03-10"), under: Self.law.suspending("D-SEC-4")) } == nil)
    }

    @Test("leaves a proposal without words refused", .requirement("D-LXS-13"), arguments: [(" ", false), ("F.", true)])
    func proposal(words: String, isLegal: Bool) throws {
        var found = try Draft().investigated()
        let proposal = MisconductDecision.Proposal(.misconduct, motivation: words, by: by("ulla", "2024-05-02"))
        let expected = isLegal ? nil : Refusal("D-LXS-13", "proposal.motivation")
        #expect(refusal { try found.propose(proposal, under: Self.law) } == expected)
    }
}
