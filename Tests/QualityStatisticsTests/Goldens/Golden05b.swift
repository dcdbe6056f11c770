enum Golden05b: UnwrittenGolden {
    static let file = "05b_poisson_cusum"
}
