enum Golden09: UnwrittenGolden {
    static let file = "09_rounding"
}
