public import QualityCore

extension Sequence where Element == LexSarahCase {
    /// The cases whose danger is not yet removed, whatever their phase (*öppna faror*, D-LXS-3).
    ///
    /// A case joined to another stays on the list too, until its own danger is said to be removed.
    public func openDangers() -> [LexSarahCase] {
        filter { $0.remedy.value == .notYet }
    }

    /// The notified cases whose investigation is late on a day (*försenad komplettering*, D-LXS-6).
    public func lateInvestigations(on day: CalendarDate) -> [LexSarahCase] {
        filter { $0.matter?.isInvestigationOverdue(on: day) == true }
    }

    /// The cases that are to be notified and are not (*ska anmälas*, D-LXS-6).
    public func toNotify() -> [LexSarahCase] {
        filter { $0.phase != .joined && $0.notificationState == .toSend }
    }

    /// The cases with a request of the authority that was not answered in time (*sena svar till IVO*, D-LXS-15).
    public func lateAnswers(on day: CalendarDate) -> [LexSarahCase] {
        filter { $0.matter?.overdueRequests(on: day).isEmpty == false }
    }
}
