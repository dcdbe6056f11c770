/// The law as dated data: which provision lays down a duty on a given day (*regelverk*).
///
/// A host can supply its own provisions, or replace and add single ones. Each duty is judged by the provision in force
/// on the day that selects it (D-LAW-1), so the steps of one case may cite two acts.
public struct Law: Hashable, Sendable, Codable {
    /// All provisions, past and present; of two on one day the first is meant.
    public let provisions: [Provision]
    /// The ids of rules that the host does not apply, or id and field such as `D-DEV-2 place`; a report names them.
    public let suspendedRules: Set<String>
    /// Which provision of an older act became which of a newer (D-LAW-2).
    public let correspondences: [Correspondence]
    /// Exceptions from the rule that an open duty goes on under the new provision.
    public let transitions: [Transition]
    /// Value sets that a host keeps as data, such as who counts as performing tasks.
    public let lists: [ValueList]

    /// A body of law from its provisions.
    public init(
        provisions: [Provision],
        suspendedRules: Set<String> = [],
        correspondences: [Correspondence] = [],
        transitions: [Transition] = [],
        lists: [ValueList] = []
    ) {
        self.provisions = provisions
        self.suspendedRules = suspendedRules
        self.correspondences = correspondences
        self.transitions = transitions
        self.lists = lists
    }

    /// The same law without one of the rules.
    public func suspending(_ rule: String) -> Law {
        copy(suspendedRules: suspendedRules.union([rule]))
    }

    /// The same law without what one of the rules asks of one field.
    public func suspending(_ rule: String, field: String) -> Law {
        suspending("\(rule) \(field)")
    }

    /// Whether the host does not apply what a rule asks of a field.
    public func suspends(_ rule: String, field: String) -> Bool {
        guard !suspendedRules.isEmpty else { return false }
        return suspendedRules.contains(rule) || suspendedRules.contains("\(rule) \(field)")
    }

    /// The provision that lays down a duty on a day, or `nil` where none does.
    ///
    /// `basis`: the act whose services it is about; `nil` takes the first of acts beside each other. A basis
    ///   that no provision of the duty names falls back on provisions that are about all.
    public func provision(
        for duty: Provision.Duty,
        on date: CalendarDate,
        basis: LegalBasis? = nil
    ) -> Provision? {
        let inForce = provisions.filter { $0.duty == duty && $0.validity.contains(date) }
        guard let basis else { return inForce.first }
        return inForce.first { $0.basis == basis } ?? inForce.first { $0.basis == nil }
    }

    /// The provision under which a duty that arose one day is done, or still stands open, on another.
    ///
    /// A duty open on the day of change goes on under the new provision unless a ``Transition`` says otherwise
    /// (D-LAW-1).
    public func provision(
        for duty: Provision.Duty,
        arisen: CalendarDate,
        on date: CalendarDate,
        basis: LegalBasis? = nil
    ) -> Provision? {
        var isKept = false
        for transition in transitions where transition.duty == duty {
            let concerns = transition.basis == nil || transition.basis == basis
            if concerns, arisen < transition.change, transition.change <= date { isKept = true }
        }
        return provision(for: duty, on: isKept ? arisen : date, basis: basis)
    }

    func copy(
        provisions: [Provision]? = nil,
        suspendedRules: Set<String>? = nil,
        transitions: [Transition]? = nil,
        lists: [ValueList]? = nil
    ) -> Law {
        Law(
            provisions: provisions ?? self.provisions,
            suspendedRules: suspendedRules ?? self.suspendedRules,
            correspondences: correspondences,
            transitions: transitions ?? self.transitions,
            lists: lists ?? self.lists
        )
    }
}

extension Law {
    private enum CodingKeys: String, CodingKey {
        case provisions, suspendedRules, correspondences, transitions, lists
    }

    /// Decodes the stored form; lists that an older form lacks are empty.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(
            provisions: container.decode([Provision].self, forKey: .provisions),
            suspendedRules: container.decodeIfPresent(Set<String>.self, forKey: .suspendedRules) ?? [],
            correspondences: container.decodeIfPresent([Correspondence].self, forKey: .correspondences) ?? [],
            transitions: container.decodeIfPresent([Transition].self, forKey: .transitions) ?? [],
            lists: container.decodeIfPresent([ValueList].self, forKey: .lists) ?? []
        )
    }
}
