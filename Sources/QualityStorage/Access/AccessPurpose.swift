/// What data are read or exported for (*ändamål*). Open; D-SEC-11.
public struct AccessPurpose: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A purpose by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Handling a case (*handläggning*).
    public static let caseWork = AccessPurpose(rawValue: "caseWork")
    /// Following up (*uppföljning*).
    public static let followUp = AccessPurpose(rawValue: "followUp")
    /// Evaluating (*utvärdering*).
    public static let evaluation = AccessPurpose(rawValue: "evaluation")
    /// Assuring quality (*kvalitetssäkring*).
    public static let qualityAssurance = AccessPurpose(rawValue: "qualityAssurance")
    /// Supervising (*tillsyn*).
    public static let supervision = AccessPurpose(rawValue: "supervision")
    /// Answering a person who asks what is held about them (*registerutdrag*).
    public static let personRequest = AccessPurpose(rawValue: "personRequest")
    /// Keeping the register itself: backups, checks, imports (*förvaltning*).
    public static let maintenance = AccessPurpose(rawValue: "maintenance")
}

extension AccessPurpose: ExpressibleByStringLiteral {
    /// Written out in code by its stored form.
    public init(stringLiteral rawValue: String) {
        self.init(rawValue: rawValue)
    }
}
