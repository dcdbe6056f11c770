enum Golden08: UnwrittenGolden {
    static let file = "08_stl"
}
