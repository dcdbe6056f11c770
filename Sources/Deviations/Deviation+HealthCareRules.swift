import QualityCore

extension Deviation {
    private var isClosedHereInHealthCare: Bool { phase == .closed && hasTaken(.closed) && isHealthCare }

    static var healthCareRules: [RecordRule<Deviation>] {
        injuryRules + informationRules + [
            rule(
                "D-HSL-3",
                "nurseReviews",
                sv: "medicinskt ansvarig ska ha tagit del av avvikelsen",
                en: "someone medically responsible must have seen the deviation",
                duty: .responsibleNurse
            ) { $0.isClosedHereInHealthCare && $0.nurseReviews.isEmpty },
            rule(
                "D-HSL-3",
                "measures.timing",
                sv: "en åtgärd som inte vidtas genast ska ha en tidsplan",
                en: "a measure that is not taken at once needs a time plan",
                duty: .planPatientSafety
            ) {
                $0.isHealthCare
                    && $0.measures.contains { if case .approved(_, _, nil, _) = $0.state { true } else { false } }
            },
            rule(
                "D-LXS-12",
                "lexMaria",
                sv: "händelsen ska prövas enligt Lex Maria",
                en: "the event must be tried under Lex Maria",
                duty: .notifyCareInjury
            ) { $0.isClosedHereInHealthCare && $0.careInjury?.callsForLexMaria == true && $0.lexMaria == nil },
            rule(
                "D-LXS-12",
                "lexMaria.decisions",
                sv: "beslutet enligt Lex Maria ska motiveras",
                en: "the decision under Lex Maria needs a motivation",
                duty: .notifyCareInjury
            ) { ($0.lexMaria?.decisions ?? []).contains { $0.motivation.isBlank } },
        ]
    }

    private static var injuryRules: [RecordRule<Deviation>] {
        [
            rule(
                "D-HSL-1",
                "careInjury",
                sv: "frågan om vårdskada ska vara besvarad",
                en: "the question of care injury must be answered",
                duty: .investigateCareInjury
            ) { $0.isClosedHereInHealthCare && $0.careInjury == nil },
            rule(
                "D-HSL-1",
                "careInjury.motivation",
                sv: "svaret om vårdskada ska motiveras",
                en: "the answer about care injury needs a motivation",
                duty: .investigateCareInjury
            ) { $0.careInjury?.motivation.isBlank == true },
            rule(
                "D-HSL-1",
                "careInjury.seriousness",
                sv: "utan vårdskada kan den inte vara allvarlig",
                en: "where there was no care injury it cannot be serious",
                duty: .investigateCareInjury
            ) { $0.careInjury?.injury == .no && $0.careInjury?.seriousness == .yes },
            rule(
                "D-HSL-1",
                "investigation",
                sv: "händelseförlopp, orsaker och underlag för åtgärder ska vara utredda",
                en: "course of events, factors and basis for measures must be investigated",
                duty: .investigateCareInjury
            ) { deviation in
                guard deviation.isClosedHereInHealthCare, let answer = deviation.careInjury, answer.injury != .no else {
                    return false
                }
                return InvestigationItem.careInjury.contains { deviation.investigation.state(of: $0) != .present }
            },
        ]
    }

    private static var informationRules: [RecordRule<Deviation>] {
        [
            rule(
                "D-HSL-2",
                "injuryInformation",
                sv: "patienten ska ha informerats om vårdskadan, eller skäl anges",
                en: "the patient must have been told about the care injury, or a reason be given",
                duty: .informPatient
            ) { $0.isClosedHereInHealthCare && $0.careInjury?.injury == .yes && $0.injuryInformation == nil },
            rule(
                "D-HSL-2",
                "injuryInformation.items",
                sv: "något som patienten ska få veta saknas",
                en: "something that the patient must be told is missing",
                duty: .informPatient
            ) {
                guard case .given(_, let items, _, _)? = $0.injuryInformation else { return false }
                return Set(items) != Set(InjuryInformation.Item.allCases)
            },
            rule(
                "D-HSL-2",
                "injuryInformation.notedInRecord",
                sv: "skäl krävs när informationen inte är antecknad i patientjournalen",
                en: "a reason is needed when the information is not noted in the patient record",
                duty: .informPatient
            ) {
                guard case .given(_, _, _, .no(let reason))? = $0.injuryInformation else { return false }
                return reason.isBlank
            },
            rule(
                "D-HSL-2",
                "injuryInformation.reason",
                sv: "skäl krävs när patienten inte informerats",
                en: "a reason is needed when the patient was not told",
                duty: .informPatient
            ) {
                guard case .notGiven(_, let reason, _)? = $0.injuryInformation else { return false }
                return reason.isBlank
            },
        ]
    }
}
