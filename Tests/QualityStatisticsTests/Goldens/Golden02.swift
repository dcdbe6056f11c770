enum Golden02: UnwrittenGolden {
    static let file = "02_spc_qicharts2"
}
