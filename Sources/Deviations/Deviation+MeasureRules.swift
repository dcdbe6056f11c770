import QualityCore

extension Deviation {
    static var measureRules: [RecordRule<Deviation>] {
        [
            rule("D-DEV-7", "measures", sv: "en åtgärd är inte beslutad", en: "a measure is undecided") {
                $0.phase == .closed && $0.measures.contains { $0.state == .undecided }
            },
            rule(
                "D-DEV-7",
                "measures.outcome",
                sv: "en godkänd åtgärd saknar utfall",
                en: "an approved measure has no outcome"
            ) {
                $0.phase == .closed
                    && $0.measures.contains {
                        if case .approved(_, _, _, nil) = $0.state { true } else { false }
                    }
            },
            rule(
                "D-DEV-7",
                "measures.recorded",
                sv: "utfallet ska anges av annan än den som utfört åtgärden",
                en: "the outcome must be recorded by another than the doer"
            ) {
                $0.measures.contains { link in
                    guard case .approved(_, let doer, _, let outcome?) = link.state else { return false }
                    return outcome.recorded.person == doer
                }
            },
            rule(
                "D-DEV-7",
                "measures.reason",
                sv: "skäl krävs när en åtgärd avslås eller inte utförs",
                en: "a measure rejected or not carried out needs a reason"
            ) {
                $0.measures.contains { link in
                    switch link.state {
                    case .rejected(_, let reason), .approved(_, _, _, .notExecuted(let reason, _)?): reason.isBlank
                    default: false
                    }
                }
            },
            rule(
                "D-DEV-7",
                "reporterAnswer",
                sv: "rapportören ska ha svar, eller skäl varför inte",
                en: "the reporter must have an answer, or a reason why not"
            ) { $0.phase == .closed && $0.hasTaken(.closed) && $0.reporterAnswer == nil },
            rule(
                "D-DEV-7",
                "reporterAnswer",
                sv: "rapportören är inte anonym",
                en: "the reporter is not anonymous"
            ) { deviation in
                guard case .notGiven(.anonymous, _)? = deviation.reporterAnswer,
                    case .named? = deviation.current.reporter.value
                else { return false }
                return true
            },
        ]
    }

    static var causeRules: [RecordRule<Deviation>] {
        [
            rule(
                "D-DEV-7",
                "investigation",
                sv: "utredningen saknar en del",
                en: "an item of the investigation is missing"
            ) { deviation in
                deviation.hasTaken(.investigated)
                    && deviation.investigation.checklist.contains { $0.state == .missing }
            },
            rule(
                "D-DEV-7",
                "investigation.entries",
                sv: "en anteckning ska ha text och källa, och orsaker har en egen lista",
                en: "a note needs text and source, and causes have a list of their own"
            ) {
                $0.investigation.entries.contains {
                    $0.note.text.isBlank || $0.note.source.isBlank || !$0.item.isToldInNotes
                }
            },
            rule(
                "D-DEV-7",
                "investigation.exemptions",
                sv: "det som inte är tillämpligt ska motiveras",
                en: "what does not apply needs a reason"
            ) { $0.investigation.exemptions.contains { $0.reason.isBlank } },
            rule(
                "D-DEV-8",
                "measures.causes",
                sv: "varje åtgärd ska peka på en angiven orsak",
                en: "each measure must point at a recorded cause"
            ) { deviation in
                let causes = Set(deviation.investigation.causes.map(\.id))
                return deviation.measures.contains { $0.causes.isEmpty || !causes.isSuperset(of: $0.causes) }
            },
            rule("D-DEV-8", "causes", sv: "orsakens text är tom", en: "the words of a cause are blank") {
                $0.investigation.causes.contains { $0.text?.isBlank == true }
            },
        ]
    }
}
