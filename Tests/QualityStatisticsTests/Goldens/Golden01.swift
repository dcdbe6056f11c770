enum Golden01: UnwrittenGolden {
    static let file = "01_mannkendall"
}
