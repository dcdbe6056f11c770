/// A time of day on the local clock, to the minute (*klockslag*).
public struct TimeOfDay: Hashable, Sendable {
    /// Minutes since midnight, 0 to 1439.
    public let minutesSinceMidnight: Int

    /// The time at this hour (0–23) and minute (0–59), or `nil` if the clock never shows it.
    public init?(hour: Int, minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        minutesSinceMidnight = hour * 60 + minute
    }
}

extension TimeOfDay: Comparable {
    /// Orders from the first or lowest to the last or highest.
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.minutesSinceMidnight < right.minutesSinceMidnight
    }
}

extension TimeOfDay: LosslessStringConvertible {
    /// Reads exactly `HH:MM`; `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = Int(decimalDigits: bytes[0..<2]),
            let minute = Int(decimalDigits: bytes[3..<5])
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// `HH:MM`.
    public var description: String {
        "\((minutesSinceMidnight / 60).padded(to: 2)):\((minutesSinceMidnight % 60).padded(to: 2))"
    }
}

extension TimeOfDay: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let time = TimeOfDay(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a time of the form HH:MM")
        }
        self = time
    }

    /// Encodes the stored form.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
