enum Golden09b: UnwrittenGolden {
    static let file = "09b_suppression"
}
