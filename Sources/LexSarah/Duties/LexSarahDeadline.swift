public import QualityCore

/// A time within which something is to be done: the law's own, or a target that the board has set (*frist*, *mål*).
///
/// A target is never called a legal deadline (D-LAW-3).
public struct LexSarahDeadline: Hashable, Sendable, Codable {
    /// Where the time comes from. Closed.
    public enum Origin: Hashable, Sendable, Codable {
        /// The law, by a provision.
        case law(Provision.Deadline, citation: String)
        /// The supervisory authority, for the answer to a request.
        case authority
        /// The board's own target.
        case target

        /// The words that people read.
        public var label: LocalizedText {
            switch self {
            case .law(let deadline, _):
                LocalizedText(sv: "lag: \(deadline.label(.swedish))", en: "law: \(deadline.label(.english))")
            case .authority: LocalizedText(sv: "begärt av IVO", en: "asked for by the inspectorate")
            case .target: LocalizedText(sv: "nämndens mål", en: "target of the board")
            }
        }
    }

    /// What is to be done.
    public let duty: Provision.Duty
    /// Where the time comes from.
    public let origin: Origin
    /// The day that starts the clock.
    public let start: CalendarDate
    /// The last day; `nil` where the law gives a word and no number.
    public let lastDay: CalendarDate?
    /// How firm the ground of the provision is; `nil` where the time is no law.
    public let ground: Provision.Ground?

    /// Whether it is late on a day: from the day after the last one, and never for a word of the law.
    public func isOverdue(on day: CalendarDate) -> Bool { lastDay.map { $0 < day } ?? false }
}

extension LexSarahDeadline.Origin: Labelled {}

/// What a board sets for its own Lex Sarah work: targets and intervals that the law leaves to it (*nämndens mål*).
public struct LexSarahPolicy: Hashable, Sendable, Codable {
    /// Days from the start of the clock within which the board wants investigations to end; `nil` without a target.
    public var investigationDays: Int?
    /// Months after which those who perform tasks are informed again; `nil` where once is enough.
    public var informationMonths: Int?

    /// A board's targets; by default 60 days, and information each year.
    public init(investigationDays: Int? = 60, informationMonths: Int? = 12) {
        self.investigationDays = investigationDays
        self.informationMonths = informationMonths
    }
}

extension LexSarahCase {
    /// What is still to be done as of a day, with the law's times and the board's targets side by side.
    public func deadlines(
        under law: Law,
        policy: LexSarahPolicy = LexSarahPolicy(),
        asOf day: CalendarDate
    ) -> [LexSarahDeadline] {
        var found = legalSteps(under: law, asOf: day).filter { !$0.isDone }.compactMap { step -> LexSarahDeadline? in
            guard let provision = step.provision, let deadline = provision.deadline else { return nil }
            return LexSarahDeadline(
                duty: step.duty,
                origin: .law(deadline, citation: provision.citation),
                start: step.arisen,
                lastDay: deadline.lastDay(from: step.arisen),
                ground: provision.ground
            )
        }
        if investigationEnded.map({ day < $0 }) ?? true, let days = policy.investigationDays {
            found.append(
                LexSarahDeadline(
                    duty: .investigateMisconduct,
                    origin: .target,
                    start: clockStart,
                    lastDay: clockStart.adding(days: days),
                    ground: nil
                )
            )
        }
        guard let matter, matter.sent <= day else { return found }
        if matter.investigationSent.map({ day < $0 }) ?? true, let due = matter.investigationDue,
            let provision = law.provision(for: .completeNotification, on: matter.sent, basis: basis),
            let deadline = provision.deadline
        {
            found.append(
                LexSarahDeadline(
                    duty: .completeNotification,
                    origin: .law(deadline, citation: provision.citation),
                    start: matter.sent,
                    lastDay: due,
                    ground: provision.ground
                )
            )
        }
        for request in matter.requests where request.day <= day && request.answered.map({ day < $0 }) ?? true {
            found.append(
                LexSarahDeadline(
                    duty: .notifyMisconduct,
                    origin: .authority,
                    start: request.day,
                    lastDay: request.due,
                    ground: nil
                )
            )
        }
        return found
    }
}
