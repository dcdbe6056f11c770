public import QualityCore

/// What a board's files are read against: its organisation and its classifications.
public struct ImportContext: Sendable {
    /// The board's organisation.
    public var organisation: Organisation
    /// The classification of the kind of record that is read.
    public var classification: Classification
    /// A short name of the system that the files come from: letters and digits; part of every identity.
    public var source: String

    /// A context for reading one kind of record.
    public init(organisation: Organisation, classification: Classification, source: String) {
        self.organisation = organisation
        self.classification = classification
        self.source = source
    }

    /// Finds the node that a file means by an operation and a unit, by code or by name.
    ///
    /// What the organisation does not know becomes an unlisted node, so that the record is kept; `nil` when the file
    /// names neither.
    func unit(operation: String, unit: String) -> OrganisationUnitID? {
        let known = node(operation)
        if unit.isEmpty {
            if let known { return known.id }
            return operation.isEmpty ? nil : OrganisationUnitID(unlisted: operation)
        }
        let candidates = organisation.units.filter { $0.name == unit || $0.id.rawValue == unit }
        if let known {
            let below = candidates.first { organisation.path(from: $0.id).contains(known) }
            return below?.id ?? OrganisationUnitID(unlisted: unit, under: known.id)
        }
        if operation.isEmpty, candidates.count == 1 { return candidates[0].id }
        return OrganisationUnitID(unlisted: operation.isEmpty ? unit : operation)
    }

    private func node(_ name: String) -> OrganisationUnit? {
        organisation[OrganisationUnitID(rawValue: name)] ?? organisation.units.first { $0.name == name }
    }

    /// Finds the category that a file means, in the version in force on a day; a heading without one is unlisted.
    func category(_ name: String, heading: String = "", on day: CalendarDate) -> Stated<CategoryCode> {
        guard !name.isEmpty else {
            return heading.isEmpty ? .notStated(source: source) : .value(CategoryCode(unlisted: heading))
        }
        let version = classification.version(on: day)
        guard let category = version.category(named: name) else { return .value(CategoryCode(unlisted: name)) }
        guard !heading.isEmpty else { return .value(category.id) }
        let found = version.category(named: heading, under: category.id)?.id
        return .value(found ?? CategoryCode(unlisted: heading, under: category.id))
    }
}
