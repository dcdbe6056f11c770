public import QualityCore

extension Complaint.Form {
    /// The fields in the order of the form.
    public static let fields: [DraftField<Complaint.Form>] = [
        .essential(\.unit, "unit", "D-CMP-7", sv: "enheten", en: "the unit"),
        .essential(\.received, "received", "D-CMP-7", sv: "dagen då det kom in", en: "the day of receipt"),
        .required(
            \.receivedBy,
            "receivedBy",
            "D-CMP-7",
            sv: "vem som tog emot",
            en: "who received it",
            covers: ["receipt.receivedBy"]
        ),
        .required(\.channel, "channel", "D-CMP-7", sv: "kanalen", en: "the channel"),
        .required(\.sender, "sender", "D-CMP-1", sv: "avsändaren", en: "the sender", covers: ["receipt.sender"]),
        .optional(\.senderInWords, "senderInWords", sv: "avsändaren i ord", en: "the sender in words"),
        .required(
            \.contact,
            "contact",
            "D-CMP-7",
            sv: "kontaktuppgift eller att avsändaren är anonym",
            en: "a contact or that the sender is anonymous",
            covers: ["receipt.contact"]
        ),
        .required(
            \.wish,
            "wish",
            "D-CMP-7",
            sv: "om svar önskas",
            en: "whether an answer is wanted",
            covers: ["receipt.wish", "deadlines"]
        ),
        .required(\.words, "words", "D-CMP-1", sv: "orden", en: "the wording", covers: ["receipt.words"]),
        .required(
            \.subject,
            "subject",
            "D-CMP-5",
            sv: "om det gäller ett beslut eller verksamheten",
            en: "whether it is about a decision or the operation",
            covers: ["receipt.subject"]
        ),
        .required(
            \.legalBases,
            "legalBases",
            "D-CMP-7",
            sv: "minst ett lagrum",
            en: "at least one legal basis",
            covers: ["receipt.legalBases"]
        ),
        .required(
            \.concerns,
            "concerns",
            "D-CMP-7",
            sv: "vem det rör eller att det inte rör någon särskild",
            en: "whom it concerns or that it is nobody in particular",
            covers: ["receipt.concerns"]
        ),
        .essential(
            \.viewpoints,
            "viewpoints",
            "D-CMP-2",
            sv: "minst en synpunkt",
            en: "at least one viewpoint",
            refusesEmpty: true
        ),
        .optional(\.policy, "policy", sv: "nämndens tider", en: "the board's times"),
    ]
}
