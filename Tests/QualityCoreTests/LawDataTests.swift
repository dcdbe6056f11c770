import QualityCore
import TestSupport
import Testing

@Suite("Law as data")
struct LawDataTests {
    private static let change = day("2025-07-01")

    @Test("lets an open duty go on under the new provision unless a transition keeps it", .requirement("D-LAW-1"))
    func transition() {
        func citation(_ law: Law, _ done: String) -> String? {
            law.provision(for: .investigateMisconduct, arisen: day("2025-06-20"), on: day(done), basis: .sol)?.citation
        }
        let keeping = Law.swedish.setting(Law.Transition(keeping: .investigateMisconduct, arisenBefore: Self.change))
        #expect(citation(.swedish, "2025-06-30")?.hasPrefix("14 kap. 6 §") == true)
        #expect(citation(.swedish, "2025-07-10")?.hasPrefix("27 kap. 5 §") == true)
        #expect(citation(keeping, "2025-07-10")?.hasPrefix("14 kap. 6 §") == true)
        #expect(
            keeping.provision(for: .investigateMisconduct, arisen: Self.change, on: day("2025-07-10"))?.citation
                .hasPrefix("27 kap. 5 §") == true
        )
    }

    @Test(
        "tells deadline, receiver, actor and selecting day of a provision",
        .requirement("D-LAW-1"),
        arguments: [
            (.reportMisconduct, .awareness, .performer), (.investigateMisconduct, .receipt, .operatorOfService),
            (.notifyMisconduct, .assessment, .operatorOfService),
            (.reportNotCarriedOut, .decisionOrInterruption, .board),
        ] as [(Provision.Duty, Provision.SelectingDay, Provision.Party)]
    )
    func content(duty: Provision.Duty, selected: Provision.SelectingDay, actor: Provision.Party) throws {
        for basis in [LegalBasis.sol, .lss] {
            for date in ["2024-01-01", "2026-01-01"] {
                let found = try #require(Law.swedish.provision(for: duty, on: day(date), basis: basis))
                #expect(found.selectedBy == selected && found.actors == [actor] && found.deadline != nil)
                #expect(found.text.map { $0.swedish != $0.english } == true)
                #expect(found.basis == basis)
            }
        }
    }

    @Test(
        "says what an old provision became and how much of it that is",
        .requirement("D-LAW-2"),
        arguments: [
            ("SoL2001.14:3", ["SoL2025.27:2"], .same), ("SoL2001.14:6", ["SoL2025.27:5"], .changed),
            ("SoL2001.3:3a", ["SoL2025.27:1"], .wider), ("SoL2001.14:2", ["SoL2025.5:1-2"], .same),
            ("SoL2001.3:3", ["SoL2025.5:1", "SoL2025.5:2", "SoL2025.5:3"], .same),
            ("SoL2001.7:6", ["SoL2025.17:10"], .same), ("SoL2001.16:6f", ["SoL2025.34:1"], .same),
            ("LSS.24f", ["LSS.24f"], .same), ("LSS.24g", ["LSS.24g"], .changed),
        ] as [(String, [String], Law.Correspondence.Likeness)]
    )
    func correspondence(older: String, newer: [String], likeness: Law.Correspondence.Likeness) {
        let pairs = Law.swedish.successors(of: Provision.ID(rawValue: older))
        #expect(pairs.map(\.newer.rawValue) == newer)
        #expect(pairs.allSatisfy { $0.likeness == likeness })
        #expect(Law.swedish.predecessors(of: Provision.ID(rawValue: newer[0])).map(\.older.rawValue) == [older])
    }

    @Test("does not hold the provision for children equal to that for all", .requirement("D-LAW-2"))
    func widerIsNotEqual() {
        let wider = Law.swedish.correspondences.filter { $0.likeness == .wider }
        #expect(wider.map(\.older.rawValue) == ["SoL2001.3:3a"])
    }

    @Test(
        "gives a word of the law no last day and a number one",
        .requirement("D-LAW-3"),
        arguments: [
            (.immediately, nil), (.withoutDelay, nil), (.speedily, nil), (.asSoonAsPossible, nil),
            (.months(2), "2024-02-29"), (.days(21), "2024-01-21"), (.hours(72), "2024-01-03"),
            (.dateOfNextYear(month: 3, day: 1), "2024-03-01"),
        ] as [(Provision.Deadline, String?)]
    )
    func deadlines(deadline: Provision.Deadline, last: String?) {
        let start = day("2023-12-31")
        #expect(deadline.lastDay(from: start)?.description == last)
        guard let last = deadline.lastDay(from: start) else {
            #expect(!deadline.isOverdue(from: start, on: .latest))
            return
        }
        #expect(!deadline.isOverdue(from: start, on: last))
        #expect(last.adding(days: 1).map { deadline.isOverdue(from: start, on: $0) } == true)
    }

    @Test(
        "asks for an investigation without delay under the old acts and at once under the new",
        .requirement("D-LAW-3"),
        arguments: [
            ("2025-06-30", .sol, .withoutDelay), ("2025-07-01", .sol, .immediately),
            ("2025-07-01", .lss, .withoutDelay),
        ] as [(String, LegalBasis, Provision.Deadline)]
    )
    func urgency(date: String, basis: LegalBasis, deadline: Provision.Deadline) {
        let found = Law.swedish.provision(for: .investigateMisconduct, on: day(date), basis: basis)
        #expect(found?.deadline == deadline)
    }

    @Test("takes provisions, deadlines and lists of a host without a new release", .requirement("D-LAW-4"))
    func host() throws {
        let id = Provision.ID(rawValue: "LexSarahRegulation.complete")
        let three = Law.swedish.setting(deadline: .months(3), of: id)
        #expect(Law.swedish[id]?.deadline == .months(2) && three[id]?.deadline == .months(3))
        #expect(three.provisions.count == Law.swedish.provisions.count)
        let own = Provision(duty: .selfCheck, citation: "egen § 1", validity: .always, ground: .practice)
        let added = Law.swedish.setting(own)
        #expect(added.provision(for: .selfCheck, on: Self.change) == own)
        #expect(Law.swedish.setting(deadline: .days(1), of: own.id) == .swedish)
        let list = Law.ValueList(
            .engagements,
            items: [Law.ValueList.Item("volunteer", label: LocalizedText(sv: "frivillig", en: "volunteer"))]
        )
        #expect(Law.swedish.setting(list)[list: .engagements] == list)
        #expect(Law.swedish[list: .engagements]?.items.count == 3)
        #expect(try JSON.roundTrip(added.setting(list)) == added.setting(list))
        #expect(
            try JSON.value(Law.self, from: #"{"provisions":[],"suspendedRules":["D-1"]}"#).suspendedRules == ["D-1"]
        )
    }

    @Test("has a name of its own for every provision, and a citation", .requirement("D-LAW-4"))
    func names() {
        let provisions = Law.swedish.provisions
        #expect(Set(provisions.map(\.id)).count == provisions.count)
        #expect(provisions.allSatisfy { !$0.citation.isEmpty && $0.text != nil })
    }

    @Test(
        "falls back on provisions about all for a basis that a duty does not know",
        .requirement("D-LAW-1"),
        arguments: [
            (.selfCheck, .lss, true), (.investigateCareInjury, .sol, false), (.investigateCareInjury, .hsl, true),
        ] as [(Provision.Duty, LegalBasis, Bool)]
    )
    func basis(duty: Provision.Duty, basis: LegalBasis, isFound: Bool) {
        #expect((Law.swedish.provision(for: duty, on: Self.change, basis: basis) != nil) == isFound)
    }
}
