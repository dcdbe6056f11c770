public import QualityCore

extension BoardDecision.Form {
    /// The fields in the order of the form.
    public static let fields: [DraftField<BoardDecision.Form>] =
        [
            .essential(\.unit, "unit", "D-DEC-1", sv: "nämnden eller enheten", en: "the board or unit"),
            .essential(\.day, "day", "D-DEC-1", sv: "beslutets dag", en: "the day of the decision"),
            .essential(\.level, "level", "D-DEC-1", sv: "beslutsnivån", en: "the level of decision"),
            .optional(\.delegation, "delegation", sv: "punkten i delegationsordningen", en: "the item of delegation"),
        ] + contentFields + [
            .essential(\.reach, "reach", "D-DEC-1", sv: "omfattningen", en: "whether it is a trial or holds for all"),
            .optional(\.replaces, "replaces", sv: "beslut som ersätts", en: "the decisions replaced"),
            .essential(\.duration, "duration", "D-DEC-1", sv: "giltighetstiden", en: "how long it holds"),
            .required(
                \.consequences,
                "consequences",
                "D-DEC-1",
                sv: "om konsekvenserna har övervägts",
                en: "whether consequences were considered"
            ),
        ]

    private static let contentFields: [DraftField<BoardDecision.Form>] = [
        content(\.text, "text", sv: "beslutets innehåll", en: "what is decided"),
        content(\.deciders, "deciders", sv: "den som beslutar", en: "who decides"),
        content(
            \.presenters,
            "presenters",
            sv: "föredragande eller att ingen fanns",
            en: "who presented if anyone"
        ),
        content(\.otherParticipants, "otherParticipants", sv: "övriga deltagare", en: "who else took part if anyone"),
        content(\.problem, "problem", sv: "problemet", en: "the problem to solve"),
        content(\.basis, "basis", sv: "underlaget", en: "what it rests on"),
        content(\.unknowns, "unknowns", sv: "det som inte var känt", en: "what was not known"),
        content(\.proportionality, "proportionality", sv: "proportionaliteten", en: "the proportion"),
        content(\.relevance, "relevance", sv: "relevansen", en: "the relevance"),
        content(\.urgency, "urgency", sv: "angelägenheten", en: "the urgency"),
        content(\.heard, "heard", sv: "vilka som hörts eller att ingen hörts", en: "who was heard if anyone"),
        content(\.carriedOutBy, "carriedOutBy", sv: "den som verkställer", en: "who carries it out"),
        content(\.followUp, "followUp", sv: "hur det följs upp", en: "how it is followed up"),
    ]

    private static func content<Value>(
        _ keyPath: any KeyPath<Self, Value?> & Sendable,
        _ name: String,
        sv swedish: String,
        en english: String
    ) -> DraftField<Self> {
        .required(keyPath, name, "D-DEC-1", sv: swedish, en: english, covers: ["content." + name])
    }
}
