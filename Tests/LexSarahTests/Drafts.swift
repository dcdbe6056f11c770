import LexSarah
import QualityCore
import TestSupport

/// What a test of a Lex Sarah case changes one of at a time.
struct Draft {
    var law = Law.swedish
    var reporter = MisconductReport.Reporter.named("anna", role: "undersköterska")
    var receiver = LexSarahOperator.board
    var form = MisconductReport.Form.written
    var received = day("2024-03-07")
    var noticed = day("2024-03-06")
    var occurred = OccurrenceTime.day(day("2024-03-05"))
    var categories: [CategoryCode] = ["performance.notAtAll"]
    var bases: [LegalBasis] = [.sol]
    var kind = LexSarahOperator.board
    var concerned = PersonsConcerned.persons([PersonsConcerned.Person("bo", ageBand: .oldest, sex: .male)])
    var remedy = RemedyState.remedied(day("2024-03-07"))
    var suspicion: Consideration?
    var topics = InvestigationTopic.allCases
    var noteText = "Larmet var avstängt."
    var noteTitle = "utredare"
    var scope = InvestigationRound.Scope.full
    var unanswered: PersonAnswers.Question?
    var heard = Consideration.no(reason: "Personen har avlidit.")
    var police: PersonAnswers.PoliceReport? = .notMade(reason: "Inget brott.")
    var degree = MisconductDegree.misconduct
    var motivation = "Rutinen följdes inte."
    var grounds: MisconductGrounds?
    var proposer: PersonReference = "ulla"
    var decider: PersonReference = "per"
    var delegation = "Delegationsordningen 7.3"
    var decided = day("2024-05-10")
    var includesInvestigation = true
    var notifies = true
    var notifier: LexSarahOperator?
    var reporterAnswer: Consideration? = .no(reason: "Rapportören har slutat.")
    var boardIsTold = true

    func report(_ id: String = "r1", received: CalendarDate? = nil) -> MisconductReport {
        guard let id = RecordID<MisconductReport>(id), let time = TimeOfDay(hour: 9, minute: 30) else {
            preconditionFailure("a report is refused")
        }
        return MisconductReport(
            id: id,
            received: received ?? self.received,
            reporter: .value(reporter),
            receipt: .value(MisconductReport.Receipt(at: time, by: "rut", of: receiver, form: form)),
            noticed: .value(MisconductReport.Noticed(on: noticed, how: "vid larm")),
            occurred: occurred,
            account: .value("Larmet besvarades inte.")
        )
    }

    func opened(_ id: String = "ls:1") throws -> LexSarahCase {
        guard let id = RecordID<LexSarahCase>(id) else { preconditionFailure("an identity is refused") }
        return try LexSarahCase(
            id: id,
            unit: OrganisationUnitID(rawValue: "U1"),
            receiving: report(id.rawValue + ":r1"),
            categories: categories,
            legalBases: bases,
            operatedBy: kind,
            concerned: concerned,
            remedy: remedy,
            suspicion: suspicion,
            under: law
        )
    }

    func note(_ date: String = "2024-03-20") -> InvestigationNote {
        InvestigationNote(noteText, source: "samtal", nature: .fact, author: by("ulla", date, title: noteTitle))
    }

    func begun(_ id: String = "ls:1") throws -> LexSarahCase {
        var found = try opened(id)
        try found.begin(by: by("ulla", "2024-03-10"), under: law)
        return found
    }

    func investigated(_ id: String = "ls:1") throws -> LexSarahCase {
        var found = try begun(id)
        for topic in topics { try found.note(topic, note(), under: law) }
        for question in PersonAnswers.Question.allCases where question != unanswered {
            try found.answer(question, question == .heard ? heard : .yes(by("ulla", "2024-03-21")), under: law)
        }
        if let police { try found.answer(policeReport: police, under: law) }
        try found.endInvestigation(scope, by: by("ulla", "2024-05-01"), under: law)
        return found
    }

    var decision: MisconductDecision {
        MisconductDecision(
            degree,
            motivation: motivation,
            grounds: grounds ?? .fitting(degree),
            by: Signature(decider, title: "SAS", on: decided),
            delegation: delegation
        )
    }

    func decided(_ id: String = "ls:1") throws -> LexSarahCase {
        var found = try investigated(id)
        try found.propose(
            MisconductDecision.Proposal(degree, motivation: "Förslag.", by: by(proposer, "2024-05-02")),
            under: law
        )
        try found.decide(decision, under: law)
        return found
    }

    func closed(_ id: String = "ls:1") throws -> LexSarahCase {
        var found = try decided(id)
        if notifies {
            try found.notify(
                by: by("per", "2024-05-10"),
                of: notifier ?? kind,
                includesInvestigation: includesInvestigation,
                under: law
            )
        }
        if let reporterAnswer { try found.answer(reporterOf: found.reports[0].id, reporterAnswer, under: law) }
        if boardIsTold {
            try found.informBoard(of: .report(found.reports[0].id), by: by("eva", "2024-05-10"), under: law)
            if notifies { try found.informBoard(of: .notification, by: by("eva", "2024-05-10"), under: law) }
        }
        try found.close(by: by("per", "2024-05-20"), under: law)
        return found
    }

    /// A draft with one thing changed.
    static func with(_ change: (inout Draft) -> Void) -> Draft {
        var draft = Draft(notifies: false)
        change(&draft)
        return draft
    }
}

func by(_ person: PersonReference, _ date: String, title: String = "SAS") -> Signature {
    Signature(person, title: title, on: day(date))
}

extension MisconductGrounds {
    /// Grounds that fit a degree.
    static func fitting(_ degree: MisconductDegree) -> MisconductGrounds {
        switch degree {
        case .noMisconduct: MisconductGrounds(affected: [], outcome: .nothing)
        case .tangibleRisk, .tangibleRiskOfSerious:
            MisconductGrounds(affected: [.safety], outcome: .risk([.obvious, .concrete]))
        case .misconduct, .serious: MisconductGrounds(affected: [.life], outcome: .threatOrConsequences)
        }
    }
}
