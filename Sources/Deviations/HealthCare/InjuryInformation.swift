public import QualityCore

/// How a patient who had a care injury was told, or why not (*information till patienten*, D-HSL-2). Closed.
public enum InjuryInformation: Hashable, Sendable, Codable {
    /// What must be told. Closed: the list of the Patient Safety Act 3:8.
    public enum Item: String, Hashable, Sendable, Codable, CaseIterable {
        /// That something happened that led to a care injury.
        case event
        /// What is planned so that it does not happen again.
        case plannedMeasures
        /// That the care provider must handle complaints.
        case complaintHandling
        /// The patient board and what it does (*patientnämnden*).
        case patientBoard
        /// That one can complain to the supervisory authority.
        case supervisoryComplaint
        /// The right to compensation.
        case compensation
    }

    /// Who was told. Closed.
    public enum Receiver: String, Hashable, Sendable, Codable, CaseIterable {
        /// The patient.
        case patient
        /// A relative, as the patient asked.
        case relativeAtRequest
        /// A relative, as the patient cannot take it in.
        case relativeAsPatientCannot
    }

    /// Why nobody was told. Closed.
    public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        /// Secrecy forbids it.
        case secrecy
        /// The patient has died and there is no relative to tell.
        case nobodyToTell
        /// The patient did not want to know.
        case declined
    }

    /// Told: who, what, by whom and when, and whether that stands in the patient record.
    case given(Receiver, items: [Item], by: Signature, notedInRecord: Consideration)
    /// Not told: why, in kind and in words, as stated by whom.
    case notGiven(Ground, reason: String, by: Signature)

    var signature: Signature {
        switch self {
        case .given(_, _, let by, _), .notGiven(_, _, let by): by
        }
    }
}

extension InjuryInformation.Item: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .event: LocalizedText(sv: "Händelsen", en: "The event")
        case .plannedMeasures: LocalizedText(sv: "Planerade åtgärder", en: "Planned measures")
        case .complaintHandling:
            LocalizedText(sv: "Vårdgivarens klagomålshantering", en: "The provider's complaints duty")
        case .patientBoard: LocalizedText(sv: "Patientnämnden", en: "The patient board")
        case .supervisoryComplaint: LocalizedText(sv: "Klagomål till IVO", en: "Complaint to the authority")
        case .compensation: LocalizedText(sv: "Ersättning", en: "Compensation")
        }
    }
}

extension InjuryInformation.Receiver: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .patient: LocalizedText(sv: "Patienten", en: "The patient")
        case .relativeAtRequest: LocalizedText(sv: "Närstående på patientens begäran", en: "A relative, at request")
        case .relativeAsPatientCannot:
            LocalizedText(sv: "Närstående, patienten kan inte ta emot", en: "A relative, as the patient cannot")
        }
    }
}

extension InjuryInformation.Ground: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .secrecy: LocalizedText(sv: "Sekretess", en: "Secrecy")
        case .nobodyToTell: LocalizedText(sv: "Ingen att informera", en: "Nobody to tell")
        case .declined: LocalizedText(sv: "Ville inte veta", en: "Did not want to know")
        }
    }
}
