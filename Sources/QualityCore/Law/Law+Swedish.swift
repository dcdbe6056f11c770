extension Law {
    /// Swedish law for municipal social services: SOSFS 2011:9, the Social Services Acts of 2001 and 2025, and kin.
    ///
    /// The act 2025:400 replaced 2001:453 on 1 July 2025; LSS stands beside both. Each provision says by its
    /// ``Provision/ground`` whether the text was read. A `nil` first day means that it is not known here. An engineering
    /// digest, not legal advice.
    public static let swedish = Law(
        provisions: qualityRegulation + socialServices2001 + socialServices2025 + supportAndService + patientSafety
            + administration + accessLogReviews,
        correspondences: swedishCorrespondences,
        lists: [
            ValueList(
                .engagements,
                items: [
                    ValueList.Item("employed", label: LocalizedText(sv: "anställd", en: "employed")),
                    ValueList.Item("contracted", label: LocalizedText(sv: "uppdragstagare", en: "contracted")),
                    ValueList.Item("trainee", label: LocalizedText(sv: "praktikant eller motsvarande", en: "trainee")),
                ]
            )
        ]
    )

    static let swedishCorrespondences: [Correspondence] = {
        func pairs(_ old: String, _ new: String, _ all: [(String, String, Correspondence.Likeness)]) -> [Correspondence]
        {
            all.map {
                Correspondence(
                    from: Provision.ID(rawValue: "\(old).\($0.0)"),
                    to: Provision.ID(rawValue: "\(new).\($0.1)"),
                    $0.2
                )
            }
        }
        return pairs(
            "SoL2001",
            "SoL2025",
            [
                ("14:2", "5:1-2", .same), ("3:3", "5:1", .same), ("3:3", "5:2", .same), ("3:3", "5:3", .same),
                ("14:1", "19:1", .same), ("3:3a", "27:1", .wider), ("14:3", "27:2", .same), ("14:4", "27:3", .same),
                ("14:5", "27:4", .same), ("14:6", "27:5", .changed), ("14:7", "27:6", .same),
                ("7:6", "17:10", .same), ("16:6f", "34:1", .same), ("16:6g", "34:2", .same),
                ("16:6h", "34:3", .same), ("16:6i", "34:4", .same),
            ]
        )
            + pairs(
                "LSS",
                "LSS",
                ["23g", "24a", "24b", "24c", "24d", "24e", "24f"].map { ($0, $0, .same) } + [("24g", "24g", .changed)]
            )
    }()
}
