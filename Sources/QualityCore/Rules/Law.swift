/// The law as dated data: which provision lays down a duty on a given day (*regelverk*).
///
/// A host can supply its own provisions. Each duty is judged by the provision in force on the day that selects it
/// (D-LAW-1), so the steps of one case may cite two acts.
public struct Law: Hashable, Sendable, Codable {
    /// All provisions, past and present.
    public let provisions: [Provision]
    /// The ids of rules that the host does not apply; a report names them.
    public let suspendedRules: Set<String>

    /// A body of law from its provisions.
    public init(provisions: [Provision], suspendedRules: Set<String> = []) {
        self.provisions = provisions
        self.suspendedRules = suspendedRules
    }

    /// The same law without one of the rules.
    public func suspending(_ rule: String) -> Law {
        Law(provisions: provisions, suspendedRules: suspendedRules.union([rule]))
    }

    /// The provision that lays down a duty on a day, or `nil` where none does.
    public func provision(for duty: Provision.Duty, on date: CalendarDate) -> Provision? {
        provisions.first { $0.duty == duty && $0.validity.contains(date) }
    }
}

extension Law {
    /// Swedish law for municipal social services: SOSFS 2011:9, the Social Services Acts of 2001 and 2025.
    ///
    /// The act 2025:400 replaced 2001:453 on 1 July 2025. An engineering digest, not legal advice.
    public static let swedish = Law(
        provisions: [
            regulation(.mapProcesses, "4 kap. 2–6 §§"),
            regulation(.selfCheck, "5 kap. 2 §"),
            regulation(.receiveComplaints, "5 kap. 3 §"),
            regulation(.compile, "5 kap. 6 §"),
            regulation(.document, "7 kap. 1 §"),
        ] + misconduct(.reportMisconduct, act2001: "14 kap. 3 §", act2025: "27 kap. 2 §")
            + misconduct(.investigateMisconduct, act2001: "14 kap. 6 §", act2025: "27 kap. 5 §")
            + misconduct(.notifyMisconduct, act2001: "14 kap. 7 §", act2025: "27 kap. 6 §")
            + accessLogReviews
    )

    private static func regulation(_ duty: Provision.Duty, _ paragraph: String) -> Provision {
        Provision(
            duty: duty,
            citation: "\(paragraph) SOSFS 2011:9",
            validity: Validity(from: CalendarDate(year: 2012, month: 1, day: 1)) ?? .always,
            ground: .known
        )
    }

    private static func misconduct(_ duty: Provision.Duty, act2001: String, act2025: String) -> [Provision] {
        [
            Provision(
                duty: duty,
                citation: "\(act2001) socialtjänstlagen (2001:453)",
                validity: Validity(
                    from: CalendarDate(year: 2011, month: 7, day: 1),
                    through: CalendarDate(year: 2025, month: 6, day: 30)
                ) ?? .always,
                ground: .textRead
            ),
            Provision(
                duty: duty,
                citation: "\(act2025) socialtjänstlagen (2025:400)",
                validity: Validity(from: CalendarDate(year: 2025, month: 7, day: 1)) ?? .always,
                ground: .textRead
            ),
        ]
    }
}
