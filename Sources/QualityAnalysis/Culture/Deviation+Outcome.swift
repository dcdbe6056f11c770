public import Deviations
public import QualityCore

extension CodeDimension {
    /// What an event led to, as assessed: harm or a near miss (*utfall*).
    public static let outcome = CodeDimension(rawValue: "outcome")
}

extension ReportingCulture.NearMisses {
    /// Near misses and harm as `Deviation.factsWithOutcome` tells them.
    public static let assessed = Self(
        .outcome,
        nearMisses: [CategoryCode(rawValue: "near-miss")],
        harms: [CategoryCode(rawValue: "harm")]
    )
}

extension Deviation {
    /// The facts, with a code along `CodeDimension.outcome` where the assessment tells harm or near miss.
    public var factsWithOutcome: RecordFacts {
        var facts = facts
        if let isNearMiss = assessment?.isNearMiss {
            for index in facts.observations.indices {
                facts.observations[index].codes[.outcome] = [isNearMiss ? "near-miss" : "harm"]
            }
        }
        return facts
    }
}
