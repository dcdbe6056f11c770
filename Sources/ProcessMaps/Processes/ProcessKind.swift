public import QualityCore

/// What a process is for in the operation as a whole (*processtyp*). Closed.
public enum ProcessKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Gives the service itself to those it is for (*huvudprocess*).
    case main
    /// Makes the main processes possible (*stödprocess*).
    case support
    /// Directs, plans and follows up (*ledningsprocess*).
    case management
}

extension ProcessKind: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .main: LocalizedText(sv: "Huvudprocess", en: "Main process")
        case .support: LocalizedText(sv: "Stödprocess", en: "Support process")
        case .management: LocalizedText(sv: "Ledningsprocess", en: "Management process")
        }
    }
}

extension CodeDimension {
    /// Main, support or management (*processtyp*).
    public static let processKind = CodeDimension(rawValue: "processKind")
    /// The operations that a process or routine belongs to (*verksamhet*).
    public static let processOperation = CodeDimension(rawValue: "processOperation")
}
