public import QualityCore

extension SampleRegister {
    /// The classifications of the invented board, one for each kind of record.
    public struct Classifications: Hashable, Sendable {
        /// Of deviations, in two versions with a mapping: a rename, a merger, a move, one new and one ended heading.
        public let deviations: Classification
        /// Of viewpoints, in one version with one level.
        public let complaints: Classification
        /// Of Lex Sarah cases, in one version with two levels.
        public let lexSarahCases: Classification

        init(in period: CalendarPeriod) throws(RuleViolation) {
            deviations = try Self.deviations(in: period)
            complaints = try Classification(
                id: "complaints",
                versions: [try Self.version("1", .always, [Outline("", Self.viewpointHeadings)])]
            )
            lexSarahCases = try Classification(
                id: "lexSarahCases",
                versions: [try Self.version("1", .always, Self.misconductOutline)]
            )
        }

        private static func deviations(in period: CalendarPeriod) throws(RuleViolation) -> Classification {
            let middle = period.first.later(by: (period.first.days(to: period.last) + 1) / 2)
            let month = CalendarDate(year: middle.year, month: middle.month, day: 1) ?? middle
            let change = month > period.first ? month : middle
            let before = Validity(from: nil, through: change.adding(days: -1)) ?? .always
            let after = Validity(from: change) ?? .always
            return try Classification(
                id: "deviations",
                versions: [
                    try version("1", before, deviationOutlineBefore), try version("2", after, deviationOutlineAfter),
                ],
                mappings: [
                    Classification.Mapping(
                        from: "1",
                        to: "2",
                        moves: [
                            ("documentation", "information"),
                            ("documentation.missing", "information.missing"),
                            ("documentation.wrong", "information.wrong"),
                            ("service.late", "service.deficient"),
                            ("service.partly", "service.deficient"),
                            ("environment.alarm", "technology.alarm"),
                        ].map {
                            Classification.Move(from: CategoryCode(rawValue: $0.0), to: CategoryCode(rawValue: $0.1))
                        }
                    )
                ]
            )
        }

        private static func version(
            _ id: String,
            _ validity: Validity,
            _ outline: [Outline]
        ) throws(RuleViolation) -> ClassificationVersion {
            try ClassificationVersion(id: id, validity: validity, categories: outline.flatMap(\.categories))
        }
    }
}

/// A category with its headings; an empty code stands for the top itself.
private struct Outline {
    let categories: [ClassificationVersion.Category]

    init(_ code: String, _ label: (sv: String, en: String)? = nil, _ headings: [(code: String, sv: String, en: String)])
    {
        let top = label.map {
            ClassificationVersion.Category(
                id: CategoryCode(rawValue: code),
                label: LocalizedText(sv: $0.sv, en: $0.en)
            )
        }
        categories =
            (top.map { [$0] } ?? [])
            + headings.map {
                ClassificationVersion.Category(
                    id: CategoryCode(rawValue: code.isEmpty ? $0.code : "\(code).\($0.code)"),
                    parent: top?.id,
                    label: LocalizedText(sv: $0.sv, en: $0.en)
                )
            }
    }
}

extension SampleRegister.Classifications {
    private static var medication: Outline {
        Outline(
            "medication",
            ("Läkemedel", "Medication"),
            [
                ("missed", "Utebliven dos", "Missed dose"),
                ("wrong", "Fel dos", "Wrong dose"),
                ("late", "Försenad dos", "Late dose"),
            ]
        )
    }

    private static var fall: Outline {
        Outline(
            "fall",
            ("Fall", "Fall"),
            [("injury", "Fall med skada", "Fall with injury"), ("noInjury", "Fall utan skada", "Fall without injury")]
        )
    }

    private static var violence: Outline {
        Outline(
            "violence",
            ("Hot och våld", "Threats and violence"),
            [("users", "Mellan brukare", "Between users"), ("staff", "Mot personal", "Against staff")]
        )
    }

    private static var deviationOutlineBefore: [Outline] {
        [
            medication, fall, violence,
            Outline(
                "service",
                ("Insatser", "Services"),
                [
                    ("notDone", "Ej utförd", "Not carried out"), ("late", "Försenad", "Late"),
                    ("partly", "Delvis utförd", "Carried out in part"),
                ]
            ),
            Outline(
                "documentation",
                ("Dokumentation", "Documentation"),
                [("missing", "Saknas", "Missing"), ("wrong", "Felaktig", "Wrong")]
            ),
            Outline(
                "environment",
                ("Fysisk miljö", "Physical environment"),
                [("premises", "Lokaler", "Premises"), ("alarm", "Larm", "Alarms"), ("other", "Annat", "Other")]
            ),
        ]
    }

    private static var deviationOutlineAfter: [Outline] {
        [
            medication, fall, violence,
            Outline(
                "service",
                ("Insatser", "Services"),
                [
                    ("notDone", "Ej utförd", "Not carried out"),
                    ("deficient", "Bristfälligt utförd", "Carried out badly"),
                ]
            ),
            Outline(
                "information",
                ("Information och dokumentation", "Information and documentation"),
                [("missing", "Saknas", "Missing"), ("wrong", "Felaktig", "Wrong")]
            ),
            Outline("environment", ("Fysisk miljö", "Physical environment"), [("premises", "Lokaler", "Premises")]),
            Outline(
                "technology",
                ("Teknik", "Technology"),
                [("alarm", "Larm", "Alarms"), ("welfare", "Välfärdsteknik", "Welfare technology")]
            ),
        ]
    }

    private static var viewpointHeadings: [(code: String, sv: String, en: String)] {
        [
            ("treatment", "Bemötande", "Treatment"),
            ("availability", "Tillgänglighet", "Availability"),
            ("information", "Information", "Information"),
            ("participation", "Delaktighet", "Participation"),
            ("quality", "Insatsens kvalitet", "Quality of the service"),
            ("handling", "Handläggning", "Handling of the case"),
            ("premises", "Lokaler och mat", "Premises and food"),
            ("other", "Övrigt", "Other"),
        ]
    }

    private static var misconductOutline: [Outline] {
        [
            Outline(
                "abuse",
                ("Övergrepp", "Abuse"),
                [
                    ("physical", "Fysiskt", "Physical"), ("psychological", "Psykiskt", "Psychological"),
                    ("sexual", "Sexuellt", "Sexual"), ("financial", "Ekonomiskt", "Financial"),
                ]
            ),
            Outline("treatment", ("Brister i bemötande", "Deficient treatment"), []),
            Outline("legalCertainty", ("Brister i rättssäkerhet", "Deficient legal certainty"), []),
            Outline(
                "performance",
                ("Brister i utförande av insatser", "Deficient performance of services"),
                [
                    ("notAtAll", "Insats ej utförd", "Not at all"), ("inPart", "Insats delvis utförd", "In part"),
                    ("wrongly", "Insats felaktigt utförd", "Wrongly"),
                ]
            ),
            Outline(
                "environment",
                ("Brister i fysisk miljö och teknik", "Deficient physical environment and technology"),
                []
            ),
            Outline("other", ("Övrigt", "Other"), []),
        ]
    }
}
