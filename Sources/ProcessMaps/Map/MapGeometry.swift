/// A point of a drawing, in pixels from its upper left corner, downwards.
public struct MapPoint: Hashable, Sendable {
    /// Pixels from the left.
    public let x: Double
    /// Pixels from the top.
    public let y: Double

    /// A point; a coordinate that is not finite becomes 0.
    public init(x: Double, y: Double) {
        self.x = x.isFinite ? x : 0
        self.y = y.isFinite ? y : 0
    }
}

/// A rectangle of a drawing, in pixels.
public struct MapBounds: Hashable, Sendable {
    /// Pixels from the left.
    public let x: Double
    /// Pixels from the top.
    public let y: Double
    /// How wide it is; a faulty file may hold a negative number.
    public let width: Double
    /// How high it is; a faulty file may hold a negative number.
    public let height: Double

    /// A rectangle; a number that is not finite becomes 0.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x.isFinite ? x : 0
        self.y = y.isFinite ? y : 0
        self.width = width.isFinite ? width : 0
        self.height = height.isFinite ? height : 0
    }

    /// The point in the middle.
    public var center: MapPoint { MapPoint(x: x + width / 2, y: y + height / 2) }
}
