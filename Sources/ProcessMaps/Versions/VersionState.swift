public import QualityCore

/// How far one version has come by what people did; which of them is in force on a day is derived (*status*). Closed.
public enum VersionState: Hashable, Sendable, Codable {
    /// Being written; it binds nobody (*utkast*).
    case draft
    /// Approved, in force from its first day until a later version follows it (*godkänd*).
    case approved(VersionApproval)
    /// Taken out of force, or never let into it (*upphävd*).
    case withdrawn(VersionApproval, VersionWithdrawal)

    /// The approval; `nil` for a draft.
    public var approval: VersionApproval? {
        switch self {
        case .draft: nil
        case .approved(let approval), .withdrawn(let approval, _): approval
        }
    }

    /// The withdrawal; `nil` where nobody has withdrawn the version.
    public var withdrawal: VersionWithdrawal? {
        if case .withdrawn(_, let withdrawal) = self { withdrawal } else { nil }
    }
}

/// Who approved a version, when, why, from which day it holds and when it is to be reviewed (*godkännande*).
public struct VersionApproval: Hashable, Sendable, Codable {
    /// Who approved it, and on which day.
    public let approver: Stated<Signature>
    /// Why the version was made.
    public let reason: Stated<String>
    /// The first day on which it holds, never before the day of approval.
    public let validFrom: CalendarDate
    /// The last day by which it is to be reviewed for the first time.
    public let reviewBy: Stated<CalendarDate>
    /// The reviews since, each with a new day by which to review, oldest first.
    public internal(set) var reviews: [VersionReview]

    /// An approval with the reviews that followed on it.
    public init(
        approver: Stated<Signature>,
        reason: Stated<String>,
        validFrom: CalendarDate,
        reviewBy: Stated<CalendarDate>,
        reviews: [VersionReview] = []
    ) {
        self.approver = approver
        self.reason = reason
        self.validFrom = validFrom
        self.reviewBy = reviewBy
        self.reviews = reviews
    }

    /// The last day by which to review, as known on a day; `nil` where the source held none.
    public func reviewBy(asOf day: CalendarDate) -> CalendarDate? {
        reviews.last { $0.reviewer.day <= day }?.reviewBy ?? reviewBy.value
    }
}

/// A look at a version that found it still right (*översyn*).
public struct VersionReview: Hashable, Sendable, Codable {
    /// Who reviewed it, and on which day.
    public let reviewer: Signature
    /// What the review came to.
    public let conclusion: String
    /// The last day by which it is to be reviewed again.
    public let reviewBy: CalendarDate

    /// A review.
    public init(reviewer: Signature, conclusion: String, reviewBy: CalendarDate) {
        self.reviewer = reviewer
        self.conclusion = conclusion
        self.reviewBy = reviewBy
    }
}

/// Who took a version out of force, why, and its last day (*upphävande*).
public struct VersionWithdrawal: Hashable, Sendable, Codable {
    /// Who withdrew it, and on which day.
    public let signature: Stated<Signature>
    /// Why.
    public let reason: Stated<String>
    /// The last day on which it can hold, never before the day of withdrawal.
    public let lastDay: CalendarDate

    /// A withdrawal.
    public init(signature: Stated<Signature>, reason: Stated<String>, lastDay: CalendarDate) {
        self.signature = signature
        self.reason = reason
        self.lastDay = lastDay
    }
}
