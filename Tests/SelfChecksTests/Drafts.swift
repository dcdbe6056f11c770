import QualityCore
import SelfChecks
import TestSupport

func signed(_ date: String, by person: PersonReference = "p1") -> Signature {
    Signature(person, title: "enhetschef", on: day(date))
}

extension RecordID {
    static func draft(_ text: String) -> RecordID {
        guard let id = RecordID(text) else { preconditionFailure("\(text) is no identity") }
        return id
    }
}

extension ExactShare {
    static func percent(_ percent: Int) -> ExactShare {
        guard let share = ExactShare(percent: percent) else { preconditionFailure("\(percent) is no percentage") }
        return share
    }
}

extension SelfCheckTemplate.Version {
    /// Questions A to D, of which a test may make the first critical.
    static func draft(
        of template: String = "mall",
        number: Int = 1,
        approved: String = "2024-12-01",
        codes: [QuestionCode] = ["A", "B", "C", "D"],
        critical: Set<QuestionCode> = [],
        text: String = "Finns en plan?",
        partly: ExactShare = .nothing,
        pass: ExactShare? = .percent(50)
    ) throws -> SelfCheckTemplate.Version {
        try SelfCheckTemplate.Version(
            of: .draft(template),
            number: number,
            approved: signed(approved),
            questions: codes.map { .init($0, text, isCritical: critical.contains($0)) },
            partlyWeight: partly,
            passShare: pass
        )
    }
}

extension SelfCheck {
    static func draft(
        _ id: String = "ek:1",
        unit: OrganisationUnitID = "U1",
        sort: SelfCheckKind = .fileReview,
        sortDetail: String? = nil,
        occasion: PlannedOccasion? = nil,
        begun: String = "2025-03-01",
        extent: CheckExtent = .whole,
        version: SelfCheckTemplate.Version? = nil
    ) throws -> SelfCheck {
        try SelfCheck(
            id: .draft(id),
            unit: unit,
            sort: sort,
            sortDetail: sortDetail,
            occasion: occasion,
            begun: day(begun),
            extent: extent,
            version: try version ?? .draft()
        )
    }

    /// A check with every question answered and a conclusion, ready to be closed unless something failed.
    static func answered(
        _ id: String = "ek:1",
        unit: OrganisationUnitID = "U1",
        sort: SelfCheckKind = .fileReview,
        occasion: PlannedOccasion? = nil,
        begun: String = "2025-03-01",
        extent: CheckExtent = .whole,
        version: SelfCheckTemplate.Version? = nil,
        answers: [QuestionCode: SelfCheckAnswer] = [:]
    ) throws -> SelfCheck {
        var check = try draft(
            id,
            unit: unit,
            sort: sort,
            occasion: occasion,
            begun: begun,
            extent: extent,
            version: version
        )
        for question in check.version.questions {
            for item in extent.items {
                try check.answer(question.code, answers[question.code] ?? .yes, item: item, under: .swedish)
            }
        }
        try check.conclude("Rutinen följs.", under: .swedish)
        return check
    }

    /// A closed check, its failures accepted.
    static func closed(
        _ id: String = "ek:1",
        unit: OrganisationUnitID = "U1",
        occasion: PlannedOccasion? = nil,
        begun: String = "2025-03-01",
        on closed: String = "2025-03-02",
        extent: CheckExtent = .whole,
        version: SelfCheckTemplate.Version? = nil,
        answers: [QuestionCode: SelfCheckAnswer] = [:]
    ) throws -> SelfCheck {
        var check = try answered(
            id,
            unit: unit,
            occasion: occasion,
            begun: begun,
            extent: extent,
            version: version,
            answers: answers
        )
        for question in check.failedQuestions {
            try check.settle(question, as: .accepted(reason: "Ringa.", signed(closed)), under: .swedish)
        }
        try check.close(by: signed(closed), under: .swedish)
        return check
    }
}

extension PlannedCheck {
    static func draft(
        _ code: PlannedCheckCode = "akt",
        sort: SelfCheckKind = .fileReview,
        schedule: CheckSchedule? = nil,
        graceDays: Int = 7
    ) throws -> PlannedCheck {
        PlannedCheck(
            code,
            what: "Genomförandeplaner",
            sort: sort,
            how: .value("Aktgranskning"),
            schedule: try schedule ?? .recurring(.lastDayOfMonth(every: 3), from: day("2025-03-01")),
            graceDays: graceDays,
            responsible: .value("p1"),
            sample: .size(10),
            subjects: .value([RecordReference(kind: RecordKind(rawValue: "routine"), id: "r:1")]),
            ifNotMet: .value("Avvikelse skrivs."),
            template: .draft("mall")
        )
    }
}

extension SelfCheckPlan {
    static func draft(
        _ id: String = "plan:1",
        unit: OrganisationUnitID = "U1",
        checks: [PlannedCheck]? = nil
    ) throws -> SelfCheckPlan {
        try SelfCheckPlan(id: .draft(id), unit: unit, year: 2025, checks: try checks ?? [.draft()])
    }

    static func approved(
        _ id: String = "plan:1",
        unit: OrganisationUnitID = "U1",
        checks: [PlannedCheck]? = nil
    ) throws -> SelfCheckPlan {
        var plan = try draft(id, unit: unit, checks: checks)
        try plan.approve(by: signed("2025-01-10"), under: .swedish)
        return plan
    }

    func occasion(_ expected: String, of code: PlannedCheckCode = "akt") -> PlannedOccasion {
        PlannedOccasion(plan: id, check: code, expected: day(expected))
    }
}

extension ProviderFollowUp {
    static func draft(_ id: String = "uf:1", provider: OrganisationUnitID = "P1") throws -> ProviderFollowUp {
        guard let year = CalendarPeriod(year: 2025) else { preconditionFailure("2025 is a year") }
        return ProviderFollowUp(id: .draft(id), unit: "N", provider: provider, period: year)
    }
}
