enum Golden03b: UnwrittenGolden {
    static let file = "03b_contingency_multiplicity"
}
