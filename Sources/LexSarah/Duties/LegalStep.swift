public import QualityCore

/// One step of a case with the provision in force on its own day, so that one case can cite two acts (*lagstöd*).
public struct LegalStep: Hashable, Sendable, Codable {
    /// What was, or is to be, done.
    public let duty: Provision.Duty
    /// The day when the duty arose.
    public let arisen: CalendarDate
    /// The day when it was done, or the day as of which it still stands open.
    public let day: CalendarDate
    /// Whether it was done by then.
    public let isDone: Bool
    /// The provision that it is judged by; `nil` where the law has none.
    public let provision: Provision?
}

extension LexSarahCase {
    /// The steps of the case as of a day, each with the provision in force on its own day (D-LAW-1).
    public func legalSteps(under law: Law, asOf day: CalendarDate) -> [LegalStep] {
        func step(_ duty: Provision.Duty, arisen: CalendarDate, done: CalendarDate?) -> LegalStep? {
            guard arisen <= day else { return nil }
            let isDone = done.map { $0 <= day } ?? false
            let acted = done.map { min($0, day) } ?? day
            return LegalStep(
                duty: duty,
                arisen: arisen,
                day: acted,
                isDone: isDone,
                provision: law.provision(for: duty, arisen: arisen, on: max(arisen, acted), basis: basis)
            )
        }
        var steps = reports.compactMap {
            step(.reportMisconduct, arisen: $0.noticed.value?.day ?? $0.received, done: $0.received)
        }
        steps += [step(.investigateMisconduct, arisen: clockStart, done: investigationEnded)].compactMap(\.self)
        var assessed: CalendarDate?
        if case .yes(let signature)? = suspicion { assessed = signature.day }
        assessed = assessed ?? decisions.first { $0.degree.requiresNotification }?.day ?? notified
        if let assessed {
            steps += [step(.notifyMisconduct, arisen: min(assessed, notified ?? assessed), done: notified)]
                .compactMap(\.self)
        }
        return steps
    }
}
