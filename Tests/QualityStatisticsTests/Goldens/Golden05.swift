enum Golden05: UnwrittenGolden {
    static let file = "05_changepoints"
}
