public import QualityCore

/// One cause of an event, from a version of the board's two-level list, with words of one's own (*orsak*, D-DEV-8).
public struct DeviationCause: Hashable, Sendable, Codable, Identifiable {
    /// The number of a cause within its deviation, which measures point at.
    public struct ID: RawRepresentable, Hashable, Sendable, Codable {
        /// The number as stored.
        public let rawValue: Int

        /// A cause by its number.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }
    }

    /// The number within the deviation.
    public let id: ID
    /// The code in the list.
    public let code: CategoryCode
    /// The version of the list that the code was taken from.
    public let version: ClassificationVersion.ID
    /// The cause in words; `nil` for none; may hold personal data.
    public let text: String?
    /// Who found it.
    public let by: Signature
}

extension DeviationCause {
    /// The list of causes that practice uses, as a first version which a board can follow with its own (*orsakslista*).
    ///
    /// - Throws: `RuleViolation`, never for the list as written.
    public static func standardList() throws(RuleViolation) -> Classification {
        var categories: [ClassificationVersion.Category] = []
        for area in areas {
            let top = CategoryCode(rawValue: area.code)
            categories.append(.init(id: top, label: LocalizedText(sv: area.sv, en: area.en)))
            for cause in area.causes {
                categories.append(
                    .init(
                        id: CategoryCode(rawValue: "\(area.code).\(cause.code)"),
                        parent: top,
                        label: LocalizedText(sv: cause.sv, en: cause.en)
                    )
                )
            }
        }
        return try Classification(
            id: "deviationCauses",
            versions: [ClassificationVersion(id: "1", validity: .always, categories: categories)]
        )
    }

    private typealias Line = (code: String, sv: String, en: String)
    private static let areas: [(code: String, sv: String, en: String, causes: [Line])] = [
        (
            "communication", "Kommunikation och information", "Communication and information",
            [
                ("handover", "Överrapportering", "Handover"), ("documentation", "Dokumentation", "Documentation"),
                ("withPerson", "Samtal med den enskilde", "Talk with the person"),
            ]
        ),
        (
            "competence", "Utbildning och kompetens", "Knowledge and competence",
            [("training", "Utbildning", "Training"), ("introduction", "Introduktion", "Introduction")]
        ),
        (
            "environment", "Omgivning och organisation", "Environment and organisation",
            [
                ("staffing", "Bemanning", "Staffing"), ("premises", "Lokaler", "Premises"),
                ("leadership", "Ledning", "Leadership"),
            ]
        ),
        (
            "technology", "Teknik och utrustning", "Technology and equipment",
            [("fault", "Fel på utrustning", "Faulty equipment"), ("use", "Handhavande", "Use")]
        ),
        (
            "procedures", "Procedurer och rutiner", "Procedures and routines",
            [
                ("missing", "Rutin saknas", "No routine"),
                ("notFollowed", "Rutin följdes inte", "Routine not followed"),
                ("unsuitable", "Rutin är olämplig", "Unsuitable routine"),
            ]
        ),
    ]
}
