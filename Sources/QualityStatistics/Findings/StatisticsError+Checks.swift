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

extension StatisticsError {
    /// An exposure that a rate can be formed with.
    static func exposure(_ value: Double, _ parameter: String = "exposure") throws(Self) -> Double {
        guard value.isFinite else { throw Self(.notFinite, of: parameter) }
        guard value >= 0 else { throw Self(.negative, of: parameter) }
        guard value > 0 else { throw Self(.noExposure, of: parameter) }
        return value
    }

    /// A number of events among a number of trials of which there is at least one.
    static func share(_ count: Int, of trials: Int, _ names: (String, String)) throws(Self) {
        guard count >= 0 else { throw Self(.negative, of: names.0) }
        guard trials >= 0 else { throw Self(.negative, of: names.1) }
        guard trials > 0 else { throw Self(.noExposure, of: names.1) }
        guard count <= trials else { throw Self(.moreEventsThanTrials, of: names.0) }
    }
}
