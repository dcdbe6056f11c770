public import QualityCore

/// Whom a report is about, or that it is about a group or the operation as a whole (*berörda*). Closed.
public enum PersonsConcerned: Hashable, Sendable, Codable {
    /// Known persons, at least one.
    case persons([Person])
    /// A group whose persons are not known, by its size; `nil` where nobody knows.
    case group(size: Int?)
    /// The operation as a whole.
    case operation

    /// One person concerned, by opaque reference.
    public struct Person: Hashable, Sendable, Codable {
        /// The person.
        public let person: PersonReference
        /// The age band; `nil` when unknown.
        public let ageBand: AgeBand?
        /// The sex; `nil` when unknown.
        public let sex: Sex?

        /// A person concerned.
        public init(_ person: PersonReference, ageBand: AgeBand? = nil, sex: Sex? = nil) {
            self.person = person
            self.ageBand = ageBand
            self.sex = sex
        }
    }

    /// A span of ages. Open: a board may use its own.
    public struct AgeBand: RawRepresentable, Hashable, Sendable, Codable {
        /// The band as stored, such as `18-64`.
        public let rawValue: String

        /// A band as stored.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Younger than 18.
        public static let child = AgeBand(rawValue: "0-17")
        /// From 18 to 64.
        public static let adult = AgeBand(rawValue: "18-64")
        /// From 65 to 79.
        public static let older = AgeBand(rawValue: "65-79")
        /// 80 and older.
        public static let oldest = AgeBand(rawValue: "80+")
    }

    /// The sex of a person, as in the population register. Closed.
    public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
        /// A woman or girl (*kvinna, flicka*).
        case female
        /// A man or boy (*man, pojke*).
        case male
    }
}

extension PersonsConcerned.Sex: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .female: LocalizedText(sv: "Kvinna eller flicka", en: "Woman or girl")
        case .male: LocalizedText(sv: "Man eller pojke", en: "Man or boy")
        }
    }
}
