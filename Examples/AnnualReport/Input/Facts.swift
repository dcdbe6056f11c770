package import QualityManagement

/// What is neither record nor classification, from the optional `facts.json`: every part may be left out.
///
/// The form is described in the README beside this program.
package struct Facts: Decodable, Sendable {
    package struct ProcessMaps: Decodable, Sendable {
        let year: Int
        let identified: Int
        let mapped: Int
        let note: LocalizedText?
    }

    package struct RegistrationRule: Decodable, Sendable {
        let operation: OrganisationUnitID
        let text: LocalizedText
    }

    package struct SelfCheck: Decodable, Sendable {
        enum Status: String, Decodable {
            case done, notDone
        }

        let id: String
        let year: Int
        let operation: OrganisationUnitID
        let what: LocalizedText
        let status: Status
        let frequency: LocalizedText?
        let items: Int?
        let result: LocalizedText?
    }

    package struct Goal: Decodable, Sendable {
        enum Outcome: String, Decodable {
            case met, partlyMet, notMet, notMeasured

            var label: LocalizedText {
                switch self {
                case .met: LocalizedText(sv: "Uppnås", en: "Met")
                case .partlyMet: LocalizedText(sv: "Uppnås delvis", en: "Partly met")
                case .notMet: LocalizedText(sv: "Uppnås inte", en: "Not met")
                case .notMeasured: LocalizedText(sv: "Ej mätt", en: "Not measured")
                }
            }
        }

        enum Unit: String, Decodable {
            case days, percent
        }

        let id: String
        let year: Int
        let goal: LocalizedText
        let outcome: Outcome
        let unit: Unit?
        let target: Double?
        let value: Double?
        let previous: Double?
        let national: Double?
    }

    package struct Survey: Decodable, Sendable {
        struct Question: Decodable {
            let id: String
            let question: LocalizedText
            let value: Double
            let national: Double?
        }

        let id: String
        let year: Int
        let name: LocalizedText
        let satisfiedPercent: Double?
        let nationalPercent: Double?
        let distributed: Int?
        let answered: Int?
        let previousResponsePercent: Double?
        let questions: [Question]?
    }

    package struct Exposure: Decodable, Sendable {
        struct Rate: Decodable {
            let per: Int
            let label: LocalizedText
        }

        let id: String
        let operation: OrganisationUnitID
        let label: LocalizedText
        let unit: LocalizedText
        let values: [String: Double]
        let rate: Rate?
    }

    /// Figures that the municipality printed together, with the total that it printed for them.
    package struct PrintedGroup: Decodable, Sendable {
        package struct PrintedFigure: Decodable, Sendable {
            package let figure: String
            package let value: Int
        }

        package let id: String
        package let label: LocalizedText
        package let note: LocalizedText?
        package let figures: [PrintedFigure]
        /// The figure that the group adds up to, with the total that was printed for it.
        package let sumOf: String?
        package let total: Int?
        /// Whether the sum of the figures says anything; yes when left out.
        package let addsUp: Bool?
    }

    package let source: LocalizedText?
    package let processMaps: [ProcessMaps]?
    package let registrationRules: [RegistrationRule]?
    package let selfChecks: [SelfCheck]?
    package let goals: [Goal]?
    package let surveys: [Survey]?
    package let exposure: [Exposure]?
    package let printed: [PrintedGroup]?
}
