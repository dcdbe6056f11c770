extension Provision.Duty {
    /// Review, systematically and again and again, who has read what (*loggkontroll*).
    public static let reviewAccessLogs = Provision.Duty(rawValue: "reviewAccessLogs")
}

extension Law {
    /// The provision on reviews of access logs, a part of ``Law/swedish``.
    static let accessLogReviews = [
        Provision(
            duty: .reviewAccessLogs,
            citation: "10 § lagen (2001:454) om behandling av personuppgifter inom socialtjänsten",
            validity: .always,
            ground: .textRead,
            text: LocalizedText(
                sv: "Kontrollera systematiskt och återkommande vem som har läst personuppgifter.",
                en: "Review, systematically and again and again, who has read personal data."
            )
        )
    ]
}
