import ProcessMaps
import QualityCore
import TestSupport
import Testing

@Suite("The versions of a process", .requirement("D-PRO-3"))
struct VersionTests {
    private static func twoVersions() throws -> CareProcess {
        try Made.process()
            .approved(Made.description(purpose: .value("ett")), on: "2020-01-01", reviewBy: "2020-12-31")
            .approved(Made.description(purpose: .value("två")), on: "2021-05-20", validFrom: "2021-06-01")
    }

    @Test(
        "stand where the day puts them",
        arguments: [
            ("2019-12-31", "draft", "draft", nil), ("2020-01-01", "valid", "draft", 1),
            ("2020-12-31", "valid", "draft", 1), ("2021-01-01", "dueForReview", "draft", 1),
            ("2021-05-20", "dueForReview", "approved", 1), ("2021-05-31", "dueForReview", "approved", 1),
            ("2021-06-01", "withdrawn", "valid", 2), ("2030-01-01", "withdrawn", "dueForReview", 2),
        ] as [(String, String, String, Int?)]
    )
    func status(date: String, first: String, second: String, inForce: Int?) throws {
        let versions = try Self.twoVersions().versions
        #expect(versions.status(of: 1, on: day(date))?.rawValue == first)
        #expect(versions.status(of: 2, on: day(date))?.rawValue == second)
        #expect(versions.inForce(on: day(date))?.number == inForce)
        #expect(versions.status(of: 3, on: day(date)) == nil)
    }

    @Test("require approver, reason, and a day of review that is not past when they begin")
    func approval() throws {
        let process = try Made.process()
        let description = try Made.description()
        #expect(
            refusal { _ = try process.approved(description, on: "2020-01-01", title: "") }
                == Refusal("D-PRO-3", "approver")
        )
        #expect(
            refusal { _ = try process.approved(description, on: "2020-01-01", reason: " ") }
                == Refusal("D-PRO-3", "reason")
        )
        #expect(
            refusal { _ = try process.approved(description, on: "2020-01-01", reviewBy: "2019-12-31") }
                == Refusal("D-PRO-3", "reviewBy")
        )
        #expect(
            refusal { _ = try process.approved(description, on: "2020-01-02", validFrom: "2020-01-01") }
                == Refusal("D-PRO-3", "validFrom")
        )
        #expect(
            refusal { _ = try process.approved(description, on: "2020-01-01", reviewBy: "2020-01-01") } == nil
        )
    }

    @Test("begin one after another, never two on a day")
    func order() throws {
        let process = try Self.twoVersions()
        let description = try Made.description()
        #expect(
            refusal { _ = try process.approved(description, on: "2021-05-25", validFrom: "2021-06-01") }
                == Refusal("D-PRO-3", "validFrom")
        )
        let third = try process.approved(description, on: "2021-05-25", validFrom: "2021-06-02")
        #expect(third.versions.validity(of: 2) == Validity(from: day("2021-06-01"), through: day("2021-06-01")))
    }

    @Test("never change after approval, and have one draft at a time")
    func drafts() throws {
        var process = try Self.twoVersions()
        let text = try Made.description(purpose: .value("tre"))
        #expect(refusal { try process.revise(text, under: Made.law) } == Refusal("D-PRO-3", "versions"))
        try process.beginVersion(text, causes: [RecordReference(process.id)], under: Made.law)
        #expect(refusal { try process.beginVersion(text, under: Made.law) } == Refusal("D-PRO-3", "versions"))
        #expect(refusal { try process.revise(Made.description(), under: Made.law) } == nil)
        #expect(process.versions[3]?.causes == [process.reference])
        #expect(process.versions[1]?.content.purpose == .value("ett"))
    }

    @Test("leave a running case the one that it began under")
    func runningCase() throws {
        let before = try Made.process().approved(Made.description(purpose: .value("ett")), on: "2020-01-01")
        let pointer = try #require(before.version(forCaseBegun: day("2020-03-01")))
        var after = try before.approved(Made.description(purpose: .value("två")), on: "2020-04-01")
        try after.withdraw(
            2,
            by: Made.signature("2020-05-01"),
            reason: "fel",
            lastDay: day("2020-05-31"),
            under: Made.law
        )
        #expect(after.version(forCaseBegun: day("2020-03-01")) == pointer)
        #expect(after.description(at: pointer)?.purpose == .value("ett"))
        #expect(after.version(forCaseBegun: day("2020-04-01"))?.number == 2)
        #expect(after.version(forCaseBegun: day("2020-06-01")) == nil)
        #expect(
            after.description(at: VersionReference(RecordReference(kind: CareProcess.kind, id: "q"), number: 1)) == nil
        )
        #expect(after.facts.status == "withdrawn" && after.facts.dueOn == nil)
    }

    @Test("withdrawn before they begin leave the one before in force")
    func neverInForce() throws {
        var process = try Self.twoVersions()
        let signature = Made.signature("2021-05-25")
        let early = day("2021-05-24")
        #expect(
            refusal { try process.withdraw(2, by: signature, reason: "fel", lastDay: early, under: Made.law) }
                == Refusal("D-PRO-3", "lastDay")
        )
        #expect(
            refusal { try process.withdraw(2, by: signature, reason: "", lastDay: day("2021-05-25"), under: Made.law) }
                == Refusal("D-PRO-3", "withdrawal")
        )
        try process.withdraw(2, by: signature, reason: "fel", lastDay: day("2021-05-25"), under: Made.law)
        #expect(process.versions.inForce(on: day("2021-06-01"))?.number == 1)
        #expect(process.versions.status(of: 2, on: day("2021-05-25")) == .approved)
        #expect(process.versions.status(of: 2, on: day("2021-05-26")) == .withdrawn)
        #expect(
            refusal {
                try process.withdraw(2, by: signature, reason: "fel", lastDay: day("2021-05-25"), under: Made.law)
            }
                == Refusal("D-PRO-3", "withdrawal")
        )
    }

    @Test("are reviewed in use, each review with a conclusion and a next day")
    func reviews() throws {
        var process = try Self.twoVersions()
        let review = { (date: String, conclusion: String, next: String) in
            VersionReview(reviewer: Made.signature(date), conclusion: conclusion, reviewBy: day(next))
        }
        let law = Made.law
        #expect(
            refusal { try process.review(1, review("2021-06-01", "bra", "2022-01-01"), under: law) }
                == Refusal("D-PRO-3", "reviews"),
            "it has been replaced"
        )
        #expect(
            refusal { try process.review(1, review("2021-01-10", "", "2022-01-01"), under: law) }
                == Refusal("D-PRO-3", "reviews")
        )
        #expect(
            refusal { try process.review(1, review("2021-01-10", "bra", "2021-01-09"), under: law) }
                == Refusal("D-PRO-3", "reviews")
        )
        #expect(refusal { try process.review(1, review("2021-01-10", "bra", "2022-01-01"), under: law) } == nil)
        #expect(process.versions.status(of: 1, on: day("2021-01-09")) == .dueForReview, "as it was known then")
        #expect(process.versions.status(of: 1, on: day("2021-01-10")) == .valid)
    }

    @Test("of another system are refused where numbers, drafts or days are out of order")
    func imported() throws {
        let content = try Made.description()
        let approval = { (date: String) in
            VersionApproval(
                approver: .value(Made.signature(date)),
                reason: .value("ny"),
                validFrom: day(date),
                reviewBy: .value(day("2030-01-01"))
            )
        }
        let version = { (number: Int, state: VersionState) in
            DocumentVersion(number: number, content: content, state: state)
        }
        let faults: [(String, [DocumentVersion<ProcessDescription>])] = [
            ("versions", [version(2, .draft)]),
            ("versions", [version(1, .draft), version(2, .draft)]),
            (
                "validFrom",
                [version(1, .approved(approval("2020-01-01"))), version(2, .approved(approval("2020-01-01")))]
            ),
        ]
        for (field, versions) in faults {
            #expect(refusal { _ = try VersionHistory(versions) } == Refusal("D-PRO-3", field))
            let text = try JSON.text(versions)
            #expect(throws: RuleViolation.self) {
                try JSON.value(VersionHistory<ProcessDescription>.self, from: text)
            }
        }
        let sound = [
            version(1, .approved(approval("2020-01-01"))), version(2, .approved(approval("2020-01-02"))),
            version(3, .draft),
        ]
        #expect(try JSON.roundTrip(VersionHistory(sound)).versions == sound)
    }

    @Test("have names that people read", arguments: VersionStatus.allCases)
    func labels(status: VersionStatus) {
        #expect(status.label(.swedish) != status.label(.english))
        #expect(status.isInForce == [.valid, .dueForReview].contains(status))
    }
}
