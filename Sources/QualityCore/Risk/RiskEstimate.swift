/// How likely an event is and how severe its consequence, on the default scales of four levels (*riskvärdering*).
///
/// The risk value is their product and is derived, never typed; it decides no legal class (D-RSK-1, D-RSK-3). A level
/// that nobody has assessed is absent, which is not the lowest.
public struct RiskEstimate: Hashable, Sendable, Codable {
    /// The severity of the consequence, 1 minor to 4 catastrophic; `nil` when not assessed (*allvarlighetsgrad*).
    public let severity: Int?
    /// How often the event is expected, 1 once a year to 4 daily; `nil` when not assessed (*sannolikhet*).
    public let probability: Int?

    /// An estimate, or `nil` when neither level is assessed or one is not 1 to 4.
    public init?(severity: Int?, probability: Int?) {
        let assessed = [severity, probability].compactMap(\.self)
        guard !assessed.isEmpty, assessed.allSatisfy((1...4).contains) else { return nil }
        self.severity = severity
        self.probability = probability
    }

    /// Severity times probability, 1 to 16; `nil` unless both are assessed (*riskvärde*).
    public var value: Int? {
        guard let severity, let probability else { return nil }
        return severity * probability
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let severity = try container.decodeIfPresent(Int.self, forKey: .severity)
        let probability = try container.decodeIfPresent(Int.self, forKey: .probability)
        guard let estimate = RiskEstimate(severity: severity, probability: probability) else {
            throw DecodingError.dataCorruptedError(
                forKey: .severity,
                in: container,
                debugDescription: "no level from 1 to 4"
            )
        }
        self = estimate
    }

    private enum CodingKeys: String, CodingKey { case severity, probability }
}
