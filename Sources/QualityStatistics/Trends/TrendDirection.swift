/// The way in which values go with time.
public enum TrendDirection: Hashable, Sendable {
    /// Later values are higher.
    case rising
    /// Later values are lower.
    case falling
    /// Neither.
    case level

    init(sign: Int) {
        self = sign > 0 ? .rising : sign < 0 ? .falling : .level
    }
}
