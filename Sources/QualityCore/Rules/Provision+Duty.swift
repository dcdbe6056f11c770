extension Provision {
    /// What a provision asks for. Open: a host may add duties of its own.
    public struct Duty: RawRepresentable, Hashable, Sendable, Codable {
        /// The name as stored.
        public let rawValue: String

        /// A duty by its stored name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }
    }
}

extension Provision.Duty {
    /// Have a management system (*ledningssystem*).
    public static let manage = Self(rawValue: "manage")
    /// Identify, describe and lay down the processes of the work (*processer*).
    public static let mapProcesses = Self(rawValue: "mapProcesses")
    /// Estimate the risk of events before they happen (*riskanalys*).
    public static let analyseRisks = Self(rawValue: "analyseRisks")
    /// Follow up and evaluate one's own work (*egenkontroll*).
    public static let selfCheck = Self(rawValue: "selfCheck")
    /// Receive and investigate complaints and viewpoints (*klagomål och synpunkter*).
    public static let receiveComplaints = Self(rawValue: "receiveComplaints")
    /// Compile and analyse reports, complaints and viewpoints together (*sammanställa och analysera*).
    public static let compile = Self(rawValue: "compile")
    /// Take the measures that the quality work shows to be needed, and improve processes (*förbättrande åtgärder*).
    public static let improve = Self(rawValue: "improve")
    /// Document the quality work, in a yearly quality report (*kvalitetsberättelse*).
    public static let document = Self(rawValue: "document")

    /// See to services of good quality (*god kvalitet*).
    public static let goodQuality = Self(rawValue: "goodQuality")
    /// Contribute to good quality, as whoever performs tasks (*medverka till god kvalitet*).
    public static let contributeToQuality = Self(rawValue: "contributeToQuality")
    /// Prevent, detect and remedy risks and misconduct by routines (*rutiner mot missförhållanden*).
    public static let preventMisconduct = Self(rawValue: "preventMisconduct")
    /// What LSS 24 g § lays down beside the rules on Lex Sarah; what it asks for is not said here.
    public static let followOnMisconductRules = Self(rawValue: "followOnMisconductRules")
    /// Report a misconduct or a tangible risk of one (*Lex Sarah, rapportera*).
    public static let reportMisconduct = Self(rawValue: "reportMisconduct")
    /// Inform those who perform tasks of their duties (*informera om rapporteringsskyldigheten*).
    public static let informPerformers = Self(rawValue: "informPerformers")
    /// Inform the board of a report received by a private operator (*informera nämnden om rapport*).
    public static let informBoardOfReport = Self(rawValue: "informBoardOfReport")
    /// Document, investigate and remedy a reported misconduct (*Lex Sarah, utreda och avhjälpa*).
    public static let investigateMisconduct = Self(rawValue: "investigateMisconduct")
    /// Notify a serious misconduct to the supervisory authority (*Lex Sarah, anmäla till IVO*).
    public static let notifyMisconduct = Self(rawValue: "notifyMisconduct")
    /// Inform the board of a notification made by a private operator (*informera nämnden om anmälan*).
    public static let informBoardOfNotification = Self(rawValue: "informBoardOfNotification")
    /// Hand in the investigation after a notification made without it (*komplettera anmälan*).
    public static let completeNotification = Self(rawValue: "completeNotification")
    /// Keep, then dispose of the file of a private operator (*bevara och gallra*).
    public static let keepPrivateFile = Self(rawValue: "keepPrivateFile")
    /// Tell the board that a child may need protection (*orosanmälan*).
    public static let reportChildConcern = Self(rawValue: "reportChildConcern")

    /// Report decisions not carried out to the supervisory authority and the auditors (*ej verkställda beslut*).
    public static let reportNotCarriedOut = Self(rawValue: "reportNotCarriedOut")
    /// Tell the day on which a reported decision was carried out (*verkställd*).
    public static let reportCarriedOut = Self(rawValue: "reportCarriedOut")
    /// Give the council statistics of decisions not carried out, without persons (*statistikrapport*).
    public static let tellCouncilNotCarriedOut = Self(rawValue: "tellCouncilNotCarriedOut")
    /// Report on request what another municipality decided and this one carries out (*vistelsekommun*).
    public static let reportForOtherMunicipality = Self(rawValue: "reportForOtherMunicipality")

    /// Plan, lead and check health care; a measure not taken at once has a time plan (*tidsplan*).
    public static let planPatientSafety = Self(rawValue: "planPatientSafety")
    /// Investigate events that have led or could have led to a care injury (*utreda vårdskada*).
    public static let investigateCareInjury = Self(rawValue: "investigateCareInjury")
    /// Notify serious care injuries to the supervisory authority (*Lex Maria*).
    public static let notifyCareInjury = Self(rawValue: "notifyCareInjury")
    /// Notify a licensed person who may be a danger to patient safety (*anmäla legitimerad*).
    public static let notifyLicensedPerson = Self(rawValue: "notifyLicensedPerson")
    /// Tell the patient of a care injury (*informera patienten*).
    public static let informPatient = Self(rawValue: "informPatient")
    /// Answer complaints of patients and relatives (*besvara klagomål*).
    public static let answerPatientComplaint = Self(rawValue: "answerPatientComplaint")
    /// Leave out of an answer what secrecy forbids (*sekretess och tystnadsplikt*).
    public static let answerWithinSecrecy = Self(rawValue: "answerWithinSecrecy")
    /// Co-operate on a complaint that concerns several care providers (*samverka om klagomål*).
    public static let cooperateOnComplaint = Self(rawValue: "cooperateOnComplaint")
    /// Hand over a complaint that belongs to another care provider (*överlämna klagomål*).
    public static let handOverComplaint = Self(rawValue: "handOverComplaint")
    /// Document who answers for patient safety (*ansvar för patientsäkerheten*).
    public static let assignPatientSafety = Self(rawValue: "assignPatientSafety")
    /// Draw up the yearly patient-safety report (*patientsäkerhetsberättelse*).
    public static let patientSafetyReport = Self(rawValue: "patientSafetyReport")
    /// Report risks of and events with care injury, as health staff (*rapportera vårdskada*).
    public static let reportCareInjury = Self(rawValue: "reportCareInjury")
    /// Have a medically responsible nurse who answers for the routine of reporting (*MAS*).
    public static let responsibleNurse = Self(rawValue: "responsibleNurse")

    /// Neither handle nor decide a matter of one's own (*jäv*).
    public static let impartiality = Self(rawValue: "impartiality")
    /// Neither handle nor decide a matter of one's own, as an elected member (*jäv för förtroendevalda*).
    public static let impartialityOfMembers = Self(rawValue: "impartialityOfMembers")
    /// Neither handle nor decide a matter of one's own, as an employee (*jäv för anställda*).
    public static let impartialityOfEmployees = Self(rawValue: "impartialityOfEmployees")
    /// Write down what is told orally and matters to the case (*dokumentation*).
    public static let writeDown = Self(rawValue: "writeDown")
    /// Let a decision show day, content, who decided, who presented and who took part (*dokumentation av beslut*).
    public static let documentDecision = Self(rawValue: "documentDecision")
    /// Take in an appeal and test whether it came in time (*överklagande*).
    public static let receiveAppeal = Self(rawValue: "receiveAppeal")
    /// Appeal within three weeks (*överklagandetid*).
    public static let appealInTime = Self(rawValue: "appealInTime")
    /// Hand an appeal on to the court (*överlämna överklagande*).
    public static let handOverAppeal = Self(rawValue: "handOverAppeal")
    /// Delegate the right to decide (*delegation*).
    public static let delegate = Self(rawValue: "delegate")
    /// Delegate the right to decide to an employee (*delegation till anställd*).
    public static let delegateToEmployee = Self(rawValue: "delegateToEmployee")
    /// Tell the board of decisions delegated to employees (*anmäla anställdas beslut*).
    public static let reportEmployeeDecisions = Self(rawValue: "reportEmployeeDecisions")
    /// Keep to the board what may not be delegated (*delegationsförbud*).
    public static let keepToBoard = Self(rawValue: "keepToBoard")
    /// Tell the board's next meeting of urgent decisions by its chair (*brådskande beslut*).
    public static let reportUrgentDecision = Self(rawValue: "reportUrgentDecision")
    /// Tell the board of delegated decisions, in the extent it has decided (*anmäla delegationsbeslut*).
    public static let reportDelegatedDecisions = Self(rawValue: "reportDelegatedDecisions")
    /// Control and follow up private providers (*kontroll av privata utförare*).
    public static let followUpProviders = Self(rawValue: "followUpProviders")
    /// Ask private operators for the data that quality assurance needs (*begära uppgifter*).
    public static let askProviders = Self(rawValue: "askProviders")
    /// Notify a personal-data breach (*personuppgiftsincident*).
    public static let notifyDataBreach = Self(rawValue: "notifyDataBreach")
}
