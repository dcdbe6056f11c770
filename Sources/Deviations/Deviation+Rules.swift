public import QualityCore

extension Deviation {
    /// What is required of every deviation.
    public static var rules: [RecordRule<Deviation>] {
        [
            RecordRule(
                "D-DEV-2",
                field: "legalBases",
                message: LocalizedText(sv: "minst ett lagrum krävs", en: "at least one legal basis is required")
            ) { deviation, _ in deviation.legalBases.value?.isEmpty == true },
            RecordRule(
                "D-DEV-2",
                field: "account",
                message: LocalizedText(
                    sv: "en beskrivning av händelsen krävs",
                    en: "an account of the event is required"
                )
            ) { deviation, _ in deviation.account.value?.allSatisfy(\.isWhitespace) == true },
            RecordRule(
                "D-DEV-2",
                field: "immediateAction",
                message: LocalizedText(
                    sv: "en vidtagen åtgärd ska beskrivas",
                    en: "an action that was taken must be told"
                )
            ) { deviation, _ in
                if case .taken(let text)? = deviation.immediateAction.value {
                    text.allSatisfy(\.isWhitespace)
                } else {
                    false
                }
            },
        ]
    }
}
