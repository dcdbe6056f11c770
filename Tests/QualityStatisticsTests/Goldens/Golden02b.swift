enum Golden02b: UnwrittenGolden {
    static let file = "02b_spc_nhs_plotthedots"
}
