/// How many answers of each sort, with the share that is met and what it is a share of (*sammanräkning*).
///
/// The share is (yes + w × partly) / (yes + partly + no): not applicable, not assessed and unanswered stand beside it
/// and outside it (D-SLF-3).
public struct AnswerTally: Hashable, Sendable, Codable {
    /// Met.
    public private(set) var yes = 0
    /// Met in part.
    public private(set) var partly = 0
    /// Not met.
    public private(set) var no = 0
    /// Questions that do not concern the item; outside the denominator.
    public private(set) var notApplicable = 0
    /// Questions not assessed, for a reason; outside the denominator.
    public private(set) var notAssessed = 0
    /// Questions without any answer; outside the denominator.
    public private(set) var unanswered = 0

    /// Nothing counted.
    public init() {}

    /// Counts answers; `nil` is an unanswered question.
    public init(_ answers: some Sequence<SelfCheckAnswer?>) {
        for answer in answers { count(answer) }
    }

    /// Counts one answer; `nil` is an unanswered question.
    public mutating func count(_ answer: SelfCheckAnswer?) {
        switch answer {
        case .yes: yes += 1
        case .partly: partly += 1
        case .no: no += 1
        case .notApplicable: notApplicable += 1
        case .notAssessed: notAssessed += 1
        case nil: unanswered += 1
        }
    }

    /// The answers that the share is reckoned on: yes, partly and no.
    public var denominator: Int { yes + partly + no }

    /// All places that an answer was asked for.
    public var asked: Int { denominator + notApplicable + notAssessed + unanswered }

    /// The share that is met; `nil` where the denominator is empty, which is neither 0 nor 100 %.
    ///
    /// `weight`: what an answer *partly* counts for.
    public func shareMet(partlyWeight weight: ExactShare) -> Double? {
        guard denominator > 0 else { return nil }
        return Double(yes * weight.whole + partly * weight.parts) / Double(denominator * weight.whole)
    }

    /// Whether the share met is at least a limit, exactly; `nil` where the denominator is empty.
    public func reaches(_ limit: ExactShare, partlyWeight weight: ExactShare) -> Bool? {
        guard denominator > 0 else { return nil }
        return (yes * weight.whole + partly * weight.parts) * limit.whole
            >= limit.parts * denominator * weight.whole
    }

    /// The answers of both.
    public static func + (left: AnswerTally, right: AnswerTally) -> AnswerTally {
        var sum = left
        sum.yes += right.yes
        sum.partly += right.partly
        sum.no += right.no
        sum.notApplicable += right.notApplicable
        sum.notAssessed += right.notAssessed
        sum.unanswered += right.unanswered
        return sum
    }
}
