/// Events counted under the nodes of a level, with the statement by which organisation they were read (D-ORG-1).
///
/// The counts and the unplaced ones together are always the number of events.
public struct OrganisationTally: Hashable, Sendable {
    /// By which organisation the events were read; its label is printed beside the figures.
    public let reading: OrganisationReading
    /// Events by node; a node that is not there has none.
    public internal(set) var counts: [OrganisationUnitID: Int] = [:]
    /// Events whose unit has no node of the level, or has become several.
    public internal(set) var unplaced = 0
    /// The reorganisations between the first and the last event.
    public internal(set) var crossed: [Reorganisation] = []

    init(reading: OrganisationReading) {
        self.reading = reading
    }

    /// The number of events, placed or not.
    public var total: Int { counts.values.reduce(unplaced, +) }

    /// What must stand beside figures that go across a reorganisation; `nil` when they cross none.
    public var note: LocalizedText? { Self.note(on: crossed) }

    static func note(on crossed: [Reorganisation]) -> LocalizedText? {
        guard !crossed.isEmpty else { return nil }
        let days = crossed.map { "\($0.day)" }.joined(separator: ", ")
        return LocalizedText(
            sv: "Jämförelsen går över en omorganisation: \(days)",
            en: "The comparison goes across a reorganisation: \(days)"
        )
    }
}
