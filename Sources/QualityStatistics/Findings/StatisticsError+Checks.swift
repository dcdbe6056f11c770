extension StatisticsError {
    /// A number that must be finite and above 0.
    static func positive(_ value: Double, _ parameter: String) throws(Self) -> Double {
        guard value.isFinite else { throw Self(.notFinite, of: parameter) }
        guard value > 0 else { throw Self(.outOfRange, of: parameter) }
        return value
    }

    /// A level of confidence, above 0 and below 1.
    static func level(_ value: Double, _ parameter: String = "level") throws(Self) -> Double {
        guard value > 0, value < 1 else { throw Self(.outOfRange, of: parameter) }
        return value
    }
}
