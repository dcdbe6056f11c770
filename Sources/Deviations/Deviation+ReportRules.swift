import QualityCore

extension Deviation {
    static var reportRules: [RecordRule<Deviation>] {
        [
            rule("D-DEV-2", "legalBases", sv: "minst ett lagrum krävs", en: "at least one legal basis is required") {
                $0.legalBases.value?.isEmpty == true
            },
            rule("D-DEV-2", "unit", sv: "en enhet krävs", en: "a unit is required") { $0.unit.rawValue.isBlank },
            rule("D-DEV-2", "category", sv: "en kategori krävs", en: "a category is required") {
                $0.category.value?.rawValue.isBlank == true
            },
            rule("D-DEV-2", "account", sv: "en beskrivning krävs", en: "an account of the event is required") {
                $0.account.isBlank
            },
            rule(
                "D-DEV-2",
                "immediateAction",
                sv: "en vidtagen åtgärd ska beskrivas",
                en: "an action that was taken must be told"
            ) {
                if case .taken(let text)? = $0.immediateAction.value { text.isBlank } else { false }
            },
            rule("D-DEV-2", "place", sv: "platsen får inte vara tom", en: "the place must not be blank") {
                $0.place.isBlank
            },
            rule("D-DEV-2", "concerned", sv: "vem det gäller krävs", en: "whom it concerns is required") {
                $0.concerned.value?.isEmpty == true
            },
            rule("D-DEV-2", "concerned", sv: "en person står två gånger", en: "a person stands twice") {
                let persons = ($0.concerned.value ?? []).compactMap(\.person)
                return Set(persons).count != persons.count
            },
        ]
            + ["legalBases", "category", "place", "account", "immediateAction", "concerned"].map { field in
                rule(
                    "D-DEV-2",
                    field,
                    sv: "uppgiften saknas i källan och krävs för att gå vidare",
                    en: "the source held no such fact, and it is needed to go on"
                ) { deviation in
                    deviation.round.contains { $0.phase != .cancelled } && deviation.gaps.contains(field)
                }
            } + [
                rule("D-DEV-3", "corrections", sv: "en rättelse ska ha skäl", en: "a correction needs a reason") {
                    $0.corrections.contains { $0.reason.isBlank }
                }
            ]
    }

    static var stepRules: [RecordRule<Deviation>] {
        [
            rule(
                "D-DEV-4",
                "assessments",
                sv: "faktisk och möjlig konsekvens ska vara bedömda före beslut",
                en: "actual and possible consequence must be assessed before a decision"
            ) { deviation in
                deviation.assessment == nil
                    && deviation.round.contains { [.decided, .followedUp, .closed].contains($0.phase) }
            },
            rule(
                "D-DEV-4",
                "assessments",
                sv: "den möjliga konsekvensen är mindre än den faktiska",
                en: "the possible consequence is less than the actual one"
            ) {
                $0.assessments.contains { assessment in
                    guard let actual = assessment.actual.rank, let possible = assessment.possible.rank else {
                        return false
                    }
                    return possible < actual
                }
            },
            rule("D-DEV-5", "pauses", sv: "ett uppehåll ska ha skäl", en: "a pause needs its ground in words") {
                $0.pauses.contains { pause in
                    switch pause.ground {
                    case .waiting(let whom): whom.isBlank
                    case .parked(let reason, _): reason.isBlank
                    }
                }
            },
            rule("D-DEV-7", "steps", sv: "ett beslut ska motiveras", en: "a decision needs a motivation") {
                $0.steps.contains { if case .decided(let decision) = $0 { decision.motivation.isBlank } else { false } }
            },
            rule("D-DEV-10", "steps", sv: "att återuppta kräver skäl", en: "reopening needs a reason") {
                $0.steps.contains { if case .reopened(_, let reason) = $0 { reason.isBlank } else { false } }
            },
            rule("D-DEV-10", "cancellation", sv: "makulering kräver skäl", en: "a cancellation needs a reason") {
                $0.cancellation?.reason.isBlank == true
            },
            rule(
                "D-DEV-10",
                "cancellation",
                sv: "en post är inte dubblett av sig själv",
                en: "a record is no duplicate of itself"
            ) { $0.cancellation?.ground == .duplicate(of: $0.reference) },
        ]
    }
}
