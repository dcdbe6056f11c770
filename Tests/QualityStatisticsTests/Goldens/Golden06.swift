enum Golden06: UnwrittenGolden {
    static let file = "06_funnel"
}
