public import QualityCore

/// What an event can call for beside its own case; the content stays in its own system (*andra spår*). Open.
public struct OtherTrack: RawRepresentable, Hashable, Sendable, Codable {
    /// The name as stored.
    public let rawValue: String

    /// A track by its stored name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A report of concern for a child (*orosanmälan*).
    public static let childConcern = OtherTrack(rawValue: "childConcern")
    /// A report to the police (*polisanmälan*).
    public static let police = OtherTrack(rawValue: "police")
    /// A personal-data breach (*personuppgiftsincident*).
    public static let personalDataBreach = OtherTrack(rawValue: "personalDataBreach")
    /// The work environment (*arbetsmiljö*).
    public static let workEnvironment = OtherTrack(rawValue: "workEnvironment")
    /// A medical device (*medicinteknisk produkt*).
    public static let medicalDevice = OtherTrack(rawValue: "medicalDevice")
    /// Medicines (*läkemedel*).
    public static let medicines = OtherTrack(rawValue: "medicines")
    /// A licensed person who may be a danger to patient safety (*legitimerad som kan utgöra en fara*).
    public static let licensedPerson = OtherTrack(rawValue: "licensedPerson")
    /// The channel for whistleblowers (*visselblåsarkanal*).
    public static let whistleblower = OtherTrack(rawValue: "whistleblower")

    /// The tracks that every event is asked about.
    public static let standard: [OtherTrack] = [
        .childConcern, .police, .personalDataBreach, .workEnvironment, .medicalDevice, .medicines, .licensedPerson,
        .whistleblower,
    ]
}

extension OtherTrack: Labelled {
    /// The name that people read; the stored name for a track of the board's own.
    public var label: LocalizedText {
        switch self {
        case .childConcern: LocalizedText(sv: "Orosanmälan barn", en: "Concern for a child")
        case .police: LocalizedText(sv: "Polisanmälan", en: "Police report")
        case .personalDataBreach: LocalizedText(sv: "Personuppgiftsincident", en: "Personal-data breach")
        case .workEnvironment: LocalizedText(sv: "Arbetsmiljö", en: "Work environment")
        case .medicalDevice: LocalizedText(sv: "Medicinteknisk produkt", en: "Medical device")
        case .medicines: LocalizedText(sv: "Läkemedel", en: "Medicines")
        case .licensedPerson: LocalizedText(sv: "Legitimerad som kan utgöra fara", en: "Licensed person, danger")
        case .whistleblower: LocalizedText(sv: "Visselblåsarkanal", en: "Whistleblower channel")
        default: LocalizedText(sv: rawValue, en: rawValue)
        }
    }
}
