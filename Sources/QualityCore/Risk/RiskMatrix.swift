/// The scales of likelihood and consequence that a board assesses risks on, as data (*riskmatris*).
public struct RiskMatrix: Hashable, Sendable, Codable {
    /// How often an event is expected, from the least to the most likely level (*sannolikhet*).
    public let likelihoods: [LocalizedText]
    /// How severe the consequence is, from the least to the most severe level (*konsekvens*).
    public let consequences: [LocalizedText]

    /// A matrix, or `nil` where a scale has fewer than two levels.
    public init?(likelihoods: [LocalizedText], consequences: [LocalizedText]) {
        guard likelihoods.count >= 2, consequences.count >= 2 else { return nil }
        self.likelihoods = likelihoods
        self.consequences = consequences
    }

    private init(standard likelihoods: [LocalizedText], _ consequences: [LocalizedText]) {
        self.likelihoods = likelihoods
        self.consequences = consequences
    }

    /// Four levels by four: once a year to daily, minor to catastrophic, the scales of ``RiskEstimate``.
    public static let fourByFour = RiskMatrix(
        standard: [
            LocalizedText(sv: "någon gång per år", en: "once a year"),
            LocalizedText(sv: "varje månad", en: "monthly"),
            LocalizedText(sv: "varje vecka", en: "weekly"),
            LocalizedText(sv: "dagligen", en: "daily"),
        ],
        [
            LocalizedText(sv: "mindre", en: "minor"),
            LocalizedText(sv: "måttlig", en: "moderate"),
            LocalizedText(sv: "betydande", en: "considerable"),
            LocalizedText(sv: "katastrofal", en: "catastrophic"),
        ]
    )

    /// Whether the matrix has both levels, counted from 1.
    public func contains(likelihood: Int, consequence: Int) -> Bool {
        (1...likelihoods.count).contains(likelihood) && (1...consequences.count).contains(consequence)
    }

    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let matrix = RiskMatrix(
            likelihoods: try container.decode([LocalizedText].self, forKey: .likelihoods),
            consequences: try container.decode([LocalizedText].self, forKey: .consequences)
        )
        guard let matrix else {
            throw DecodingError.dataCorruptedError(
                forKey: .likelihoods,
                in: container,
                debugDescription: "a scale has fewer than two levels"
            )
        }
        self = matrix
    }

    private enum CodingKeys: String, CodingKey { case likelihoods, consequences }
}
