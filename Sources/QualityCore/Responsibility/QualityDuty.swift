/// A task of the quality work that someone answers for (*uppgift i kvalitetsarbetet*, SOSFS 2011:9 3 kap.). Open.
public struct QualityDuty: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A task by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The management system as a whole (*ledningssystemet*).
    public static let managementSystem = QualityDuty(rawValue: "managementSystem")
    /// Processes and routines (*processer och rutiner*).
    public static let processes = QualityDuty(rawValue: "processes")
    /// Risk analyses (*riskanalyser*).
    public static let riskAnalyses = QualityDuty(rawValue: "riskAnalyses")
    /// Self-checks (*egenkontroller*).
    public static let selfChecks = QualityDuty(rawValue: "selfChecks")
    /// Deviations (*avvikelser*).
    public static let deviations = QualityDuty(rawValue: "deviations")
    /// Complaints and viewpoints (*klagomål och synpunkter*).
    public static let complaints = QualityDuty(rawValue: "complaints")
    /// Lex Sarah: receipt, investigation and notification (*Lex Sarah*).
    public static let misconduct = QualityDuty(rawValue: "misconduct")
    /// Compiling and analysing (*sammanställning och analys*).
    public static let analysis = QualityDuty(rawValue: "analysis")
    /// Measures and their effect (*förbättrande åtgärder*).
    public static let improvements = QualityDuty(rawValue: "improvements")
    /// The quality report (*kvalitetsberättelse*).
    public static let report = QualityDuty(rawValue: "report")
    /// The organisation of patient-safety work (*patientsäkerhetsarbete*, PSL 3:9).
    public static let patientSafety = QualityDuty(rawValue: "patientSafety")

    /// The tasks that every board has; patient safety comes with health care.
    public static let standard: [QualityDuty] = [
        .managementSystem, .processes, .riskAnalyses, .selfChecks, .deviations, .complaints, .misconduct, .analysis,
        .improvements, .report,
    ]
}

extension QualityDuty: Labelled {
    /// The name that people read; one for all that a board adds.
    public var label: LocalizedText {
        switch self {
        case .managementSystem: LocalizedText(sv: "Ledningssystemet", en: "The management system")
        case .processes: LocalizedText(sv: "Processer och rutiner", en: "Processes and routines")
        case .riskAnalyses: LocalizedText(sv: "Riskanalyser", en: "Risk analyses")
        case .selfChecks: LocalizedText(sv: "Egenkontroller", en: "Self-checks")
        case .deviations: LocalizedText(sv: "Avvikelser", en: "Deviations")
        case .complaints: LocalizedText(sv: "Klagomål och synpunkter", en: "Complaints and viewpoints")
        case .misconduct: LocalizedText(sv: "Missförhållanden (Lex Sarah)", en: "Misconduct (Lex Sarah)")
        case .analysis: LocalizedText(sv: "Sammanställning och analys", en: "Compilation and analysis")
        case .improvements: LocalizedText(sv: "Förbättrande åtgärder", en: "Measures")
        case .report: LocalizedText(sv: "Kvalitetsberättelse", en: "Quality report")
        case .patientSafety: LocalizedText(sv: "Patientsäkerhet", en: "Patient safety")
        default: LocalizedText(sv: "Annan uppgift", en: "Other task")
        }
    }
}
