extension ControlChart {
    /// The chart of its kind.
    public var method: StatisticalMethod { kind.method }

    /// What the kind of chart assumes, and whether the limits rest on enough values.
    public var assumptions: [Assumption] {
        [
            Assumption("Each value is independent of the one before"),
            Assumption(kind.distribution),
            Assumption(
                "The limits of each phase rest on 13 values or more",
                phases.isEmpty || phases.contains { $0.standing == .trial } ? .fails : .holds
            ),
        ]
    }
}

extension ControlChart.Kind {
    private static let montgomery = "Montgomery DC (2020). Introduction to Statistical Quality Control, 8th ed. Wiley."
    private static let nelson = "Nelson LS (1982). Control charts for individual measurements. J Qual Technol 14: 172."
    private static let laney = "Laney DB (2002). Improved control charts for attributes. Qual Eng 14: 531."

    /// The method and its source.
    var method: StatisticalMethod {
        switch self {
        case .individuals:
            StatisticalMethod(name: "Individuals chart (I)", source: "\(Self.montgomery) \(Self.nelson)")
        case .movingRange: StatisticalMethod(name: "Moving range chart (MR)", source: Self.montgomery)
        case .c: StatisticalMethod(name: "C chart", source: Self.montgomery)
        case .u: StatisticalMethod(name: "U chart", source: Self.montgomery)
        case .p: StatisticalMethod(name: "P chart", source: Self.montgomery)
        case .uPrime: StatisticalMethod(name: "U′ chart", source: Self.laney)
        case .pPrime: StatisticalMethod(name: "P′ chart", source: Self.laney)
        case .iPrime:
            StatisticalMethod(
                name: "I′ chart",
                source: "Taylor WA (2017). Normalized Individuals Control Chart. Taylor Enterprises."
            )
        case .g:
            StatisticalMethod(
                name: "G chart",
                source: "Benneyan JC (2001). Number-between g-type control charts. Health Care Manag "
                    + "Sci 4: 305."
            )
        case .t:
            StatisticalMethod(
                name: "T chart",
                source: "Nelson LS (1994). A control chart for parts-per-million nonconforming items. J Qual Technol "
                    + "26: 239."
            )
        }
    }

    /// What is assumed of the distribution, as an English sentence.
    var distribution: String {
        switch self {
        case .individuals, .iPrime: "The values are roughly symmetric about their mean"
        case .movingRange: "The values that the ranges are taken of are roughly normal"
        case .c: "The counts are Poisson and of equal exposure"
        case .u: "The counts are Poisson, in proportion to their exposure"
        case .p: "The events are binomial"
        case .uPrime: "The counts are in proportion to their exposure, and vary alike from period to period"
        case .pPrime: "The shares vary alike from period to period"
        case .g: "The number of cases between events is geometric"
        case .t: "The time between events is exponential"
        }
    }
}
