public import QualityCore

/// One side of a cross table: what its positions are and which observations fall on which.
public struct CountAxis: Sendable {
    /// One position of an axis.
    public enum Key: Hashable, Sendable {
        /// A calendar year.
        case year(Int)
        /// A calendar month, 1 to 12, of the year that the axis was made for.
        case month(Int)
        /// A period of a scale.
        case period(CalendarPeriod)
        /// A code along a dimension.
        case code(CategoryCode)
        /// A node of the organisation.
        case unit(OrganisationUnitID)
        /// No code is stated along the dimension.
        case unstated
    }

    enum Source: Sendable {
        case years
        case months(year: Int)
        case periods(PeriodScale)
        case codes(CodeDimension, @Sendable (CategoryCode) -> [CategoryCode])
        /// One position, ``Key/unstated``, that every observation falls on.
        case whole
        case units(@Sendable (OrganisationUnitID) -> [OrganisationUnitID])
    }

    let source: Source

    /// The calendar years of the counted day.
    public static let years = CountAxis(source: .years)

    /// The twelve months of one year; observations of other years are left out.
    public static func months(of year: Int) -> CountAxis {
        CountAxis(source: .months(year: year))
    }

    /// The periods of a scale; observations of other days are left out.
    public static func periods(_ scale: PeriodScale) -> CountAxis {
        CountAxis(source: .periods(scale))
    }

    /// The codes of a dimension, each placed where the closure says: on none, one or several positions.
    ///
    /// An observation with several codes counts once on each position that any of them has; one without a code counts
    /// on ``Key/unstated``.
    public static func codes(
        _ dimension: CodeDimension,
        placed: @escaping @Sendable (CategoryCode) -> [CategoryCode] = { [$0] }
    ) -> CountAxis {
        CountAxis(source: .codes(dimension, placed))
    }

    /// The nodes of the organisation that a record's unit lies in: give its whole path and every level stands.
    public static func units(
        placed: @escaping @Sendable (OrganisationUnitID) -> [OrganisationUnitID]
    ) -> CountAxis {
        CountAxis(source: .units(placed))
    }
}
