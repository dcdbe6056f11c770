/// What a method finds: a result, or that there are too little data for one.
public enum Finding<Result: StatisticalResult>: Hashable, Sendable {
    /// The data are enough for the method.
    case found(Result)

    /// The data are not enough, which is a result of its own and no error.
    case tooLittleData(TooLittleData)

    /// The result, or `nil` when there are too little data.
    public var result: Result? {
        guard case .found(let result) = self else { return nil }
        return result
    }
}
