public import QualityCore

extension UnexecutedDecision {
    /// The first day when the decision is to be reported: the day after the same date, the months later.
    ///
    /// A month without that date gives its last day, so 30 November gives 1 March; `nil` past the year 9999.
    public var reportableFrom: CalendarDate? {
        origin.countedFrom.adding(months: months)?.adding(days: 1)
    }

    /// Who gets reports of it: authority and auditors, from a municipality of stay authority and council.
    public var receivers: [Receiver] {
        switch reporter {
        case .deciding: [.authority, .auditors]
        case .ofStay: [.authority, .council]
        }
    }

    /// Whether the decision is to be reported for a quarter: reportable and not closed before on any of its days.
    public func isReportable(in quarter: Quarter) -> Bool {
        guard let from = firstReportedDay, from <= quarter.period.last else { return false }
        return closing.map { $0.day >= from && $0.day >= quarter.period.first } ?? true
    }

    /// One report that is to be sent (*rapport att lämna*).
    public struct DueReport: Hashable, Sendable, Codable {
        /// The decision.
        public let decision: RecordID<UnexecutedDecision>
        /// What it tells.
        public let content: SentReport.Content
        /// Who gets it.
        public let receiver: Receiver
        /// The provision that the open duty stands under as of the day; `nil` where the law holds none.
        public let citation: String?
        /// How firm the ground of that provision is; `nil` where the law holds none.
        public let ground: Provision.Ground?
    }

    /// The reports that are to be sent and were not: of each quarter that has ended, and of each execution.
    public static func dueReports(
        of decisions: some Sequence<UnexecutedDecision>,
        asOf day: CalendarDate,
        under law: Law
    ) -> [DueReport] {
        decisions.flatMap { decision in
            decision.dueContents(asOf: day).flatMap { content in
                let provision = law.provision(
                    for: decision.duty(to: content),
                    arisen: decision.origin.countedFrom,
                    on: max(day, decision.origin.countedFrom),
                    basis: decision.legalBasis
                )
                return decision.receivers.filter { receiver in
                    !decision.reports.contains {
                        $0.content == content && $0.receiver == receiver && $0.day <= day
                    }
                }.map {
                    DueReport(
                        decision: decision.id,
                        content: content,
                        receiver: $0,
                        citation: provision?.citation,
                        ground: provision?.ground
                    )
                }
            }
        }
    }

    /// One line of the quarterly statistics to the council, without persons (*statistikrapport*).
    public struct StatisticsLine: Hashable, Sendable, Codable {
        /// Never carried out, or interrupted.
        public let group: Group
        /// The act.
        public let legalBasis: LegalBasis
        /// The kind of service; `nil` where the source never held it.
        public let service: CategoryCode?
        /// The days that had gone at the end of the quarter or at closing, in rising order; as many as the decisions.
        public let daysElapsed: [Int]

        /// The number of decisions.
        public var count: Int { daysElapsed.count }
    }

    /// The statistics of a quarter: number, kind and time elapsed of what was reportable in it, in both groups.
    public static func statistics(
        of decisions: some Sequence<UnexecutedDecision>,
        in quarter: Quarter
    ) -> [StatisticsLine] {
        let groups = Dictionary(grouping: decisions.filter { $0.isReportable(in: quarter) }) {
            [$0.origin.group.rawValue, $0.legalBasis.rawValue, $0.service.value?.rawValue ?? ""]
        }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap { _, members in
            members.first.map { first in
                StatisticsLine(
                    group: first.origin.group,
                    legalBasis: first.legalBasis,
                    service: first.service.value,
                    daysElapsed: members.map { decision in
                        let end = min(decision.closing?.day ?? quarter.period.last, quarter.period.last)
                        return decision.origin.countedFrom.days(to: end)
                    }.sorted()
                )
            }
        }
    }

    /// Unit, days, status and codes of the record.
    public var facts: RecordFacts {
        RecordFacts(
            unit: unit,
            occurred: origin.countedFrom,
            reported: origin.decided,
            dueOn: closing == nil ? reportableFrom : nil,
            status: closing?.ground.rawValue ?? "open",
            observations: [
                RecordFacts.Observation(codes: [
                    .category: service.value.map { [$0] } ?? [],
                    .legalBasis: [CategoryCode(rawValue: legalBasis.rawValue)],
                    .delayReason: reasons.last.map { [$0.code] } ?? [],
                    .delayGroup: [CategoryCode(rawValue: origin.group.rawValue)],
                ])
            ]
        )
    }

    private func duty(to content: SentReport.Content) -> Provision.Duty {
        if case .ofStay = reporter { return .reportForOtherMunicipality }
        return content == .execution ? .reportCarriedOut : .reportNotCarriedOut
    }

    private var firstReportedDay: CalendarDate? {
        guard let from = reportableFrom else { return nil }
        return switch reporter {
        case .deciding: from
        case .ofStay(let requested): max(from, requested)
        }
    }

    private func dueContents(asOf day: CalendarDate) -> [SentReport.Content] {
        guard let first = firstReportedDay else { return [] }
        var contents: [SentReport.Content] = []
        var quarter: Quarter? = Quarter(containing: first)
        while let current = quarter, current.period.last < day, isReportable(in: current) {
            contents.append(.quarter(current))
            quarter = current.next
        }
        if let closing, closing.ground == .executed, first <= closing.day, closing.day <= day {
            contents.append(.execution)
        }
        return contents
    }
}

extension CodeDimension {
    /// Why a decision is not carried out, as last noted (*skäl till dröjsmål*).
    public static let delayReason = CodeDimension(rawValue: "delayReason")
    /// Never carried out, or interrupted (*grupp*).
    public static let delayGroup = CodeDimension(rawValue: "delayGroup")
}
