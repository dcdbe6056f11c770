enum Golden03: UnwrittenGolden {
    static let file = "03_rates_proportions"
}
