import QualityCore
import TestSupport
import Testing

@Suite("Swedish law", .requirement("D-LAW-1", "D-LAW-2", "D-LXS-3"))
struct LawTests {
    @Test(
        "changes acts on 1 July 2025",
        arguments: [
            (.reportMisconduct, "2025-06-30", "14 kap. 3 § socialtjänstlagen (2001:453)"),
            (.reportMisconduct, "2025-07-01", "27 kap. 2 § socialtjänstlagen (2025:400)"),
            (.investigateMisconduct, "2025-06-30", "14 kap. 6 § socialtjänstlagen (2001:453)"),
            (.investigateMisconduct, "2025-07-01", "27 kap. 5 § socialtjänstlagen (2025:400)"),
            (.notifyMisconduct, "2025-06-30", "14 kap. 7 § socialtjänstlagen (2001:453)"),
            (.notifyMisconduct, "2025-07-01", "27 kap. 6 § socialtjänstlagen (2025:400)"),
            (.document, "2025-06-30", "7 kap. 1 § SOSFS 2011:9"),
            (.document, "2025-07-01", "7 kap. 1 § SOSFS 2011:9"),
        ] as [(Provision.Duty, String, String)]
    )
    func byDay(duty: Provision.Duty, date: String, citation: String) {
        #expect(Law.swedish.provision(for: duty, on: day(date))?.citation == citation)
    }

    @Test(
        "lets the steps of one case stand under two acts",
        arguments: [
            ("2025-07-05", "27 kap. 2 §", "2025-07-05", "27 kap. 5 §"),
            ("2025-06-25", "14 kap. 3 §", "2025-07-10", "27 kap. 6 §"),
        ]
    )
    func twoActs(report: String, reportParagraph: String, later: String, laterParagraph: String) {
        let reporting = Law.swedish.provision(for: .reportMisconduct, on: day(report))
        let duties: [Provision.Duty] = [.investigateMisconduct, .notifyMisconduct]
        let following = duties.compactMap { Law.swedish.provision(for: $0, on: day(later))?.citation }
        #expect(reporting?.citation.hasPrefix(reportParagraph) == true)
        #expect(following.contains { $0.hasPrefix(laterParagraph) })
    }

    @Test("lays each duty down at most once on each day under each act")
    func oneAtATime() {
        for duty in Set(Law.swedish.provisions.map(\.duty)) {
            for date in [
                "2011-06-30", "2011-07-01", "2011-12-31", "2012-01-01", "2025-06-30", "2025-07-01", "2099-01-01",
            ] {
                let found = Law.swedish.provisions.filter { $0.duty == duty && $0.validity.contains(day(date)) }
                #expect(Set(found.map(\.basis)).count == found.count, "\(duty.rawValue) on \(date)")
            }
        }
    }

    @Test(
        "laid no duty down before its act was in force",
        arguments: [
            (Provision.Duty.reportMisconduct, "2011-06-30", "2011-07-01"), (.selfCheck, "2011-12-31", "2012-01-01"),
        ]
    )
    func beginning(duty: Provision.Duty, before: String, first: String) {
        #expect(Law.swedish.provision(for: duty, on: day(before)) == nil)
        #expect(Law.swedish.provision(for: duty, on: day(first)) != nil)
    }

    @Test("can be replaced by a host", .requirement("D-LAW-4"))
    func ownLaw() throws {
        let duty = Provision.Duty(rawValue: "reportQuarterly")
        let own = Law(provisions: [
            Provision(duty: duty, citation: "34 kap. 1 §", validity: .always, ground: .practice)
        ])
        #expect(own.provision(for: duty, on: day("2025-07-01"))?.ground == .practice)
        #expect(own.provision(for: .selfCheck, on: day("2025-07-01")) == nil)
        #expect(try JSON.roundTrip(own) == own)
        #expect(try JSON.roundTrip(Law.swedish) == .swedish)
    }
}

@Suite("A rule violation")
struct RuleViolationTests {
    private static let message = LocalizedText(
        sv: "svaret är daterat före ankomsten",
        en: "the answer is dated before receipt"
    )

    @Test("tells rule, record, field and wording")
    func description() throws {
        let id = try #require(RecordID<Note>("N-1"))
        let violation = RuleViolation(
            rule: "D-CMP-7",
            record: RecordReference(id),
            field: "answered",
            message: Self.message
        )
        #expect(violation.description == "D-CMP-7 note/N-1.answered: the answer is dated before receipt")
        #expect(try JSON.roundTrip(violation) == violation)
    }

    @Test("names the provision where there is one and no record where there is none yet")
    func citation() {
        let violation = RuleViolation(
            rule: "D-CMP-1",
            record: nil,
            field: "received",
            citation: "5 kap. 3 § SOSFS 2011:9",
            message: Self.message
        )
        #expect(
            violation.description == "D-CMP-1 received: the answer is dated before receipt (5 kap. 3 § SOSFS 2011:9)"
        )
    }
}
