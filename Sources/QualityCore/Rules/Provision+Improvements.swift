extension Provision.Duty {
    /// Assess, continuously, whether events may occur that mean faults in quality (*riskanalys*).
    public static let analyseRisks = Provision.Duty(rawValue: "analyseRisks")
    /// Take the measures that the quality of the work needs, and improve processes and routines (*förbättrande åtgärder*).
    public static let improveWork = Provision.Duty(rawValue: "improveWork")
    /// Put on record when a decision was made, what it says and who took part (*dokumentation av beslut*).
    public static let documentDecision = Provision.Duty(rawValue: "documentDecision")
    /// Report favourable decisions under the Social Services Act that are not carried out (*ej verkställda beslut, SoL*).
    public static let reportUnexecutedSocialService = Provision.Duty(rawValue: "reportUnexecutedSocialService")
    /// Report favourable decisions under the disability act LSS that are not carried out (*ej verkställda beslut, LSS*).
    public static let reportUnexecutedSupport = Provision.Duty(rawValue: "reportUnexecutedSupport")
}

extension Provision {
    /// The provisions behind measures, risk analyses, decisions and the reporting of decisions not carried out.
    public static let improvements: [Provision] = [
        provision(.analyseRisks, "5 kap. 1 § SOSFS 2011:9", from: (2012, 1, 1), .known),
        provision(.improveWork, "5 kap. 7–8 §§ SOSFS 2011:9", from: (2012, 1, 1), .known),
        provision(.documentDecision, "31 § förvaltningslagen (2017:900)", from: (2018, 7, 1), .textRead),
        provision(
            .reportUnexecutedSocialService,
            "16 kap. 6 f § socialtjänstlagen (2001:453)",
            from: (2006, 7, 1),
            through: (2025, 6, 30),
            .textRead
        ),
        provision(
            .reportUnexecutedSocialService,
            "34 kap. 1 § socialtjänstlagen (2025:400)",
            from: (2025, 7, 1),
            .textRead
        ),
        provision(.reportUnexecutedSupport, "28 f § LSS (1993:387)", from: (2008, 7, 1), .textRead),
    ]

    private static func provision(
        _ duty: Duty,
        _ citation: String,
        from: (year: Int, month: Int, day: Int),
        through: (year: Int, month: Int, day: Int)? = nil,
        _ ground: Ground
    ) -> Provision {
        Provision(
            duty: duty,
            citation: citation,
            validity: Validity(
                from: CalendarDate(year: from.year, month: from.month, day: from.day),
                through: through.flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day) }
            ) ?? .always,
            ground: ground
        )
    }
}
