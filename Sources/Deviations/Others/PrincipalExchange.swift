public import QualityCore

/// One deviation sent to or received from another principal, until it is answered (*avvikelse till annan huvudman*, D-DEV-11).
public struct PrincipalExchange: Hashable, Sendable, Codable {
    /// Which way it went. Closed.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        /// Sent to the other principal.
        case sent
        /// Received from the other principal.
        case received
    }

    /// Which way it went.
    public let direction: Direction
    /// The other principal, such as a region.
    public let principal: String
    /// What was sent or received; may hold personal data.
    public let content: String
    /// The ground on which secret data may cross; why none is needed where there are none.
    public let secrecyGround: String
    /// Who sent or received it, and when.
    public let by: Signature
    /// The days of reminders.
    public internal(set) var reminded: [CalendarDate] = []
    /// The day when the receiver acknowledged it; `nil` for none.
    public internal(set) var acknowledged: CalendarDate?
    /// The day of the answer; `nil` while there is none.
    public internal(set) var answered: CalendarDate?

    /// A deviation sent or received.
    public init(_ direction: Direction, principal: String, content: String, secrecyGround: String, by: Signature) {
        self.direction = direction
        self.principal = principal
        self.content = content
        self.secrecyGround = secrecyGround
        self.by = by
    }

    var isInOrder: Bool {
        let later = reminded + [acknowledged, answered].compactMap(\.self)
        guard reminded == reminded.sorted(), later.allSatisfy({ by.day <= $0 }) else { return false }
        guard let answered else { return true }
        return later.allSatisfy { $0 <= answered }
    }
}

extension PrincipalExchange.Direction: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .sent: LocalizedText(sv: "Skickad", en: "Sent")
        case .received: LocalizedText(sv: "Mottagen", en: "Received")
        }
    }
}
