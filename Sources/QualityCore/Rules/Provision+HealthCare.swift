extension Provision.Duty {
    /// Investigate events that led or could have led to a care injury (*utreda vårdskada*).
    public static let investigateCareInjury = Provision.Duty(rawValue: "investigateCareInjury")
    /// Tell the patient about a care injury (*informera patienten*).
    public static let informPatient = Provision.Duty(rawValue: "informPatient")
    /// Notify a serious care injury (*Lex Maria*).
    public static let notifyCareInjury = Provision.Duty(rawValue: "notifyCareInjury")
    /// Answer for the routine of reporting in municipal health care (*medicinskt ansvarig sjuksköterska*).
    public static let overseeHealthCare = Provision.Duty(rawValue: "overseeHealthCare")
    /// Make a time plan for measures that cannot be taken at once (*tidsplan*).
    public static let planSafetyMeasures = Provision.Duty(rawValue: "planSafetyMeasures")
}

extension Provision {
    /// What the Patient Safety Act (2010:659) and the ordinance 2017:80 ask for when something has gone wrong in health care.
    public static let healthCare: [Provision] = [
        healthCare(.investigateCareInjury, "3 kap. 3 § patientsäkerhetslagen (2010:659)", from: 2011),
        healthCare(.informPatient, "3 kap. 8 § patientsäkerhetslagen (2010:659)", from: 2011),
        healthCare(.notifyCareInjury, "3 kap. 5 § patientsäkerhetslagen (2010:659)", from: 2011),
        healthCare(.planSafetyMeasures, "3 kap. 2 § patientsäkerhetslagen (2010:659)", from: 2011),
        Provision(
            duty: .overseeHealthCare,
            citation: "4 kap. 6 § hälso- och sjukvårdsförordningen (2017:80)",
            validity: Validity(from: CalendarDate(year: 2017, month: 4, day: 1)) ?? .always,
            ground: .textRead
        ),
    ]

    private static func healthCare(_ duty: Duty, _ citation: String, from year: Int) -> Provision {
        Provision(
            duty: duty,
            citation: citation,
            validity: Validity(from: CalendarDate(year: year, month: 1, day: 1)) ?? .always,
            ground: .textRead
        )
    }
}
