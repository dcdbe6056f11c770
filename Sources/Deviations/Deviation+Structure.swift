import QualityCore

extension Deviation {
    /// Does an act: what it breaks of structure or newly breaks of rules refuses it, and nothing is changed.
    mutating func act(
        under law: Law,
        _ change: (inout Deviation) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try perform(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try change(&deviation)
            try deviation.checkStructure()
        }
    }

    func refusal(_ rule: String, _ field: String, sv swedish: String, en english: String) -> RuleViolation {
        RuleViolation(rule: rule, record: reference, field: field, message: LocalizedText(sv: swedish, en: english))
    }

    func requireOpen(_ field: String) throws(RuleViolation) {
        guard phase.isOpen else {
            throw refusal("D-DEV-5", field, sv: "ärendet är inte öppet", en: "the case is not open")
        }
    }

    func requireNotCancelled(_ field: String) throws(RuleViolation) {
        guard phase != .cancelled else {
            throw refusal("D-DEV-10", field, sv: "ärendet är makulerat", en: "the case is cancelled")
        }
    }

    /// The one check that initialiser, acts and decoder share: what no value of the type may be.
    func checkStructure() throws(RuleViolation) {
        try current.checkOrderOfTimes()
        try checkSteps()
        try checkPauses()
        let first = occurred.firstDay
        let checks: [(isSound: Bool, rule: String, field: String)] = [
            (corrections.allSatisfy { reported <= $0.by.day }, "D-DEV-3", "corrections"),
            (suspicions.allSatisfy { (first ?? $0.received.day) <= $0.received.day }, "D-DEV-6", "suspicions"),
            (measures.allSatisfy(\.isInOrder), "D-DEV-7", "measures"),
            ((reporterAnswer?.signature.day).map { reported <= $0 } ?? true, "D-DEV-7", "reporterAnswer"),
            (investigation.entries.allSatisfy { reported <= $0.note.author.day }, "D-DEV-7", "investigation"),
            (investigation.causes.map(\.id.rawValue) == Array(investigation.causes.indices), "D-DEV-8", "causes"),
            (exchanges.allSatisfy(\.isInOrder), "D-DEV-11", "exchanges"),
            ((injuryInformation?.signature.day).map { (first ?? $0) <= $0 } ?? true, "D-HSL-2", "injuryInformation"),
            (nurseReviews.allSatisfy { reported <= $0.by.day }, "D-HSL-3", "nurseReviews"),
            (
                lexMaria.map { $0.isInOrder && (first ?? $0.opened.day) <= $0.opened.day } ?? true, "D-LXS-12",
                "lexMaria"
            ),
            (assignments.allSatisfy(\.isInOrder), "D-SEC-4", "assignments"),
        ]
        for check in checks where !check.isSound {
            throw refusal(
                check.rule,
                check.field,
                sv: "dagarna eller numren står inte i ordning",
                en: "the days or numbers are not in order"
            )
        }
        guard Set(measures.map(\.measure)).count == measures.count else {
            throw refusal("D-DEV-7", "measures", sv: "åtgärden är redan kopplad", en: "the measure is linked already")
        }
        guard assignments.dropLast().allSatisfy({ $0.relieved != nil }) else {
            throw refusal("D-SEC-4", "assignments", sv: "två utreder samtidigt", en: "two investigate at once")
        }
    }

    private func checkSteps() throws(RuleViolation) {
        if let enteredOn, enteredOn < reported {
            throw refusal(
                "D-DEV-10",
                "enteredOn",
                sv: "dagen ligger före rapporten",
                en: "the day is before the report"
            )
        }
        var phase = enteredAs
        var day = enteredOn ?? reported
        for step in steps {
            guard step.mayFollow(on: phase) else {
                throw refusal(
                    "D-DEV-5",
                    "phase",
                    sv: "\(step.phase.label.swedish) kan inte följa på \(phase.label.swedish)",
                    en: "\(step.phase.label.english) cannot follow on \(phase.label.english)"
                )
            }
            guard day <= step.signature.day else {
                throw refusal(
                    "D-DEV-10",
                    "steps",
                    sv: "steget är daterat före det förra",
                    en: "the step is dated before the one before it"
                )
            }
            phase = step.phase
            day = step.signature.day
        }
    }

    private func checkPauses() throws(RuleViolation) {
        var day = enteredOn ?? reported
        for (index, pause) in pauses.enumerated() {
            let isLast = index == pauses.count - 1
            var isSound = day <= pause.began.day && (pause.ended != nil || (isLast && phase.isOpen))
            if case .parked(_, let until) = pause.ground, until < pause.began.day { isSound = false }
            if let ended = pause.ended, ended.day < pause.began.day { isSound = false }
            isSound =
                isSound
                && steps.allSatisfy {
                    $0.signature.day <= pause.began.day || pause.ended.map { $0.day } ?? .latest <= $0.signature.day
                }
            guard isSound else {
                throw refusal(
                    "D-DEV-5",
                    "pauses",
                    sv: "uppehållet står inte i ordning",
                    en: "the pause is not in order"
                )
            }
            day = pause.ended?.day ?? day
        }
    }
}

extension InvestigatorAssignment {
    fileprivate var isInOrder: Bool { relieved.map { assigned.day <= $0.day } ?? true }
}

extension MeasureLink {
    fileprivate var isInOrder: Bool {
        guard case .approved(let approved, _, let timing, let outcome) = state else { return true }
        if case .by(let day)? = timing, day < approved.day { return false }
        switch outcome {
        case .executed(let day, let recorded): return approved.day <= day && day <= recorded.day
        case .notExecuted(_, let recorded): return approved.day <= recorded.day
        case nil: return true
        }
    }
}
