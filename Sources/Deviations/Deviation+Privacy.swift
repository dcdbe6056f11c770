public import QualityCore

extension Deviation {
    /// Those affected, who reported it, who investigates, and who took part in the event.
    public var persons: RecordPersons {
        RecordPersons(
            concerned: (report.concerned.value ?? []).compactMap(\.person)
                + (current.concerned.value ?? []).compactMap(\.person),
            reporters: [report.reporter, current.reporter].compactMap { reporter in
                if case .named(let person)? = reporter.value { person } else { nil }
            },
            assigned: [investigator?.clearance.person].compactMap(\.self),
            involved: involvement.involved
        )
    }

    /// The deviation without its reporter, those affected, its investigation or its assessment.
    public func masked(_ fields: Set<ProtectedField>) -> Deviation {
        var masked = self
        if fields.contains(.reporter) {
            masked.report.reporter = .notStated(source: ProtectedField.hidden)
            masked.current.reporter = .notStated(source: ProtectedField.hidden)
            masked.corrections.removeAll { if case .reporter = $0.change { true } else { false } }
        }
        if fields.contains(.concerned) {
            masked.report.concerned = .notStated(source: ProtectedField.hidden)
            masked.current.concerned = .notStated(source: ProtectedField.hidden)
            masked.corrections.removeAll { if case .concerned = $0.change { true } else { false } }
        }
        if fields.contains(.investigation) { masked.investigation = DeviationInvestigation() }
        if fields.contains(.assessment) {
            masked.risk = nil
            masked.assessments = []
        }
        return masked
    }

    /// Whether reporter, those affected, investigation and assessment are alike.
    public func agrees(with other: Deviation, on fields: Set<ProtectedField>) -> Bool {
        (!fields.contains(.reporter)
            || report.reporter == other.report.reporter && current.reporter == other.current.reporter)
            && (!fields.contains(.concerned)
                || report.concerned == other.report.concerned && current.concerned == other.current.concerned)
            && (!fields.contains(.investigation) || investigation == other.investigation)
            && (!fields.contains(.assessment) || risk == other.risk && assessments == other.assessments)
    }
}
