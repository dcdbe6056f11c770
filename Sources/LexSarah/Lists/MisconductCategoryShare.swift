public import QualityCore

/// How many cases carry a category, and their share of all cases (*fördelning på kategorier*).
///
/// A case may carry several, so shares may sum to more than 1; the base stands beside them.
public struct MisconductCategoryShare: Hashable, Sendable, Codable {
    /// The category, at the top of the tree or below it.
    public let category: CategoryCode
    /// The cases that carry it or one below it, each once.
    public let cases: Int
    /// All cases.
    public let base: Int
    /// The share of all cases, 0 to 1; `nil` without cases.
    public var share: Double? { base == 0 ? nil : Double(cases) / Double(base) }
}

extension LexSarahCase {
    /// The usual categories, a tree of two levels that a host can replace (D-LXS-10).
    ///
    /// A coarser source maps to a parent and is not guessed down.
    ///
    /// - Throws: `RuleViolation` with rule `D-LAW-5`, which the tree itself gives no cause for.
    public static func standardCategories() throws(RuleViolation) -> ClassificationVersion {
        var categories: [ClassificationVersion.Category] = []
        for (code, parent, swedish, english) in standardTree {
            categories.append(
                ClassificationVersion.Category(
                    id: CategoryCode(rawValue: code),
                    parent: parent.map(CategoryCode.init(rawValue:)),
                    label: LocalizedText(sv: swedish, en: english)
                )
            )
        }
        return try ClassificationVersion(id: "standard", validity: .always, categories: categories)
    }

    private static let standardTree: [(String, String?, String, String)] = [
        ("abuse", nil, "Övergrepp", "Abuse"),
        ("abuse.physical.staff", "abuse", "Fysiskt övergrepp, av personal", "Physical abuse, by staff"),
        ("abuse.physical.users", "abuse", "Fysiskt övergrepp, mellan brukare", "Physical abuse, between users"),
        (
            "abuse.physical.unstated", "abuse", "Fysiskt övergrepp, av ej angiven",
            "Physical abuse, by whom is not stated"
        ),
        ("abuse.psychological.staff", "abuse", "Psykiskt övergrepp, av personal", "Psychological abuse, by staff"),
        (
            "abuse.psychological.users", "abuse", "Psykiskt övergrepp, mellan brukare",
            "Psychological abuse, between users"
        ),
        (
            "abuse.psychological.unstated", "abuse", "Psykiskt övergrepp, av ej angiven",
            "Psychological abuse, by whom is not stated"
        ),
        ("abuse.sexual.staff", "abuse", "Sexuellt övergrepp, av personal", "Sexual abuse, by staff"),
        ("abuse.sexual.users", "abuse", "Sexuellt övergrepp, mellan brukare", "Sexual abuse, between users"),
        ("abuse.sexual.unstated", "abuse", "Sexuellt övergrepp, av ej angiven", "Sexual abuse, by whom is not stated"),
        ("abuse.financial.staff", "abuse", "Ekonomiskt övergrepp, av personal", "Financial abuse, by staff"),
        ("abuse.financial.users", "abuse", "Ekonomiskt övergrepp, mellan brukare", "Financial abuse, between users"),
        (
            "abuse.financial.unstated", "abuse", "Ekonomiskt övergrepp, av ej angiven",
            "Financial abuse, by whom is not stated"
        ),
        ("treatment", nil, "Bemötande", "Treatment"),
        ("legalCertainty", nil, "Rättssäkerhet", "Legal certainty"),
        ("performance", nil, "Utförande av insatser", "Performance of services"),
        ("performance.notAtAll", "performance", "Inte alls utförda", "Not performed at all"),
        ("performance.inPart", "performance", "Delvis utförda", "Performed in part"),
        ("performance.wrongly", "performance", "Felaktigt utförda", "Performed wrongly"),
        ("environment", nil, "Fysisk miljö, utrustning och teknik", "Physical environment and technology"),
        ("other", nil, "Annat", "Other"),
    ]

    /// The number and share of cases for each category of a version, those of no listed category left out.
    ///
    /// A category at the top counts the cases of all below it, each case once. Joined cases are not counted.
    public static func shares(
        of cases: [LexSarahCase],
        under version: ClassificationVersion
    ) -> [MisconductCategoryShare] {
        let counted = cases.filter { $0.phase != .joined }
        return version.categories.map { category in
            let carrying = counted.count { found in
                found.categories.contains { code in
                    var current = version[code.unlistedParent ?? code]
                    while let here = current, here.id != category.id { current = here.parent.flatMap { version[$0] } }
                    return current != nil
                }
            }
            return MisconductCategoryShare(category: category.id, cases: carrying, base: counted.count)
        }
    }
}
