extension Law {
    /// The Patient Safety Act and the ordinance on health care, where a service is given under health law.
    static let patientSafety: [Provision] = {
        let act = LawSource("PSL", "patientsäkerhetslagen (2010:659)", from: "2011-01-01", basis: .hsl)
        let undated = LawSource("PSL", "patientsäkerhetslagen (2010:659)", from: nil, basis: .hsl)
        let ordinance = LawSource("HSF", "hälso- och sjukvårdsförordningen (2017:80)", from: "2017-04-01", basis: .hsl)
        return [
            act(
                .planPatientSafety,
                "3:2",
                "3 kap. 2 §",
                .textRead,
                sv: "Ha en tidsplan för åtgärder som inte kan vidtas genast.",
                en: "Have a time plan for measures that cannot be taken at once.",
                by: [.careProvider]
            ),
            act(
                .investigateCareInjury,
                "3:3",
                "3 kap. 3 §",
                .textRead,
                sv: "Utreda händelser som har medfört eller hade kunnat medföra vårdskada.",
                en: "Investigate events that have led or could have led to a care injury.",
                by: [.careProvider],
                selectedBy: .awareness
            ),
            act(
                .notifyCareInjury,
                "3:5",
                "3 kap. 5 §",
                .textRead,
                sv:
                    "Anmäla allvarlig vårdskada eller risk för en snarast till IVO, utredningen samtidigt eller snarast därefter.",
                en:
                    "Notify a serious care injury or the risk of one as soon as possible, the investigation with it or soon after.",
                deadline: .asSoonAsPossible,
                by: [.careProvider],
                to: [.inspectorate],
                selectedBy: .awareness
            ),
            act(
                .notifyLicensedPerson,
                "3:7",
                "3 kap. 7 §",
                .textRead,
                sv: "Anmäla en legitimerad yrkesutövare som kan utgöra en fara för patientsäkerheten.",
                en: "Notify a licensed person who may be a danger to patient safety.",
                by: [.careProvider],
                to: [.inspectorate],
                selectedBy: .awareness
            ),
            act(
                .informPatient,
                "3:8",
                "3 kap. 8 §",
                .textRead,
                sv: "Snarast informera en patient som har fått en vårdskada, eller en närstående.",
                en: "Tell a patient who has had a care injury as soon as possible, or a relative.",
                deadline: .asSoonAsPossible,
                by: [.careProvider],
                to: [.person],
                selectedBy: .awareness
            ),
            undated(
                .answerPatientComplaint,
                "3:8b",
                "3 kap. 8 b §",
                .textRead,
                sv: "Snarast besvara klagomål från patienter och närstående.",
                en: "Answer complaints of patients and relatives as soon as possible.",
                deadline: .asSoonAsPossible,
                by: [.careProvider],
                to: [.person],
                selectedBy: .receipt
            ),
            undated(
                .answerWithinSecrecy,
                "3:8c",
                "3 kap. 8 c §",
                .textRead,
                sv: "Utelämna det som sekretess eller tystnadsplikt hindrar.",
                en: "Leave out what secrecy forbids.",
                by: [.careProvider],
                to: [.person],
                selectedBy: .receipt
            ),
            undated(
                .cooperateOnComplaint,
                "3:8d",
                "3 kap. 8 d §",
                .practice,
                sv: "Samverka om klagomål som rör flera vårdgivare.",
                en: "Co-operate on complaints that concern several care providers.",
                by: [.careProvider],
                selectedBy: .receipt
            ),
            undated(
                .handOverComplaint,
                "3:8e",
                "3 kap. 8 e §",
                .textRead,
                sv: "Skyndsamt lämna över ett klagomål som uppenbart hör till en annan vårdgivare.",
                en: "Hand over with speed a complaint that clearly belongs to another care provider.",
                deadline: .speedily,
                by: [.careProvider],
                to: [.careProvider],
                selectedBy: .receipt
            ),
            act(
                .assignPatientSafety,
                "3:9",
                "3 kap. 9 §",
                .textRead,
                sv: "Dokumentera hur ansvaret för patientsäkerheten är fördelat.",
                en: "Document who answers for patient safety.",
                by: [.careProvider]
            ),
            act(
                .patientSafetyReport,
                "3:10",
                "3 kap. 10 §",
                .textRead,
                sv: "Senast den 1 mars upprätta en patientsäkerhetsberättelse för det förra kalenderåret.",
                en: "Draw up the patient-safety report of the past calendar year by 1 March.",
                deadline: .dateOfNextYear(month: 3, day: 1),
                by: [.careProvider],
                selectedBy: .endOfYear
            ),
            act(
                .reportCareInjury,
                "6:4",
                "6 kap. 4 §",
                .textRead,
                sv: "Rapportera risker för och händelser med vårdskada.",
                en: "Report risks of and events with care injury.",
                by: [.healthStaff],
                to: [.careProvider],
                selectedBy: .awareness
            ),
            ordinance(
                .responsibleNurse,
                "4:6",
                "4 kap. 6 §",
                .textRead,
                sv: "Svara för rutinen för rapportering, som medicinskt ansvarig.",
                en: "Answer for the routine of reporting, as medically responsible.",
                by: [.responsibleNurse]
            ),
        ]
    }()
}
