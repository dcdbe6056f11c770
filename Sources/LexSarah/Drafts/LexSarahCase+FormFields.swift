public import QualityCore

extension LexSarahCase.Form {
    /// The fields in the order of the form.
    public static let fields: [DraftField<LexSarahCase.Form>] = [
        .essential(\.unit, "unit", "D-LXS-13", sv: "enheten", en: "the unit"),
        .essential(
            \.received,
            "received",
            "D-LXS-13",
            sv: "dagen då rapporten kom in",
            en: "the day of receipt",
            covers: ["reports.received"]
        ),
        .essential(\.receivedAt, "receivedAt", "D-LXS-13", sv: "klockslaget", en: "the time of receipt"),
        .essential(\.receivedBy, "receivedBy", "D-LXS-13", sv: "vem som tog emot", en: "who received it"),
        .essential(
            \.receiver,
            "receiver",
            "D-LXS-1",
            sv: "den mottagande verksamheten",
            en: "the operator that received it",
            covers: ["reports.receipt.receiver"]
        ),
        .essential(
            \.receivedForm,
            "receivedForm",
            "D-LXS-13",
            sv: "om den var skriftlig eller muntlig",
            en: "whether it was written or oral",
            covers: ["reports.receipt.form"]
        ),
        .essential(
            \.reporter,
            "reporter",
            "D-LXS-1",
            sv: "rapportörens namn och roll",
            en: "the reporter's name and role",
            covers: ["reports.reporter"]
        ),
        .essential(
            \.noticed,
            "noticed",
            "D-LXS-13",
            sv: "när och hur det uppmärksammades",
            en: "when and how it was noticed",
            covers: ["reports.noticed"]
        ),
        .essential(
            \.occurred,
            "occurred",
            "D-LXS-13",
            sv: "när det hände eller att det är okänt",
            en: "when it occurred or that nobody knows",
            covers: ["reports.occurred"]
        ),
        .essential(
            \.account,
            "account",
            "D-LXS-13",
            sv: "vad rapporten säger",
            en: "what the report says",
            covers: ["reports.account"]
        ),
        .optional(\.categories, "categories", sv: "kategorierna", en: "the categories"),
        .required(\.legalBases, "legalBases", "D-LXS-13", sv: "minst ett lagrum", en: "at least one legal basis"),
        .required(\.operatedBy, "operatedBy", "D-LXS-1", sv: "vem som bedriver verksamheten", en: "the operator"),
        .required(\.concerned, "concerned", "D-LXS-13", sv: "vem rapporten rör", en: "whom the report is about"),
        .required(
            \.remedy,
            "remedy",
            "D-LXS-3",
            sv: "om faran är undanröjd",
            en: "whether the danger is removed"
        ),
        .optional(\.suspicion, "suspicion", sv: "om allvaret är uppenbart", en: "whether it is obviously serious"),
    ]
}
