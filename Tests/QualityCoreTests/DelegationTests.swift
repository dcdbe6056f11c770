import QualityCore
import TestSupport
import Testing

@Suite("A delegation order", .requirement("D-ORG-3"))
struct DelegationTests {
    private static let degree = DecisionMatter("lexSarah.degree")
    private static let manager = Delegation.Role(rawValue: "verksamhetschef")

    private static func organisation() throws -> Organisation {
        try Organisation([
            OrganisationUnit(id: "N", name: "Nämnden", level: .board, parent: nil),
            OrganisationUnit(id: "O", name: "Verksamheten", level: .operation, parent: "N"),
            OrganisationUnit(id: "P", name: "En annan", level: .operation, parent: "N"),
            OrganisationUnit(id: "U", name: "Enheten", level: .unit, parent: "O"),
        ])
    }

    private static func validity() throws -> Validity {
        try #require(Validity(from: day("2024-01-01"), through: day("2024-12-31")))
    }

    private static func delegation(
        of matter: DecisionMatter = degree,
        by source: Delegation.Source = .board(day: day("2023-12-14"), paragraph: "§ 123"),
        reporting: Delegation.Reporting = .nextMeeting
    ) throws -> Delegation {
        Delegation(of: matter, to: manager, in: "O", by: source, validity: try validity(), reporting: reporting)
    }

    private static func order(reporting: Delegation.Reporting = .nextMeeting) throws -> DelegationOrder {
        try DelegationOrder([
            delegation(reporting: reporting),
            Delegation(
                ofUrgentMattersTo: .chair,
                in: "N",
                by: .board(day: day("2023-12-14"), paragraph: "§ 124"),
                validity: validity()
            ),
        ])
    }

    private static func decision(
        _ matter: DecisionMatter = degree,
        unit: OrganisationUnitID = "U",
        role: Delegation.Role = manager,
        on date: String = "2024-03-07",
        urgency: String? = nil,
        told: String? = nil
    ) -> DelegatedDecision {
        DelegatedDecision(
            on: RecordReference(kind: RecordKind(rawValue: "lexSarahCase"), id: date),
            matter: matter,
            unit: unit,
            as: role,
            by: Signature("p1", title: "chef", on: day(date)),
            urgency: urgency,
            told: told.map(day)
        )
    }

    private static func refused(_ decision: DelegatedDecision) throws -> Refusal? {
        let (order, tree) = (try order(), try organisation())
        return refusal { _ = try order.delegation(for: decision, organisation: tree) }
    }

    @Test("refuses what lies outside it, one field away from what lies within")
    func outside() throws {
        let outside = Refusal("D-ORG-3", "role")
        #expect(try Self.refused(Self.decision()) == nil)
        #expect(try Self.refused(Self.decision(DecisionMatter("complaint.answer"))) == outside)
        #expect(try Self.refused(Self.decision(unit: "P")) == outside)
        #expect(try Self.refused(Self.decision(unit: "N")) == outside)
        #expect(try Self.refused(Self.decision(role: Delegation.Role(rawValue: "enhetschef"))) == outside)
        #expect(try Self.refused(Self.decision(on: "2023-12-31")) == outside)
        #expect(try Self.refused(Self.decision(on: "2024-01-01")) == nil)
        #expect(try Self.refused(Self.decision(on: "2024-12-31")) == nil)
        #expect(try Self.refused(Self.decision(on: "2025-01-01")) == outside)
    }

    @Test("cannot hold a matter of the board alone, nor decide one", arguments: BoardOnlyMatter.allCases)
    func boardOnly(ground: BoardOnlyMatter) throws {
        let matter = DecisionMatter("lexSarah.degree", boardOnly: ground)
        #expect(refusal { _ = try DelegationOrder([Self.delegation(of: matter)]) } == Refusal("D-ORG-3", "matter"))
        #expect(refusal { _ = try DelegationOrder([Self.delegation()]) } == nil)
        #expect(try Self.refused(Self.decision(matter)) == Refusal("D-ORG-3", "matter"))
        let urgent = try Self.refused(Self.decision(matter, role: .chair, urgency: "Nämnden möts först i maj."))
        #expect(urgent == (ground == .otherLaw ? Refusal("D-ORG-3", "matter") : nil))
    }

    @Test("of a private operator is its own order of signature, without the board's limits")
    func ownOrder() throws {
        let matter = DecisionMatter("lexSarah.degree", boardOnly: .goalsAndDirection)
        let order = try DelegationOrder([Self.delegation(of: matter, by: .orderOfSignature(document: "Firmateckning"))])
        let tree = try Self.organisation()
        #expect(refusal { _ = try order.delegation(for: Self.decision(matter), organisation: tree) } == nil)
        let blank = Delegation.Source.orderOfSignature(document: " ")
        #expect(refusal { _ = try DelegationOrder([Self.delegation(by: blank)]) } == Refusal("D-ORG-3", "source"))
    }

    @Test("rests on a decision of the board that comes first and has a paragraph")
    func source() throws {
        func made(_ date: String, _ paragraph: String) -> Refusal? {
            refusal {
                _ = try DelegationOrder([Self.delegation(by: .board(day: day(date), paragraph: paragraph))])
            }
        }
        #expect(made("2024-01-01", "§ 1") == nil)
        #expect(made("2024-01-02", "§ 1") == Refusal("D-ORG-3", "validity"))
        #expect(made("2024-01-01", " ") == Refusal("D-ORG-3", "source"))
    }

    @Test("lets the chair decide what is urgent, with the reason")
    func urgent() throws {
        let reason = "Nämnden möts först i maj."
        #expect(try Self.refused(Self.decision(unit: "P", role: .chair, urgency: reason)) == nil)
        #expect(try Self.refused(Self.decision(unit: "P", role: .chair)) == Refusal("D-ORG-3", "role"))
        #expect(try Self.refused(Self.decision(role: .chair, urgency: " ")) == Refusal("D-ORG-3", "urgency"))
        #expect(try Self.refused(Self.decision(urgency: reason)) == Refusal("D-ORG-3", "role"))
    }

    @Test("lists the decisions since the last meeting, urgent ones first, and none that a meeting was told of")
    func agenda() throws {
        let decisions = [
            Self.decision(on: "2024-02-01", told: "2024-02-15"), Self.decision(on: "2024-02-16"),
            Self.decision(on: "2024-03-14"), Self.decision(on: "2024-03-15"),
            Self.decision(role: .chair, on: "2024-03-01", urgency: "Brådskande."),
        ]
        let tree = try Self.organisation()
        let meeting = day("2024-03-14")
        let all = try Self.order().agenda(of: decisions, for: meeting, organisation: tree)
        #expect(all.map(\.record.id) == ["2024-03-01", "2024-02-16", "2024-03-14"])
        let silent = try Self.order(reporting: .notReported).agenda(of: decisions, for: meeting, organisation: tree)
        #expect(silent.map(\.record.id) == ["2024-03-01"])
    }

    @Test("flags from the day after a meeting what it was not told of")
    func untold() throws {
        let decisions = [Self.decision(role: .chair, on: "2024-03-01", urgency: "Brådskande.")]
        let told = [Self.decision(role: .chair, on: "2024-03-01", urgency: "Brådskande.", told: "2024-03-14")]
        let (order, tree) = (try Self.order(), try Self.organisation())
        let meetings = [day("2024-02-15"), day("2024-03-14")]
        func flags(_ decisions: [DelegatedDecision], _ date: String) -> [Refusal] {
            order.untold(decisions, meetings: meetings, on: day(date), organisation: tree).map { Refusal($0) }
        }
        #expect(flags(decisions, "2024-03-14").isEmpty)
        #expect(flags(decisions, "2024-03-15") == [Refusal("D-ORG-3", "told")])
        #expect(flags(told, "2024-03-15").isEmpty)
    }

    @Test("is decoded no looser than it is made")
    func decoded() throws {
        let order = try Self.order()
        #expect(try JSON.roundTrip(order) == order)
        let text = try JSON.text(order).replacing("2023-12-14", with: "2024-01-02")
        #expect(refusal { _ = try JSON.value(DelegationOrder.self, from: text) } == Refusal("D-ORG-3", "validity"))
        let labels = BoardOnlyMatter.allCases.map(\.label) + Delegation.Reporting.allCases.map(\.label)
        for label in labels { #expect(label(.swedish) != label(.english)) }
    }

    @Test(
        "cites the Local Government Act, and nothing for a private operator's own order",
        arguments: [
            (decision(DecisionMatter("complaint.answer")), "6 kap. 37 § kommunallagen (2017:725)"),
            (decision(DecisionMatter("goals", boardOnly: .goalsAndDirection)), "6 kap. 38 § kommunallagen (2017:725)"),
            (decision(role: .chair, urgency: " "), "6 kap. 39 § kommunallagen (2017:725)"),
        ]
    )
    func citation(decision: DelegatedDecision, citation: String) throws {
        let (order, tree) = (try Self.order(), try Self.organisation())
        do {
            _ = try order.delegation(for: decision, organisation: tree)
            Issue.record("a decision outside the order was accepted")
        } catch {
            #expect(error.rule == "D-ORG-3" && error.citation == citation && error.ground == .textRead)
        }
        let own = try Self.delegation(by: .orderOfSignature(document: " "))
        do {
            _ = try DelegationOrder([own])
            Issue.record("an order without a document was accepted")
        } catch {
            #expect(error.rule == "D-ORG-3" && error.citation == nil)
        }
    }
}
