import QualityCore

/// A category with its headings, from which a version of a classification is made.
struct Outline {
    let categories: [ClassificationVersion.Category]

    private init(
        _ code: String,
        _ label: (sv: String, en: String),
        _ headings: [(code: String, sv: String, en: String)] = []
    ) {
        let top = ClassificationVersion.Category(
            id: CategoryCode(rawValue: code),
            label: LocalizedText(sv: label.sv, en: label.en)
        )
        categories =
            [top]
            + headings.map {
                ClassificationVersion.Category(
                    id: CategoryCode(rawValue: "\(code).\($0.code)"),
                    parent: top.id,
                    label: LocalizedText(sv: $0.sv, en: $0.en)
                )
            }
    }
}

extension Outline {
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

    static var deviationsBefore: [Outline] {
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

    static var deviationsAfter: [Outline] {
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

    static var viewpoints: [Outline] {
        [
            Outline("treatment", ("Bemötande", "Treatment")),
            Outline("availability", ("Tillgänglighet", "Availability")),
            Outline("information", ("Information", "Information")),
            Outline("participation", ("Delaktighet", "Participation")),
            Outline("quality", ("Insatsens kvalitet", "Quality of the service")),
            Outline("handling", ("Handläggning", "Handling of the case")),
            Outline("premises", ("Lokaler och mat", "Premises and food")),
            Outline("other", ("Övrigt", "Other")),
        ]
    }

    static var misconduct: [Outline] {
        [
            Outline(
                "abuse",
                ("Övergrepp", "Abuse"),
                [
                    ("physical", "Fysiskt", "Physical"), ("psychological", "Psykiskt", "Psychological"),
                    ("sexual", "Sexuellt", "Sexual"), ("financial", "Ekonomiskt", "Financial"),
                ]
            ),
            Outline("treatment", ("Brister i bemötande", "Deficient treatment")),
            Outline("legalCertainty", ("Brister i rättssäkerhet", "Deficient legal certainty")),
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
                ("Brister i fysisk miljö och teknik", "Deficient physical environment and technology")
            ),
            Outline("other", ("Övrigt", "Other")),
        ]
    }
}
