public import QualityCore

/// That someone who performs tasks was informed of both duties: to report and to contribute to quality (D-LXS-8).
public struct PerformerInformation: Hashable, Sendable, Codable {
    /// Someone who performs tasks: employed, contracted, trainee (*den som fullgör uppgifter*).
    public struct Performer: Hashable, Sendable, Codable {
        /// The person.
        public let person: PersonReference
        /// In which way, as a code of the law's list of engagements.
        public let engagement: CategoryCode
        /// The act under which the tasks are performed.
        public let act: LegalBasis
        /// The days of the engagement.
        public let validity: Validity

        /// Someone who performs tasks under an act.
        public init(_ person: PersonReference, as engagement: CategoryCode, under act: LegalBasis, _ validity: Validity)
        {
            self.person = person
            self.engagement = engagement
            self.act = act
            self.validity = validity
        }
    }

    /// Who was informed.
    public let person: PersonReference
    /// Of the duties under which act.
    public let act: LegalBasis
    /// Of which duties.
    public let duties: Set<Provision.Duty>
    /// By whom, and when.
    public let by: Signature
    /// How, such as a talk or a letter.
    public let how: String

    /// An information.
    public init(
        to person: PersonReference,
        under act: LegalBasis,
        duties: Set<Provision.Duty> = [.reportMisconduct, .contributeToQuality],
        by signature: Signature,
        how: String
    ) {
        self.person = person
        self.act = act
        self.duties = duties
        by = signature
        self.how = how
    }

    /// Who was never informed and who is overdue, among those who perform tasks on a day.
    public struct Ledger: Hashable, Sendable, Codable {
        /// Those who were never informed of both duties.
        public let never: [Performer]
        /// Those whose last information of both is older than the board's interval.
        public let overdue: [Performer]
        /// Those whose engagement is not on the law's list, and who are left out of the lists above.
        public let unlisted: [Performer]

        /// Sorts those who perform tasks.
        public init(
            _ performers: [Performer],
            informed: [PerformerInformation],
            law: Law,
            policy: LexSarahPolicy = LexSarahPolicy(),
            asOf day: CalendarDate
        ) {
            let listed = law[list: .engagements].map { Set($0.items.map(\.id)) }
            let present = performers.filter { $0.validity.contains(day) }
            unlisted = present.filter { listed?.contains($0.engagement) == false }
            var never: [Performer] = []
            var overdue: [Performer] = []
            for performer in present where listed?.contains(performer.engagement) != false {
                let days = [Provision.Duty.reportMisconduct, .contributeToQuality].map { duty in
                    informed.filter {
                        $0.person == performer.person && $0.act == performer.act && $0.duties.contains(duty)
                            && $0.by.day <= day
                    }.map(\.by.day).max()
                }
                guard let first = days[0], let second = days[1] else {
                    never.append(performer)
                    continue
                }
                if let months = policy.informationMonths, let last = min(first, second).adding(months: months),
                    last < day
                {
                    overdue.append(performer)
                }
            }
            self.never = never
            self.overdue = overdue
        }
    }
}
