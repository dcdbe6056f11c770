public import QualityCore

extension MapStep {
    /// Done by routines, by their identities.
    public func by(_ routines: RecordID<Routine>...) -> MapStep {
        var step = self
        step.activity.routineNeed = .routines(routines)
        return step
    }

    /// Done without a routine, for a reason.
    public func withoutRoutine(because reason: String) -> MapStep {
        var step = self
        step.activity.routineNeed = ProcessStep.RoutineNeed.none(reason: reason)
        return step
    }

    /// Done more than once.
    public func repeated(_ repetition: MapActivity.Repetition) -> MapStep {
        var step = self
        step.activity.repetition = repetition
        return step
    }

    /// Told about beside the drawing.
    public func described(_ documentation: String) -> MapStep {
        var step = self
        step.documentation = documentation
        return step
    }

    /// Reads information, which is drawn once in the process for each name.
    public func reads(_ names: String...) -> MapStep {
        var step = self
        step.information += names.map { (.reads, $0) }
        return step
    }

    /// Writes information, which is drawn once in the process for each name.
    public func writes(_ names: String...) -> MapStep {
        var step = self
        step.information += names.map { (.writes, $0) }
        return step
    }

    /// What happens when an event comes while the activity is being done.
    ///
    /// - Parameters:
    ///   - name: what happens, in the words of the reader.
    ///   - definitions: what sort of event it is.
    ///   - id: the identity of the event; made of the name unless given.
    ///   - isInterrupting: whether the activity stops.
    ///   - parts: what follows. What is not ended goes on with what follows on the activity.
    public func on(
        _ name: String,
        _ definitions: MapEventDefinition...,
        id: MapElementID? = nil,
        isInterrupting: Bool = true,
        @MapBuilder _ parts: () -> [MapPart]
    ) -> MapStep {
        var step = self
        step.handlers.append(
            Handler(id: id, name: name, definitions: definitions, isInterrupting: isInterrupting, parts: parts())
        )
        return step
    }
}
