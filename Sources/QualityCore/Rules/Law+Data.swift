extension Law {
    /// An exception: a duty that was open on the day of change stays under the old provision (*övergångsbestämmelse*).
    public struct Transition: Hashable, Sendable, Codable {
        /// The duty that it is about.
        public let duty: Provision.Duty
        /// The act whose services it is about; `nil` for all.
        public let basis: LegalBasis?
        /// The first day of the new provision.
        public let change: CalendarDate

        /// An exception for duties that arose before a day of change.
        public init(keeping duty: Provision.Duty, basis: LegalBasis? = nil, arisenBefore change: CalendarDate) {
            self.duty = duty
            self.basis = basis
            self.change = change
        }
    }

    /// What a provision of an older act is in a newer one (*motsvarighet*).
    public struct Correspondence: Hashable, Sendable, Codable {
        /// How much of the older provision the newer one is. Closed.
        public enum Likeness: String, Hashable, Sendable, Codable, CaseIterable, Labelled {
            /// The same in substance.
            case same
            /// The same matter in other terms.
            case changed
            /// The newer one is about more than the older: the two are not equal.
            case wider

            /// The name that people read.
            public var label: LocalizedText {
                switch self {
                case .same: LocalizedText(sv: "oförändrad", en: "same")
                case .changed: LocalizedText(sv: "ändrad", en: "changed")
                case .wider: LocalizedText(sv: "vidare", en: "wider")
                }
            }
        }

        /// The older provision.
        public let older: Provision.ID
        /// The newer provision.
        public let newer: Provision.ID
        /// How much of the older one it is.
        public let likeness: Likeness

        /// A pair of an older and a newer provision.
        public init(from older: Provision.ID, to newer: Provision.ID, _ likeness: Likeness) {
            self.older = older
            self.newer = newer
            self.likeness = likeness
        }
    }

    /// A value set under a name, which a host can replace (*värdelista*).
    public struct ValueList: Hashable, Sendable, Codable, Identifiable {
        /// The name of a list. Open.
        public struct ID: RawRepresentable, Hashable, Sendable, Codable {
            /// The name as stored.
            public let rawValue: String

            /// A list by its stored name.
            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            /// In which ways a person can perform tasks, and so have the duty to report (*den som fullgör uppgifter*).
            public static let engagements = ID(rawValue: "engagements")
        }

        /// One value of a list.
        public struct Item: Hashable, Sendable, Codable, Identifiable, Labelled {
            /// The stable code.
            public let id: CategoryCode
            /// The name that people read.
            public let label: LocalizedText

            /// A value with its name.
            public init(_ id: CategoryCode, label: LocalizedText) {
                self.id = id
                self.label = label
            }
        }

        /// The name.
        public let id: ID
        /// The values in order.
        public let items: [Item]

        /// A list of values.
        public init(_ id: ID, items: [Item]) {
            self.id = id
            self.items = items
        }
    }
}
