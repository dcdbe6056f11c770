/// Why a matter cannot be delegated: the kinds of matters of KL 6:38 (*delegationsförbud*). Closed.
public enum BoardOnlyMatter: String, Hashable, Sendable, Codable, CaseIterable {
    /// Goals, direction, extent or quality of the operations (*mål, inriktning, omfattning eller kvalitet*).
    case goalsAndDirection
    /// Proposals or statements to the council, and statements on appealed decisions of board or council.
    case statementsToCouncil
    /// Exercise of authority over individuals, of principle or otherwise of greater weight.
    case principleOrWeight
    /// Matters raised by a citizens' proposal and handed to the board (*medborgarförslag*).
    case citizensProposal
    /// Matters that another act or regulation forbids to delegate.
    case otherLaw
}

extension BoardOnlyMatter: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .goalsAndDirection:
            LocalizedText(
                sv: "Verksamhetens mål, inriktning, omfattning eller kvalitet",
                en: "Goals, direction, extent or quality of the operations"
            )
        case .statementsToCouncil:
            LocalizedText(
                sv: "Framställning eller yttrande till fullmäktige",
                en: "Proposal or statement to the council"
            )
        case .principleOrWeight:
            LocalizedText(
                sv: "Myndighetsutövning av principiell beskaffenhet eller större vikt",
                en: "Exercise of authority of principle or greater weight"
            )
        case .citizensProposal: LocalizedText(sv: "Medborgarförslag", en: "Citizens' proposal")
        case .otherLaw:
            LocalizedText(sv: "Får inte delegeras enligt annan lag", en: "Not to be delegated by another act")
        }
    }
}
