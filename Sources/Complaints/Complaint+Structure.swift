import QualityCore

extension Complaint {
    /// What holds in every submission: at least one viewpoint, days in order, and a phase that its steps can reach.
    func checkStructure() throws(RuleViolation) {
        guard !viewpoints.isEmpty else {
            throw violation(
                "D-CMP-2",
                "viewpoints",
                sv: "minst en synpunkt krävs",
                en: "at least one viewpoint is required"
            )
        }
        try checkOrderOfDays()
        try checkSteps()
        try checkEnding()
    }

    private func checkOrderOfDays() throws(RuleViolation) {
        let steps: [(field: String, day: CalendarDate?)] = [
            ("acknowledged", acknowledged?.day), ("handling", handling?.began.day), ("theme", theme?.joined.day),
            ("answer", answer?.day), ("ending", ending?.day),
        ]
        var latest = received
        for (field, day) in steps {
            guard let day else { continue }
            guard latest <= day else { throw disorder(field) }
            latest = day
        }
        var considered: [(field: String, day: CalendarDate?)] = [("appealDenial", appealDenial?.by.day)]
        if case .yes(let signature) = misconduct { considered.append(("misconduct", signature.day)) }
        if let deadlines {
            considered.append(("deadlines", min(deadlines.acknowledge, deadlines.answer)))
        }
        for (field, day) in considered {
            if let day, day < received { throw disorder(field) }
        }
    }

    private func disorder(_ field: String) -> RuleViolation {
        violation(
            "D-CMP-7",
            field,
            sv: "dagarna ska följa ordningen inkommen, bekräftad, handlagd, besvarad, avslutad",
            en: "the days must follow the order received, acknowledged, handled, answered, ended"
        )
    }

    private func checkSteps() throws(RuleViolation) {
        if acknowledged != nil, receipt.contact.value == .anonymous {
            throw violation(
                "D-CMP-7",
                "acknowledged",
                sv: "en anonym avsändare kan inte få bekräftelse",
                en: "an anonymous sender cannot be acknowledged"
            )
        }
        if handling != nil, acknowledged == nil, !receipt.needsNoAnswer {
            throw violation(
                "D-CMP-7",
                "acknowledged",
                sv: "mottagandet ska bekräftas innan handläggningen börjar",
                en: "receipt must be acknowledged before handling begins"
            )
        }
        if theme != nil, acknowledged != nil, handling == nil { throw impossiblePhase }
        guard answer != nil else { return }
        if receipt.contact.value == .anonymous {
            throw violation(
                "D-CMP-7",
                "answer",
                sv: "en anonym avsändare kan inte få svar",
                en: "an anonymous sender cannot be answered"
            )
        }
        if handling == nil, theme == nil, !course.isImported { throw impossiblePhase }
    }

    private func checkEnding() throws(RuleViolation) {
        switch ending {
        case .closed(_, nil):
            guard answer != nil else { throw unanswered }
        case .closed(_, .some):
            guard answer == nil, handling != nil || theme != nil else { throw impossiblePhase }
        case .handedOver, .passedOn:
            guard answer == nil, theme == nil, acknowledged == nil || handling != nil else { throw impossiblePhase }
            if case .passedOn = ending, appealDenial != nil { throw impossiblePhase }
        case .cancelled(_, let reason):
            guard !reason.allSatisfy(\.isWhitespace) else {
                throw violation(
                    "D-DEV-10",
                    "ending.reason",
                    sv: "en makulering kräver skäl",
                    en: "cancelling needs a reason"
                )
            }
        case nil: break
        }
    }

    /// A refusal to close without an answer or a reason.
    var unanswered: RuleViolation {
        violation(
            "D-CMP-7",
            "answer",
            sv: "utan svar eller skäl kan ärendet inte avslutas",
            en: "it cannot be closed without an answer or a reason"
        )
    }

    /// A refusal of a step that does not follow on the present phase.
    var impossiblePhase: RuleViolation {
        violation("D-CMP-7", "phase", sv: "steget kan inte följa på läget", en: "the step cannot follow on the phase")
    }

    /// A refusal that names this record.
    func violation(_ rule: String, _ field: String, sv swedish: String, en english: String) -> RuleViolation {
        RuleViolation(
            rule: rule,
            record: reference,
            field: field,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}
