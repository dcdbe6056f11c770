public import QualityCore

/// One time that a case was closed, kept when it is taken up again (*avslutad period*, D-DEV-10).
public struct DeviationClosure: Hashable, Sendable {
    /// The day of closing; `nil` when another system closed it and held no day.
    public let closed: CalendarDate?
    /// The day when the case was taken up again; `nil` while it is closed.
    public let reopened: CalendarDate?
}
