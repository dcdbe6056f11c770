enum Golden10: UnwrittenGolden {
    static let file = "10_real_table"
}
