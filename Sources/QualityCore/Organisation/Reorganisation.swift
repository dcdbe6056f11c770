/// A dated change of the organisation: which nodes became which (*omorganisation*, D-ORG-1).
///
/// No successor is a closing, no predecessor an opening, one of each a move or a change of name or code.
public struct Reorganisation: Hashable, Sendable, Codable {
    /// The first day of the new order.
    public let day: CalendarDate
    /// The nodes as they were through the day before.
    public let predecessors: [OrganisationUnitID]
    /// The nodes that took over, from the day.
    public let successors: [OrganisationUnitID]
    /// What people call it, such as the heading of the board's decision.
    public let name: String

    /// A change of the organisation.
    public init(
        on day: CalendarDate,
        name: String,
        predecessors: [OrganisationUnitID],
        successors: [OrganisationUnitID]
    ) {
        self.day = day
        self.name = name
        self.predecessors = predecessors
        self.successors = successors
    }
}
