extension QualityRecord {
    /// All breaches of the rules of the kind, at once, in their order.
    public func violations(under law: Law) -> [RuleViolation] {
        Self.rules.compactMap { $0.violation(by: self, under: law) }
    }

    /// Changes the record by an act, unless the act itself or a rule that it would newly break refuses.
    ///
    /// - Throws: ``RuleViolation``, the act's own or the first that the act would add; the record is then unchanged.
    public mutating func perform(
        under law: Law,
        _ act: (inout Self) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        var changed = self
        try act(&changed)
        let known = Set(violations(under: law))
        if let added = changed.violations(under: law).first(where: { !known.contains($0) }) { throw added }
        self = changed
    }
}
