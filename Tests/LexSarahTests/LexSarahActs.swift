import LexSarah
import QualityCore
import TestSupport
import Testing

/// Draws acts in any order, sound and unsound, and carries them out on a case.
struct LexSarahActs {
    enum Act: String, CaseIterable {
        case receive, learn, file, suspect, measure, remedy, begin, note, notes, add, answer, police, answers, end,
            propose
        case decide, revise, answerReporter, informBoard, close, reopen, join, notify, acknowledge, supplement, request
        case answerRequest, verdict, meetDemand, endMatter, complete, takeReports, involve, assign
    }

    var random: Draws
    let law: Law
    var today = day("2024-03-07")
    var number = 0

    init(seed: UInt64, law: Law) {
        random = Draws(seed: seed)
        self.law = law
    }

    private mutating func text() -> String { random.happens(percent: 6) ? " " : "Text." }
    private mutating func someone() -> PersonReference { random.pick(["anna", "ulla", "per", "rut"]) }
    private mutating func date() -> CalendarDate {
        random.happens(percent: 5) ? day("2024-01-01") : today
    }
    private mutating func sign() -> Signature { Signature(someone(), title: text(), on: date()) }
    private mutating func override() -> ConflictOverride? {
        guard random.happens(percent: 30) else { return nil }
        let allower = random.happens(percent: 60) ? "leader" : someone()
        return ConflictOverride(reason: text(), by: Signature(allower, title: "SAS", on: today))
    }
    /// Who took part, seldom anybody, so that most cases find someone impartial.
    private mutating func people() -> Involvement {
        guard random.happens(percent: 20) else { return Involvement() }
        return Involvement(
            involved: [random.pick(["chief", "chief", "per", "rut"])],
            superiors: random.pick([[:], ["ulla": "chief"], ["ulla": "per", "per": "chief"], ["ulla": "rut"]])
        )
    }
    private mutating func consider() -> Consideration {
        random.happens(percent: 50) ? .yes(sign()) : .no(reason: text())
    }

    private mutating func report() throws -> MisconductReport {
        number += 1
        let role = text()
        let anonymous = random.happens(percent: 30)
        let reporter: MisconductReport.Reporter =
            anonymous
            ? .anonymousSource(takenOnBy: random.happens(percent: 85) ? "rut" : "anna", role: role)
            : .named(someone(), role: role)
        return MisconductReport(
            id: try #require(RecordID("r\(number)")),
            received: today,
            reporter: .value(reporter),
            receipt: .value(
                MisconductReport.Receipt(
                    at: try #require(TimeOfDay(hour: 8, minute: 0)),
                    by: "rut",
                    of: random.pick([kind, kind, kind, kind, kind, kind, kind, kind, kind, .stateAgency]),
                    form: form()
                )
            ),
            noticed: .value(MisconductReport.Noticed(on: today, how: "vid besök")),
            occurred: random.happens(percent: 50) ? .unknown : .day(today),
            account: .value("Händelse.")
        )
    }

    private mutating func form() -> MisconductReport.Form {
        guard random.happens(percent: 20) else { return .written }
        return .oral(writtenDown: Signature(random.happens(percent: 80) ? "rut" : someone(), title: "SAS", on: today))
    }

    var kind = LexSarahOperator.board

    /// A case that the law takes.
    mutating func begin() throws -> LexSarahCase {
        while true {
            kind = random.pick([.board, .privateOperator])
            do {
                return try start("ls:1", of: kind)
            } catch is RuleViolation {
                continue
            }
        }
    }

    private mutating func start(_ id: String, of kind: LexSarahOperator) throws -> LexSarahCase {
        try LexSarahCase(
            id: try #require(RecordID(id)),
            unit: OrganisationUnitID(rawValue: "U1"),
            receiving: report(),
            categories: random.happens(percent: 80) ? ["abuse"] : [],
            legalBases: random.happens(percent: 95) ? [.sol] : [],
            operatedBy: kind,
            concerned: random.happens(percent: 95) ? .operation : .persons([]),
            remedy: random.happens(percent: 50) ? .notYet : .notApplicable(reason: text()),
            under: law
        )
    }

    private mutating func grounds(_ degree: MisconductDegree) -> MisconductGrounds {
        if random.happens(percent: 90) { return .fitting(degree) }
        return MisconductGrounds(
            affected: random.happens(percent: 50) ? [] : [.life],
            outcome: random.pick([.nothing, .risk([.obvious]), .threatOrConsequences])
        )
    }

    mutating func perform(_ act: Act, on found: inout LexSarahCase) throws {
        today = today.adding(days: random.number(0...2)) ?? today
        switch act {
        case .receive: try found.receive(report(), under: law)
        case .learn: try found.learn(MadeKnown(by: .complaint, on: date()), under: law)
        case .file: try found.file(under: random.happens(percent: 80) ? ["treatment", "abuse"] : [], law: law)
        case .suspect: try found.considerSuspicion(consider(), under: law)
        case .measure:
            let time = try #require(TimeOfDay(hour: 8, minute: 0))
            try found.record(RemedyMeasure(text(), by: sign(), at: time), under: law)
        case .remedy:
            try found.state(random.pick([.remedied(date()), .notYet, .notApplicable(reason: text())]), under: law)
        case .begin: try found.begin(by: sign(), override: override(), under: law)
        case .note: try note(random.pick(InvestigationTopic.allCases), &found)
        case .notes: for topic in InvestigationTopic.allCases { try note(topic, &found) }
        case .add:
            try found.add(InvestigationNote(text(), source: text(), nature: .fact, author: sign()), under: law)
        case .answer: try found.answer(random.pick(PersonAnswers.Question.allCases), consider(), under: law)
        case .answers: for each in PersonAnswers.Question.allCases { try found.answer(each, consider(), under: law) }
        case .police:
            try found.answer(
                policeReport: random.happens(percent: 50) ? .made(sign(), number: text()) : .notMade(reason: text()),
                under: law
            )
        case .end:
            let scope = random.pick([.full, .full, .full, .stance] as [InvestigationRound.Scope])
            try found.endInvestigation(scope, by: sign(), override: override(), under: law)
        case .propose:
            let proposal = MisconductDecision.Proposal(.misconduct, motivation: text(), by: sign())
            try found.propose(proposal, override: override(), under: law)
        case .decide: try found.decide(decision(), override: override(), under: law)
        case .revise: try found.revise(decision(), override: override(), under: law)
        default: try performLate(act, on: &found)
        }
    }

    private mutating func performLate(_ act: Act, on found: inout LexSarahCase) throws {
        switch act {
        case .answerReporter: try found.answer(reporterOf: random.pick(found.reports.map(\.id)), consider(), under: law)
        case .informBoard:
            let reports = found.reports.map { LexSarahCase.BoardInformation.Matter.report($0.id) }
            try found.informBoard(of: random.pick(reports + [.notification]), by: sign(), under: law)
        case .close: try found.close(by: sign(), under: law)
        case .reopen: try found.reopen(by: sign(), because: text(), override: override(), under: law)
        case .involve: try found.recordInvolvement(of: people(), by: sign(), under: law)
        case .assign: try found.assignInvestigator(someone(), by: sign(), override: override(), under: law)
        case .join:
            let other = try #require(RecordID<LexSarahCase>(random.happens(percent: 80) ? "ls:2" : "ls:1"))
            try found.join(to: other, because: text(), by: sign(), under: law)
        case .notify:
            let notifier = random.happens(percent: 90) ? kind : .stateAgency
            let includes = found.investigationEnded != nil && random.happens(percent: 60)
            try found.notify(by: sign(), of: notifier, includesInvestigation: includes, under: law)
        case .acknowledge: try found.acknowledge(number: text(), on: date(), under: law)
        case .supplement:
            try found.supplement(random.pick(AuthorityMatter.SupplementKind.allCases), on: date(), under: law)
        case .request: try found.receiveRequest(on: date(), due: today, under: law)
        case .answerRequest: try found.answerRequest(on: date(), under: law)
        case .verdict:
            try found.receiveVerdict(on: date(), demanding: random.happens(percent: 50) ? ["Rutin"] : [], under: law)
        case .meetDemand:
            try found.meetDemand(at: 0, by: RecordReference(kind: RecordKind(rawValue: "measure"), id: "M"), under: law)
        case .complete: try found.complete(legalBases: [.lss], under: law)
        case .takeReports:
            number += 1
            var other = try start("ls:2", of: found.operatedBy.value ?? kind)
            try other.join(to: found.id, because: "Samma händelse.", by: sign(), under: law)
            try found.takeReports(of: other, under: law)
        default: try found.endMatter(on: date(), under: law)
        }
    }

    private mutating func note(_ topic: InvestigationTopic, _ found: inout LexSarahCase) throws {
        let author = Signature(someone(), title: random.happens(percent: 3) ? "" : "utredare", on: date())
        let text = random.happens(percent: 3) ? "" : "Text."
        try found.note(topic, InvestigationNote(text, source: "samtal", nature: .fact, author: author), under: law)
    }

    private mutating func decision() -> MisconductDecision {
        let degree = random.pick(MisconductDegree.allCases)
        return MisconductDecision(degree, motivation: text(), grounds: grounds(degree), by: sign(), delegation: text())
    }

    /// What closing still asks for.
    private mutating func missing(in found: LexSarahCase) -> Act? {
        if found.reports.contains(where: { $0.answer == nil }) { return .answerReporter }
        if found.notificationState == .toSend { return .notify }
        if kind == .privateOperator, found.boardInformed.count < found.reports.count + 1, random.happens(percent: 70) {
            return .informBoard
        }
        return found.matter != nil && random.happens(percent: 50) ? .supplement : nil
    }

    /// Acts that tend to carry a case on, so that the late phases are reached as often as the early ones.
    mutating func next(after found: LexSarahCase) -> Act {
        if found.matter?.verdict?.demands.contains(where: { $0.measure == nil }) == true, random.happens(percent: 25) {
            return .meetDemand
        }
        guard random.happens(percent: 55) else { return random.pick(Act.allCases) }
        switch found.phase {
        case .received: return random.pick([.begin, .begin, .begin, .begin, .notify, .suspect])
        case .underInvestigation: return random.pick([.notes, .answers, .police, .end, .end])
        case .investigationEnded: return random.pick([.propose, .decide, .file])
        case .decided:
            if random.happens(percent: 50) {
                return found.proposal == nil ? random.pick([.propose, .verdict, .request, .reopen]) : .revise
            }
            if let act = missing(in: found) { return act }
            return .close
        case .closed:
            return random.pick([
                .reopen, .acknowledge, .request, .answerRequest, .verdict, .verdict, .meetDemand, .meetDemand,
                .endMatter,
            ])
        case .joined: return random.pick(Act.allCases)
        }
    }
}
