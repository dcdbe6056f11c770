enum Golden02c: UnwrittenGolden {
    static let file = "02c_spc_rules_nelson_we"
}
