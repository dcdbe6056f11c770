enum Golden04: UnwrittenGolden {
    static let file = "04_glm_trend"
}
