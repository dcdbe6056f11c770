public import QualityCore

/// Cases and reports received in a period, as known at a cut-off: two counts that are never mixed (D-LXS-11).
///
/// At every cut-off the cases are those of each decided degree and those not yet decided, each once.
public struct LexSarahCount: Hashable, Sendable, Codable {
    /// The cases, by the day of the first receipt.
    public let cases: Int
    /// The reports, by the day of their own receipt.
    public let reports: Int
    /// The cases by the degree that was valid at the cut-off.
    public let byDegree: [MisconductDegree: Int]
    /// The cases not yet decided at the cut-off.
    public let undecided: Int

    /// Counts cases.
    ///
    /// A case that another system decided on an unknown day counts as decided. A case joined to another by the cut-off is
    /// no case of its own; its reports count once, by their identity.
    ///
    /// - Parameters:
    ///   - cases: all cases, joined ones too.
    ///   - period: the days of receipt.
    ///   - cutoff: the last day of what is counted.
    public init(_ cases: [LexSarahCase], receivedIn period: CalendarPeriod, cutoff: CalendarDate) {
        var degrees: [MisconductDegree: Int] = [:]
        var undecided = 0
        var counted = 0
        var reports: Set<RecordID<MisconductReport>> = []
        var joinedLater: [RecordID<LexSarahCase>: Set<RecordID<MisconductReport>>] = [:]
        for found in cases {
            guard let joining = found.joining, cutoff < joining.by.day else { continue }
            joinedLater[joining.other, default: []].formUnion(found.reports.map(\.id))
        }
        for found in cases {
            for report in found.reports where period.contains(report.received) && report.received <= cutoff {
                reports.insert(report.id)
            }
            // What it took over after the cut-off was not yet its own.
            let others = joinedLater[found.id] ?? []
            let own = found.reports.filter { !others.contains($0.id) }
            guard let received = own.map(\.received).min(), period.contains(received), received <= cutoff,
                found.joining.map({ cutoff < $0.by.day }) ?? true
            else { continue }
            counted += 1
            if let degree = found.degree(asOf: cutoff) {
                degrees[degree, default: 0] += 1
            } else {
                undecided += 1
            }
        }
        self.cases = counted
        self.reports = reports.count
        byDegree = degrees
        self.undecided = undecided
    }
}

extension MisconductDegree: CodingKeyRepresentable {}

extension LexSarahCase {
    /// The degree that was valid at the end of a day; `nil` while it was not yet decided.
    public func degree(asOf day: CalendarDate) -> MisconductDegree? {
        decisions.last { $0.day.map { $0 <= day } ?? true }?.degree
    }
}
