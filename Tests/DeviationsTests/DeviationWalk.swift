import Deviations
import QualityCore
import TestSupport

/// A drawn sequence of acts on one deviation, good and bad ones in any order.
struct DeviationWalk: Walker {
    enum Act: String, CaseIterable {
        case correct, assess, involve, assign, note, exempt, cause, link, approve, reject, outcome, answer, careInjury
        case inform, see, openMaria, decideMaria, notifyMaria, sendMaria, suspect, exchange, exchangeEvent, consider
        case pause, resume, review, investigate, decide, followUp, close, reopen, cancel
    }

    private var deviation: Deviation
    private var random: Draws
    private var today: CalendarDate
    private let isThorough: Bool
    private let law: Law
    private let list: Classification
    private static let people: [PersonReference] = ["chief", "nurse", "mas", "head"]
    private static let measures = ["m1", "m2"].map { RecordReference(kind: RecordKind(rawValue: "measure"), id: $0) }

    var record: Deviation { deviation }

    private(set) var broken: Set<String> = []

    init(seed: UInt64, law: Law, list: Classification) throws {
        random = Draws(seed: seed)
        self.law = law
        self.list = list
        today = day("2024-03-08")
        let bases: [LegalBasis] = random.happens(percent: 50) ? [.hsl] : [.sol]
        isThorough = random.happens(percent: 50)
        let isGap = random.happens(percent: 20)
        let gap = isGap ? random.pick(["place", "place", "bases", "category", "account", "action", "concerned"]) : ""
        deviation = try .draft(
            legalBases: gap == "bases" ? .notStated(source: "csv") : .value(bases),
            category: gap == "category" ? .notStated(source: "csv") : .value("service.notDone"),
            account: gap == "account" ? .notStated(source: "csv") : .value("Besöket blev inte av."),
            immediateAction: gap == "action" ? .notStated(source: "csv") : .value(.nothing),
            place: gap == "place" ? .notStated(source: "csv") : .value("Köket"),
            concerned: gap == "concerned" ? .notStated(source: "csv") : .value([.person("p1", .affected)]),
            phase: random.happens(percent: 85) ? .reported : random.pick(DeviationPhase.allCases)
        )
        broken = DeviationInvariants.broken(by: deviation)
    }

    /// Draws an act, likelier one that brings the case on, and tries it; gives the act where it was accepted.
    mutating func step(trying name: String?) throws -> String? {
        let drawn = random.happens(percent: 45) ? useful() : random.pick(Act.allCases)
        let act = name.flatMap(Act.init) ?? drawn
        if act == .cancel, !random.happens(percent: 25) { return nil }
        today = today.adding(days: random.number(0...1)) ?? today
        do {
            try attempt(act)
        } catch is RuleViolation {
            return nil
        }
        broken = DeviationInvariants.broken(by: deviation)
        if isPartial(after: act) { broken.insert("D-SEC-4") }
        return act.rawValue
    }

    /// Whether someone in conflict of interest has just investigated or decided, or still has the investigation.
    private func isPartial(after act: Act) -> Bool {
        let doer: PersonReference?
        let clearance: ConflictClearance?
        switch act {
        case .assign, .involve:
            clearance = deviation.investigator?.clearance
            doer = clearance?.person
            // What came to light after an exception does not undo it.
            if act == .involve, clearance?.isOverridden == true { return false }
        case .investigate, .decide:
            let step = deviation.steps.last
            clearance = step.flatMap(DeviationInvariants.clearance)
            doer = step?.signature.person
        case .decideMaria:
            clearance = deviation.lexMaria?.decision?.clearance
            doer = deviation.lexMaria?.decision?.by.person
        default: return false
        }
        return Impartiality.isBroken(
            by: doer,
            among: deviation.involvement,
            allowedBy: clearance?.override,
            listed: deviation.conflictExceptions
        )
    }

    private mutating func useful() -> Act {
        if deviation.pause != nil { return .resume }
        if let notified = deviation.lexMaria?.notification, notified.investigationSent == nil { return .sendMaria }
        let isHealthCare = deviation.legalBases.value?.contains(.hsl) == true
        switch deviation.phase {
        case .reported: return deviation.place.value == nil ? .correct : .review
        case .reviewed where isThorough:
            return deviation.investigation.checklist.contains { $0.state == .missing }
                ? random.pick([.cause, .note, .note, .note]) : .investigate
        case .reviewed: return random.pick([.assess, .cause, .note, .investigate, .decide])
        case .investigated: return random.pick([.assess, .decide])
        case .decided: return random.pick([.link, .approve, .reject, .followUp])
        case .followedUp:
            return random.pick(
                isHealthCare
                    ? [
                        .careInjury, .see, .note, .cause, .inform, .openMaria, .decideMaria, .notifyMaria, .notifyMaria,
                        .sendMaria, .sendMaria, .answer, .approve, .outcome, .close, .close,
                    ]
                    : [.answer, .approve, .outcome, .close, .close]
            )
        case .closed: return random.pick([.reopen, .decideMaria, .notifyMaria, .sendMaria, .suspect])
        case .cancelled: return .suspect
        }
    }

    private mutating func signature(_ person: PersonReference? = nil) -> Signature {
        let date = random.happens(percent: 4) ? day("2024-03-01") : today
        return Signature(person ?? random.pick(Self.people), title: "chef", on: date)
    }

    private mutating func words() -> String {
        random.happens(percent: 12) ? " " : "text"
    }

    private mutating func override() -> ConflictOverride? {
        guard random.happens(percent: 30) else { return nil }
        return ConflictOverride(reason: words(), by: signature())
    }

    private mutating func reference(_ kind: String) -> RecordReference {
        let kind = random.happens(percent: 15) ? "complaint" : kind
        return RecordReference(kind: RecordKind(rawValue: kind), id: "r\(random.number(1...9))")
    }

    private mutating func change() -> DeviationCorrection.Change {
        switch random.below(13) {
        case 0: return .account(words())
        case 1: return .legalBases(random.pick([[], [.hsl], [.sol], [.sol, .hsl]]))
        case 2:
            let twice: [ConcernedParty] = [.person("p1", .affected), .person("p1", .witness)]
            return .concerned(random.pick([[], [.group], [.person("p1", .affected)], twice]))
        case 3: return .occurred(.day(random.pick([day("2024-03-05"), day("2024-03-09")])))
        case 4: return .immediateAction(.taken(words()))
        case 5: return .category(random.pick(["service.notDone", "service.notDone", " "]))
        case 6: return .unit(OrganisationUnitID(rawValue: random.pick(["U2", "U2", " "])))
        case 7: return .discovered(random.pick([day("2024-03-06"), day("2024-03-09")]))
        case 8: return .reporter(random.pick([.anonymous, .named("nurse")]))
        case 9: return .answersFor("U3")
        default: return .place(words())
        }
    }

    private mutating func attempt(_ act: Act) throws {
        switch act {
        case .correct:
            try deviation.correct(DeviationCorrection(change(), reason: words(), by: signature()), under: law)
        case .assess:
            let levels = ConsequenceLevel.allCases
            let assessment = DeviationAssessment(
                actual: random.pick(levels),
                possible: random.pick(levels),
                by: signature()
            )
            let risk = random.happens(percent: 50) ? RiskEstimate(severity: 2, probability: 3) : nil
            try deviation.assess(assessment, risk: risk, under: law)
        case .involve:
            let people = Involvement(involved: [random.pick(Self.people)], superiors: ["nurse": "chief"])
            guard random.happens(percent: 15) else {
                return try deviation.recordInvolvement(of: Involvement(), by: signature(), under: law)
            }
            try deviation.recordInvolvement(of: people, by: signature(), under: law)
        case .assign:
            try deviation.assignInvestigator(
                random.pick(Self.people),
                by: signature(),
                override: override(),
                under: law
            )
        case .note:
            let note = InvestigationNote(words(), source: words(), nature: .fact, author: signature())
            let missing = deviation.investigation.checklist.first { $0.state == .missing && $0.item.isToldInNotes }
            let item = random.happens(percent: 70) ? missing?.item : nil
            try deviation.addNote(note, about: item ?? random.pick(InvestigationItem.allCases), under: law)
        case .exempt:
            try deviation.exempt(random.pick(InvestigationItem.allCases), reason: words(), by: signature(), under: law)
        case .cause:
            let code = random.pick(["technology", "procedures.missing", "weather"])
            let text = random.happens(percent: 50) ? words() : nil
            try deviation.addCause(CategoryCode(rawValue: code), from: list, text: text, by: signature(), under: law)
        default: try attemptFurther(act)
        }
    }

    private mutating func attemptFurther(_ act: Act) throws {
        let measure = random.pick(Self.measures)
        switch act {
        case .link:
            let causes = random.pick([[], [0], [0], [0], [7]]).map(DeviationCause.ID.init(rawValue:))
            try deviation.linkMeasure(measure, meeting: causes, under: law)
        case .approve:
            try deviation.approveMeasure(
                measure,
                doer: random.pick(Self.people),
                timing: random.pick([nil, .atOnce, .by(today)]),
                by: signature(),
                under: law
            )
        case .reject: try deviation.rejectMeasure(measure, reason: words(), by: signature(), under: law)
        case .outcome:
            let outcome: MeasureLink.Outcome =
                random.happens(percent: 50)
                ? .executed(on: today, recorded: signature()) : .notExecuted(reason: words(), recorded: signature())
            try deviation.recordOutcome(outcome, of: measure, under: law)
        case .answer:
            let answer: ReporterAnswer =
                random.happens(percent: 50)
                ? .given(signature()) : .notGiven(random.pick(ReporterAnswer.Ground.allCases), signature())
            try deviation.answerReporter(answer, under: law)
        case .suspect: try deviation.receiveSuspicion(in: reference("lexSarahCase"), by: signature(), under: law)
        case .exchange:
            let exchange = PrincipalExchange(
                random.pick(PrincipalExchange.Direction.allCases),
                principal: words(),
                content: words(),
                secrecyGround: words(),
                by: signature()
            )
            try deviation.exchange(exchange, under: law)
        case .exchangeEvent:
            let event = random.pick([.acknowledged, .reminded, .answered] as [Deviation.ExchangeEvent])
            try deviation.record(event, ofExchange: random.number(0...1), on: today, under: law)
        case .consider:
            let answer = OtherTrackAnswer(
                random.pick(OtherTrack.standard),
                random.happens(percent: 50) ? .yes(reference: words()) : .no(reason: words()),
                by: signature(),
                aware: random.happens(percent: 50) ? Timestamp(startOf: today) : nil
            )
            try deviation.consider(answer, under: law)
        case .pause:
            let ground: DeviationPause.Ground =
                random.happens(percent: 50) ? .waiting(for: words()) : .parked(reason: words(), until: today)
            try deviation.pause(ground, by: signature(), under: law)
        case .resume: try deviation.resume(by: signature(), under: law)
        case .review: try deviation.review(by: signature(), under: law)
        case .investigate:
            try deviation.completeInvestigation(by: signature(), override: override(), under: law)
        case .decide: try deviation.decide(words(), by: signature(), override: override(), under: law)
        case .followUp: try deviation.recordFollowUp(by: signature(), under: law)
        case .close: try deviation.close(by: signature(), under: law)
        case .reopen: try deviation.reopen(reason: words(), by: signature(), under: law)
        case .cancel:
            let own = deviation.reference
            let ground = random.pick([.mistake, .test, .duplicate(of: own)] as [DeviationCancellation.Ground])
            try deviation.cancel(DeviationCancellation(ground, reason: words(), by: signature()), under: law)
        default: try attemptInHealthCare(act)
        }
    }

    private mutating func attemptInHealthCare(_ act: Act) throws {
        switch act {
        case .careInjury:
            let answer = CareInjuryAnswer(
                injury: random.pick(CareInjuryAnswer.Injury.allCases),
                seriousness: random.pick(CareInjuryAnswer.Seriousness.allCases),
                motivation: words(),
                by: signature()
            )
            try deviation.answerCareInjury(answer, under: law)
        case .inform:
            let items = InjuryInformation.Item.allCases
            let information: InjuryInformation =
                random.happens(percent: 60)
                ? .given(
                    .patient,
                    items: random.happens(percent: 80) ? items : [.event],
                    by: signature(),
                    notedInRecord: random.happens(percent: 70) ? .yes(signature()) : .no(reason: words())
                ) : .notGiven(.secrecy, reason: words(), by: signature())
            try deviation.recordInformation(information, under: law)
        case .see: try deviation.recordReview(as: .nurse, by: signature(), under: law)
        case .openMaria: try deviation.openLexMaria(by: signature(), under: law)
        case .decideMaria:
            let outcome = random.pick([.notify, .notify, .doNotNotify] as [LexMariaTrack.Decision.Outcome])
            try deviation.decideLexMaria(
                outcome,
                motivation: words(),
                by: signature(),
                override: override(),
                under: law
            )
        case .notifyMaria:
            try deviation.notifyLexMaria(
                by: signature(),
                withInvestigation: random.happens(percent: 30),
                under: law
            )
        default: try deviation.sendLexMariaInvestigation(on: today, under: law)
        }
    }
}
