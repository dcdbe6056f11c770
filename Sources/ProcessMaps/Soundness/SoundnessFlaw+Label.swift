public import QualityCore

extension SoundnessFlaw.Reason: Labelled {
    /// What goes wrong, as people read it.
    public var label: LocalizedText {
        switch self {
        case .unreachable: LocalizedText(sv: "Kan inte nås från starten", en: "Cannot be reached from the start")
        case .deadEnd: LocalizedText(sv: "Leder inte till något slut", en: "Leads to no end")
        case .standstill: LocalizedText(sv: "Ärendet kan stanna här för alltid", en: "The case can stand still here")
        case .doubled: LocalizedText(sv: "Fortsättningen kan göras två gånger", en: "What follows can be done twice")
        case .leftOver:
            LocalizedText(sv: "Ärendet kan avslutas medan annat pågår", en: "The case can end with work left over")
        case .endless: LocalizedText(sv: "Ärendet kan aldrig avslutas härifrån", en: "The case can never end from here")
        case .unused: LocalizedText(sv: "Används aldrig", en: "Is never used")
        }
    }
}
