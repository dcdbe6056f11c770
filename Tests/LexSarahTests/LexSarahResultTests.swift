import LexSarah
import QualityCore
import TestSupport
import Testing

@Suite("What follows from a Lex Sarah case")
struct LexSarahResultTests {
    private static func received(_ received: String, occurred: String) throws -> LexSarahCase {
        try Draft.with {
            ($0.received, $0.noticed) = (day(received), day(received))
            ($0.occurred, $0.remedy) = (.day(day(occurred)), .notYet)
        }.opened()
    }

    @Test("cites for each step the act in force on its own day", .requirement("D-LAW-1"))
    func twoActs() throws {
        let late = try Self.received("2025-07-05", occurred: "2025-06-20")
        let steps = late.legalSteps(under: .swedish, asOf: day("2025-07-05"))
        #expect(steps.map(\.provision?.id.rawValue) == ["SoL2025.27:2", "SoL2025.27:5"])
        var early = try Self.received("2025-06-25", occurred: "2025-06-20")
        try early.notify(by: by("per", "2025-07-10"), of: .board, includesInvestigation: false, under: .swedish)
        let both = early.legalSteps(under: .swedish, asOf: day("2025-07-10"))
        #expect(both.first?.provision?.citation.hasPrefix("14 kap. 3 §") == true)
        #expect(both.last?.provision?.citation.hasPrefix("27 kap. 6 §") == true)
        #expect(
            early.legalSteps(under: .swedish, asOf: day("2025-06-30")).last?.provision?.id.rawValue == "SoL2001.14:6"
        )
    }

    @Test("starts the clock when the operator first knew", .requirement("D-LAW-3"))
    func clock() throws {
        var found = try Self.received("2025-06-25", occurred: "2025-06-20")
        #expect(found.clockStart == day("2025-06-25"))
        try found.learn(MadeKnown(by: .selfCheck, on: day("2025-06-28")), under: .swedish)
        #expect(found.clockStart == day("2025-06-25"))
        try found.learn(MadeKnown(by: .complaint, on: day("2025-06-22")), under: .swedish)
        #expect(found.clockStart == day("2025-06-22"))
    }

    @Test("shows the board's target as a target, beside a law without a number of days", .requirement("D-LAW-3"))
    func targets() throws {
        let found = try Self.received("2025-07-05", occurred: "2025-06-20")
        let policy = LexSarahPolicy(investigationDays: 30)
        let deadlines = found.deadlines(under: .swedish, policy: policy, asOf: day("2025-08-05"))
        #expect(deadlines.map(\.duty) == [.investigateMisconduct, .investigateMisconduct])
        guard case .law(.immediately, let citation) = deadlines[0].origin else {
            Issue.record("the law's own time is missing")
            return
        }
        #expect(citation.hasPrefix("27 kap. 5 §") && deadlines[0].lastDay == nil)
        #expect(!deadlines[0].isOverdue(on: .latest))
        #expect(deadlines[1].origin == .target && deadlines[1].lastDay == day("2025-08-04"))
        #expect(deadlines[1].isOverdue(on: day("2025-08-05")) && !deadlines[1].isOverdue(on: day("2025-08-04")))
        let none = found.deadlines(under: .swedish, policy: LexSarahPolicy(investigationDays: nil), asOf: .latest)
        #expect(none.count == 1)
    }

    @Test("lays down duties by degree, operator and act", .requirement("D-LXS-5", "D-LXS-7"))
    func duties() {
        func tasks(_ degree: MisconductDegree, _ kind: LexSarahOperator) -> [MisconductDegree.Task] {
            degree.duties(of: kind, under: .sol, law: .swedish, on: day("2026-01-01")).map(\.task)
        }
        #expect(tasks(.noMisconduct, .board) == [.document, .investigate])
        #expect(tasks(.tangibleRisk, .board) == [.document, .investigate, .remedy])
        #expect(tasks(.misconduct, .stateAgency) == [.document, .investigate, .remedy])
        #expect(tasks(.serious, .board) == [.document, .investigate, .remedy, .notify])
        #expect(tasks(.tangibleRiskOfSerious, .privateOperator) == MisconductDegree.Task.allCases)
        #expect(tasks(.noMisconduct, .privateOperator) == [.document, .investigate, .tellBoardOfReport])
        for degree in MisconductDegree.allCases {
            for kind in LexSarahOperator.allCases {
                for basis in [LegalBasis.sol, .lss] {
                    let lines = degree.duties(of: kind, under: basis, law: .swedish, on: day("2025-06-30"))
                    #expect(lines.allSatisfy { $0.provision?.basis == basis })
                }
            }
        }
    }

    @Test("keeps a private operator's file five years after the last note", .requirement("D-LXS-7"))
    func retention() throws {
        let own = Draft.with { ($0.kind, $0.receiver) = (.privateOperator, .privateOperator) }
        #expect(try own.investigated().keptThrough(under: .swedish) == day("2029-03-20"))
        #expect(try Draft().investigated().keptThrough(under: .swedish) == nil)
    }

    @Test("counts a provider's notices apart, and one that told nothing is a line", .requirement("D-LXS-7"))
    func providers() throws {
        let (first, second) = (OrganisationUnitID(rawValue: "P1"), OrganisationUnitID(rawValue: "P2"))
        var notice = ProviderNotice(from: first, told: day("2024-03-07"), number: "1", degree: .serious)
        let year = try #require(CalendarPeriod(year: 2024))
        let lines = ProviderNotice.ledger([first, second], [notice], in: year)
        #expect(lines.map(\.notices.count) == [1, 0] && lines[0].missingNotifications == [notice])
        notice.notified = day("2024-03-09")
        #expect(ProviderNotice.ledger([first], [notice], in: year)[0].missingNotifications.isEmpty)
    }

    @Test(
        "asks for information of both duties, again after the board's interval",
        .requirement("D-LXS-8"),
        arguments: [
            (nil, [.reportMisconduct, .contributeToQuality], "2024-06-01", 12, [1, 0]),
            ("2023-06-01", [.reportMisconduct, .contributeToQuality], "2024-06-01", 12, [0, 0]),
            ("2023-06-01", [.reportMisconduct, .contributeToQuality], "2024-06-02", 12, [0, 1]),
            ("2023-06-01", [.reportMisconduct, .contributeToQuality], "2024-06-02", nil, [0, 0]),
            ("2023-06-01", [.reportMisconduct], "2024-06-01", 12, [1, 0]),
        ] as [(String?, Set<Provision.Duty>, String, Int?, [Int])]
    )
    func informed(given: String?, duties: Set<Provision.Duty>, today: String, months: Int?, expected: [Int]) {
        let performer = PerformerInformation.Performer("anna", as: "employed", under: .sol, .always)
        let informed = given.map {
            [PerformerInformation(to: "anna", under: .sol, duties: duties, by: by("per", $0), how: "samtal")]
        }
        let ledger = PerformerInformation.Ledger(
            [performer, PerformerInformation.Performer("carl", as: "volunteer", under: .sol, .always)],
            informed: informed ?? [],
            law: .swedish,
            policy: LexSarahPolicy(informationMonths: months),
            asOf: day(today)
        )
        #expect([ledger.never.count, ledger.overdue.count] == expected && ledger.unlisted.count == 1)
        let other = PerformerInformation.Ledger(
            [PerformerInformation.Performer("anna", as: "employed", under: .lss, .always)],
            informed: informed ?? [],
            law: .swedish,
            asOf: day(today)
        )
        #expect(other.never.count == 1, "the information is about one act")
    }

    @Test("lists nobody who left before the day, and everybody who is still there", .requirement("D-LXS-8"))
    func informedWhileThere() {
        func never(through last: String) -> Int {
            PerformerInformation.Ledger(
                [
                    PerformerInformation.Performer(
                        "anna",
                        as: "employed",
                        under: .sol,
                        Validity(from: day("2024-01-01"), through: day(last)) ?? .always
                    )
                ],
                informed: [],
                law: .swedish,
                asOf: day("2024-06-01")
            ).never.count
        }
        #expect(never(through: "2024-05-31") == 0)
        #expect(never(through: "2024-06-01") == 1)
    }

    @Test(
        "lacks the operator's name until someone tells it",
        .requirement("D-LXS-9"),
        arguments: [nil, "Äldrenämnden"]
    )
    func operatorOfPackage(name: String?) throws {
        let details = NotificationPackage.Details(
            operatorName: name,
            municipalityCode: "1487",
            area: "Äldreomsorg",
            plannedMeasures: [],
            attachments: 0,
            notifier: by("per", "2024-05-10")
        )
        let package = try Draft.with { _ in }.decided().notificationPackage(details)
        #expect(package.missing.contains(.operatorName) == (name == nil))
    }

    @Test("tells of each item of a notification whether it is there", .requirement("D-LXS-9"))
    func package() throws {
        let details = NotificationPackage.Details(
            operatorName: "Äldrenämnden",
            municipalityCode: "1487",
            area: "Äldreomsorg",
            plannedMeasures: [],
            attachments: 2,
            notifier: by("per", "2024-05-10")
        )
        let draft = Draft.with {
            $0.concerned = .persons([
                PersonsConcerned.Person("bo", ageBand: .oldest, sex: .male), PersonsConcerned.Person("eva"),
                PersonsConcerned.Person("bo", ageBand: .oldest, sex: .male),
            ])
        }
        var found = try draft.decided()
        #expect(found.notificationPackage(details).missing == [.immediateMeasures])
        let time = try #require(TimeOfDay(hour: 8, minute: 0))
        try found.record(RemedyMeasure("Tillsyn", by: by("anna", "2024-03-07"), at: time), under: .swedish)
        let package = found.notificationPackage(details)
        #expect(package.missing.isEmpty && package.states.count == NotificationPackage.Item.allCases.count)
        #expect(package.states[.plannedMeasures] == .notApplicable && package.states[.policeReport] == .notApplicable)
        #expect(package.persons.map(\.count) == [1, 1])
        #expect(package.persons.first?.ageBand == .oldest && package.persons.last?.ageBand == nil)
        var without = details
        without.municipalityCode = nil
        #expect(found.notificationPackage(without).missing == [.municipalityCode])
        #expect(try JSON.roundTrip(package) == package)
    }

    @Test(
        "is counted under each of its categories, and at a parent where the source was coarse",
        .requirement("D-LXS-10")
    )
    func categories() throws {
        let version = try LexSarahCase.standardCategories()
        let cases = try [
            ["abuse.physical.staff", "abuse.sexual.users", "treatment"], ["abuse"], ["other", "other"],
        ].enumerated().map { index, codes in
            try Draft.with { $0.categories = codes.map(CategoryCode.init(rawValue:)) }.opened("ls:\(index)")
        }
        let shares = LexSarahCase.shares(of: cases, under: version)
        let counts = Dictionary(uniqueKeysWithValues: shares.map { ($0.category.rawValue, $0.cases) })
        #expect(counts["abuse"] == 2 && counts["abuse.physical.staff"] == 1 && counts["treatment"] == 1)
        #expect(counts["other"] == 1 && counts["abuse.physical.unstated"] == 0, "nothing is guessed down")
        #expect(shares.allSatisfy { $0.base == 3 })
        let top = shares.filter { version[$0.category]?.parent == nil }.compactMap(\.share)
        #expect(top.reduce(0, +) > 1)
        #expect(LexSarahCase.shares(of: [], under: version).allSatisfy { $0.share == nil })
        #expect(version.categories.allSatisfy { $0.parent == nil || version[$0.parent ?? ""]?.parent == nil })
    }

    @Test("is counted once, under the degree valid at the cut-off", .requirement("D-LXS-11"))
    func cutoffs() throws {
        var found = try Draft().decided()
        try found.propose(
            MisconductDecision.Proposal(.serious, motivation: "Värre.", by: by("ulla", "2024-06-01")),
            under: .swedish
        )
        try found.revise(
            Draft.with { ($0.degree, $0.decided) = (.serious, day("2024-06-02")) }.decision,
            under: .swedish
        )
        try found.receive(Draft().report("r2", received: day("2024-06-05")), under: .swedish)
        let year = try #require(CalendarPeriod(year: 2024))
        for (cutoff, degree, reports) in [
            ("2024-03-06", nil, 0), ("2024-05-09", nil, 1), ("2024-05-10", .misconduct, 1),
            ("2024-06-01", .misconduct, 1),
            ("2024-06-02", .serious, 1), ("2024-06-05", .serious, 2),
        ] as [(String, MisconductDegree?, Int)] {
            let count = LexSarahCount([found], receivedIn: year, cutoff: day(cutoff))
            #expect(count.reports == reports, "\(cutoff)")
            #expect(count.cases == min(1, reports) && count.byDegree == (degree.map { [$0: 1] } ?? [:]), "\(cutoff)")
            #expect(count.cases == count.byDegree.values.reduce(0, +) + count.undecided)
        }
    }
}
