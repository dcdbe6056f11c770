public import QualityCore

/// Whether the misconduct is remedied or the risk removed (*avhjälpt eller undanröjt*). Closed (D-LXS-3).
///
/// A fact of its own beside the phase: a case that is decided or closed may still be dangerous.
public enum RemedyState: Hashable, Sendable, Codable {
    /// Remedied or removed, on a day.
    case remedied(CalendarDate)
    /// Not yet: the case stands on the list of open dangers.
    case notYet
    /// There is nothing to remedy, and why.
    case notApplicable(reason: String)

    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .remedied: LocalizedText(sv: "Avhjälpt eller undanröjt", en: "Remedied or removed")
        case .notYet: LocalizedText(sv: "Ännu inte avhjälpt", en: "Not yet remedied")
        case .notApplicable: LocalizedText(sv: "Ej tillämpligt", en: "Not applicable")
        }
    }
}

extension RemedyState: Labelled {}
