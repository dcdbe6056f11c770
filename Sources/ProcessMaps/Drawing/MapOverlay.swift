public import QualityCore

/// Counts of records laid on the elements of a map: where deviations happen, where risks lie (*uppgifter på kartan*).
///
/// The counts come from whoever counts; a map says only which elements there are. An element that the map lacks keeps its
/// counts, and outlines and drawings say how many are not shown.
public struct MapOverlay: Hashable, Sendable {
    /// What is counted. Closed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Deviations (*avvikelser*).
        case deviations
        /// Risks (*risker*).
        case risks
        /// Self-checks (*egenkontroller*).
        case selfChecks
    }

    /// What the counts are about, such as a period; empty where it is not said.
    public var title: String
    private var counts: [MapElementID: [Kind: Int]] = [:]

    /// Nothing counted yet.
    ///
    /// - Parameter title: what the counts are about, such as `Januari–mars 2026`.
    public init(title: String = "") {
        self.title = title
    }

    /// The counts of one kind by element; those that are not above zero are left out.
    ///
    /// - Parameters:
    ///   - kind: what is counted.
    ///   - counts: how many there are at each element.
    public init(_ kind: Kind, _ counts: [MapElementID: Int]) {
        self.init()
        for (element, count) in counts { self[kind, element] = count }
    }

    /// How many of a kind there are at an element; one below zero becomes zero.
    public subscript(kind: Kind, element: MapElementID) -> Int {
        get { counts[element]?[kind] ?? 0 }
        set {
            counts[element, default: [:]][kind] = newValue > 0 ? newValue : nil
            if counts[element]?.isEmpty == true { counts[element] = nil }
        }
    }

    /// Whether nothing is counted.
    public var isEmpty: Bool { counts.isEmpty }

    /// The elements with a count, in the order of their identities.
    public var elements: [MapElementID] { counts.keys.sorted() }

    /// The kinds that have a count anywhere, in their order.
    public var kinds: [Kind] {
        Kind.allCases.filter { kind in counts.values.contains { $0[kind] != nil } }
    }

    /// How many of a kind there are in all, or the largest number that can be told.
    public func total(of kind: Kind) -> Int {
        counts.values.reduce(0) { sum, counts in
            let (total, isTooMuch) = sum.addingReportingOverflow(counts[kind] ?? 0)
            return isTooMuch ? .max : total
        }
    }

    /// The counts at an element that are above zero, in the order of their kinds.
    public func counts(at element: MapElementID) -> [(kind: Kind, count: Int)] {
        guard let found = counts[element] else { return [] }
        return Kind.allCases.compactMap { kind in found[kind].map { (kind, $0) } }
    }
}

extension MapOverlay.Kind: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .deviations: LocalizedText(sv: "Avvikelser", en: "Deviations")
        case .risks: LocalizedText(sv: "Risker", en: "Risks")
        case .selfChecks: LocalizedText(sv: "Egenkontroller", en: "Self-checks")
        }
    }

    /// The letter on its badge, the first of its name.
    public var letter: LocalizedText {
        switch self {
        case .deviations: LocalizedText(sv: "A", en: "D")
        case .risks: LocalizedText(sv: "R", en: "R")
        case .selfChecks: LocalizedText(sv: "E", en: "S")
        }
    }
}
