import Deviations
import QualityCore
import TestSupport

/// What must hold of every deviation made here, written a second time from the requirements.
enum DeviationInvariants {
    /// The ids of the requirements that a deviation breaks.
    static func broken(by deviation: Deviation) -> Set<String> {
        var broken: Set<String> = []
        func require(_ isSound: Bool, _ id: String) {
            if !isSound { broken.insert(id) }
        }
        let report = deviation.current
        let days = [report.occurred.firstDay, report.discovered, report.reported].compactMap(\.self)
        require(days == days.sorted(), "D-DEV-1")
        let round = lastRound(of: deviation)
        let texts = [report.account, report.place].compactMap(\.value)
        require(texts.allSatisfy(says), "D-DEV-2")
        require(says(report.unit.rawValue) && report.category.value.map { says($0.rawValue) } != false, "D-DEV-2")
        require(report.legalBases.value?.count != 0 && report.concerned.value?.count != 0, "D-DEV-2")
        if case .taken(let text)? = report.immediateAction.value { require(says(text), "D-DEV-2") }
        let persons = report.concerned.value?.compactMap(\.person) ?? []
        require(Set(persons).count == persons.count, "D-DEV-2")
        if round.contains(where: { $0 != .cancelled }) {
            require(report.place.value != nil && report.account.value != nil, "D-DEV-2")
            require(report.category.value != nil && report.legalBases.value != nil, "D-DEV-2")
            require(report.immediateAction.value != nil && report.concerned.value != nil, "D-DEV-2")
        }
        require(deviation.corrections.allSatisfy { says($0.reason) }, "D-DEV-3")
        for assessment in deviation.assessments {
            require((assessment.possible.rank ?? 9) >= (assessment.actual.rank ?? 0), "D-DEV-4")
        }
        if round.contains(.decided) { require(!deviation.assessments.isEmpty, "D-DEV-4") }
        require(deviation.suspicions.allSatisfy { $0.caseReference.kind.rawValue == "lexSarahCase" }, "D-DEV-6")
        checkDays(of: deviation, require)
        checkMeasures(of: deviation, round, require)
        checkHealthCare(of: deviation, round, require)
        for exchange in deviation.exchanges {
            let words = [exchange.principal, exchange.content, exchange.secrecyGround]
            require(words.allSatisfy(says), "D-DEV-11")
        }
        for answer in deviation.trackAnswers {
            switch answer.outcome {
            case .yes(let reference):
                require(says(reference) && (answer.track != .personalDataBreach || answer.aware != nil), "D-DEV-12")
            case .no(let reason): require(says(reason), "D-DEV-12")
            }
        }
        return broken
    }

    private static func says(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }

    static func clearance(_ step: DeviationStep) -> ConflictClearance? {
        switch step {
        case .investigated(_, let clearance): clearance
        case .decided(let decision): decision.clearance
        default: nil
        }
    }

    /// The phases entered here since the report or the last reopening.
    private static func lastRound(of deviation: Deviation) -> [DeviationPhase] {
        var round: [DeviationPhase] = []
        for step in deviation.steps {
            if case .reopened = step { round = [] } else { round.append(step.phase) }
        }
        return round
    }

    private static func checkDays(of deviation: Deviation, _ require: (Bool, String) -> Void) {
        let days = deviation.steps.map(\.signature.day)
        require(days == days.sorted() && days.allSatisfy { deviation.reported <= $0 }, "D-DEV-10")
        require(deviation.daysToClose ?? 0 >= 0, "D-DEV-10")
        let closings = deviation.steps.count { $0.phase == .closed } + (deviation.enteredAs == .closed ? 1 : 0)
        require(deviation.closures.count == closings, "D-DEV-10")
        for step in deviation.steps {
            switch step {
            case .reopened(_, let reason): require(says(reason), "D-DEV-10")
            case .cancelled(let cancellation):
                require(says(cancellation.reason), "D-DEV-10")
                require(cancellation.ground != .duplicate(of: deviation.reference), "D-DEV-10")
            case .decided(let decision): require(says(decision.motivation), "D-DEV-7")
            default: break
            }
        }
        for pause in deviation.pauses {
            switch pause.ground {
            case .waiting(let text), .parked(let text, _): require(says(text), "D-DEV-5")
            }
        }
        let waiting = deviation.pauses.count { $0.ended == nil }
        require(
            waiting == 0 || (waiting == 1 && deviation.phase != .closed && deviation.phase != .cancelled),
            "D-DEV-5"
        )
    }

    private static func checkMeasures(
        of deviation: Deviation,
        _ round: [DeviationPhase],
        _ require: (Bool, String) -> Void
    ) {
        let isClosed = deviation.phase == .closed
        let causes = deviation.investigation.causes
        require(causes.allSatisfy { $0.text.map(says) ?? true }, "D-DEV-8")
        for link in deviation.measures {
            require(!link.causes.isEmpty && link.causes.allSatisfy { id in causes.contains { $0.id == id } }, "D-DEV-8")
            switch link.state {
            case .undecided: require(!isClosed, "D-DEV-7")
            case .rejected(_, let reason): require(says(reason), "D-DEV-7")
            case .approved(_, let doer, let timing, let outcome):
                if deviation.legalBases.value?.contains(.hsl) == true { require(timing != nil, "D-HSL-3") }
                require(!isClosed || outcome != nil, "D-DEV-7")
                require(outcome?.recorded.person != doer, "D-DEV-7")
                if case .notExecuted(let reason, _)? = outcome { require(says(reason), "D-DEV-7") }
            }
        }
        require(deviation.investigation.entries.allSatisfy { says($0.note.text) && says($0.note.source) }, "D-DEV-7")
        require(deviation.investigation.exemptions.allSatisfy { says($0.reason) }, "D-DEV-7")
        if case .notGiven(.anonymous, _)? = deviation.reporterAnswer {
            if case .named? = deviation.current.reporter.value { require(false, "D-DEV-7") }
        }
        if isClosed, round.contains(.closed) { require(deviation.reporterAnswer != nil, "D-DEV-7") }
        if round.contains(.investigated) {
            require(deviation.investigation.checklist.allSatisfy { $0.state != .missing }, "D-DEV-7")
        }
    }

    private static func checkHealthCare(
        of deviation: Deviation,
        _ round: [DeviationPhase],
        _ require: (Bool, String) -> Void
    ) {
        if let answer = deviation.careInjury {
            require(says(answer.motivation) && (answer.injury != .no || answer.seriousness != .yes), "D-HSL-1")
        }
        switch deviation.injuryInformation {
        case .given(_, let items, _, let noted):
            require(items.count == 6, "D-HSL-2")
            if case .no(let reason) = noted { require(says(reason), "D-HSL-2") }
        case .notGiven(_, let reason, _): require(says(reason), "D-HSL-2")
        case nil: break
        }
        require(deviation.lexMaria?.decisions.allSatisfy { says($0.motivation) } ?? true, "D-LXS-12")
        guard deviation.phase == .closed, round.contains(.closed), deviation.legalBases.value?.contains(.hsl) == true
        else { return }
        require(deviation.careInjury != nil, "D-HSL-1")
        require(!deviation.nurseReviews.isEmpty, "D-HSL-3")
        guard let injury = deviation.careInjury, injury.injury != .no else { return }
        let told = Set(deviation.investigation.entries.map(\.item))
        require(told.isSuperset(of: [.courseOfEvents, .basisForMeasures]), "D-HSL-1")
        require(!deviation.investigation.causes.isEmpty, "D-HSL-1")
        if injury.injury == .yes { require(deviation.injuryInformation != nil, "D-HSL-2") }
        if injury.seriousness == .yes { require(deviation.lexMaria != nil, "D-LXS-12") }
    }
}
