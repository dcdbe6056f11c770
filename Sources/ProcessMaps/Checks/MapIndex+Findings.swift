extension MapIndex {
    /// What is wrong in the map, in the order of its elements; empty for a sound one (D-PRO-5).
    ///
    /// A step is reached, ends, has a role and routines; ways that are taken at the same time join; hand-overs are named.
    /// Where no such fault leads tokens astray, every case can end, once: see ``soundness(states:)``, which takes the time
    /// to decide more flows than these checks do.
    ///
    /// What has no part in the flow is not asked to: event sub-processes, what undoes an activity, and the steps of a
    /// sub-process that are done in any order.
    ///
    /// - Parameter steps: the steps of the process as listed; one of them that has the identity of a step in the map
    ///   lends it the role and the routines that the map does not tell.
    public func findings(steps: [ProcessStep] = []) -> [MapFinding] {
        var checks = MapChecks(index: self, steps: steps)
        return checks.findings()
    }
}

extension ProcessMap {
    /// What is wrong in the map, in the order of its elements; empty for a sound one (D-PRO-5).
    ///
    /// - Parameter steps: the steps of the process as listed; see ``MapIndex/findings(steps:)``.
    public func findings(steps: [ProcessStep] = []) -> [MapFinding] {
        MapIndex(self).findings(steps: steps)
    }
}
