public import QualityCore

/// One check of a plan: what, how, how often, by whom, how much, and what follows if it is not met (*planerad egenkontroll*).
public struct PlannedCheck: Hashable, Sendable, Codable {
    /// The code, unique within the plan.
    public var code: PlannedCheckCode
    /// What is checked.
    public var what: String
    /// What it looks at or compares with.
    public var sort: SelfCheckKind
    /// What kind it is where the list has no name for it.
    public var sortDetail: String?
    /// How it is done.
    public var how: Stated<String>
    /// How often.
    public var schedule: CheckSchedule
    /// The days after the expected day within which it is done in time; the board's choice.
    public var graceDays: Int
    /// Who does it; `nil` until someone is named.
    public var responsible: Stated<PersonReference>?
    /// How much is looked at; `nil` until it is decided.
    public var sample: SamplePlan?
    /// The requirements or routines that are checked.
    public var subjects: Stated<[RecordReference]>
    /// What happens if it is not met.
    public var ifNotMet: Stated<String>
    /// The template that asks; `nil` where the check is a comparison without questions of its own.
    public var template: RecordID<SelfCheckTemplate>?

    /// A check to be planned.
    public init(
        _ code: PlannedCheckCode,
        what: String,
        sort: SelfCheckKind,
        sortDetail: String? = nil,
        how: Stated<String>,
        schedule: CheckSchedule,
        graceDays: Int = 0,
        responsible: Stated<PersonReference>?,
        sample: SamplePlan?,
        subjects: Stated<[RecordReference]>,
        ifNotMet: Stated<String>,
        template: RecordID<SelfCheckTemplate>? = nil
    ) {
        self.code = code
        self.what = what
        self.sort = sort
        self.sortDetail = sortDetail
        self.how = how
        self.schedule = schedule
        self.graceDays = graceDays
        self.responsible = responsible
        self.sample = sample
        self.subjects = subjects
        self.ifNotMet = ifNotMet
        self.template = template
    }

    /// The field that a source left as a gap; `nil` when all is stated.
    var gap: String? {
        if how.value == nil { return "checks.how" }
        if let responsible, responsible.value == nil { return "checks.responsible" }
        if subjects.value == nil { return "checks.subjects" }
        return ifNotMet.value == nil ? "checks.ifNotMet" : nil
    }
}
