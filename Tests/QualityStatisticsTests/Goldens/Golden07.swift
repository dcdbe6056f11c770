enum Golden07: UnwrittenGolden {
    static let file = "07_pareto_diversity_jsd"
}
