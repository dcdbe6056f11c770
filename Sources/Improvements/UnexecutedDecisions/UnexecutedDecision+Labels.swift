public import QualityCore

extension UnexecutedDecision.Group: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .notCarriedOut: LocalizedText(sv: "Ej verkställt", en: "Not carried out")
        case .interrupted: LocalizedText(sv: "Avbrott i verkställighet", en: "Interrupted")
        }
    }
}

extension UnexecutedDecision.Closing.Ground: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .executed: LocalizedText(sv: "Verkställt", en: "Carried out")
        case .endedAtRequest: LocalizedText(sv: "Avslutat på egen begäran", en: "Ended at the person's request")
        case .replaced: LocalizedText(sv: "Ersatt av nytt beslut", en: "Replaced by another decision")
        case .died: LocalizedText(sv: "Avliden", en: "The person died")
        case .moved: LocalizedText(sv: "Flyttat", en: "The person moved")
        }
    }
}

extension UnexecutedDecision.Receiver: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .authority: LocalizedText(sv: "Inspektionen för vård och omsorg", en: "The supervisory authority")
        case .auditors: LocalizedText(sv: "Revisorerna", en: "The auditors")
        case .council: LocalizedText(sv: "Fullmäktige", en: "The council")
        }
    }
}
