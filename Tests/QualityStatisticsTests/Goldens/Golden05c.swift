enum Golden05c: UnwrittenGolden {
    static let file = "05c_surveillance"
}
