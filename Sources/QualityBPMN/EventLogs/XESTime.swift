import QualityCore

/// An instant as XML writes it: a date, a time of day and, most often, an offset from universal time.
struct XESTime {
    let time: Timestamp
    let hasZone: Bool
    /// Whether nothing is told beyond the microsecond.
    let isExact: Bool

    private static let day: Int64 = 86_400_000_000
    private static let first = Timestamp(startOf: .earliest)
    private static let last = Timestamp(
        microsecondsSince1970: Timestamp(startOf: .latest).microsecondsSince1970 + day - 1
    )

    /// Reads `2025-01-07T08:15:00.5+01:00`; `nil` for anything else, and outside the years 1 to 9999.
    init?(_ text: String) {
        var rest = Array(text.trimmedXML.utf8)[...]
        guard rest.count >= 19, let date = CalendarDate(String(decoding: rest.prefix(10), as: UTF8.self)) else {
            return nil
        }
        rest = rest.dropFirst(10)
        guard rest.removeFirst() == UInt8(ascii: "T"), let hour = Self.number(&rest, after: nil),
            let minute = Self.number(&rest, after: UInt8(ascii: ":")),
            let second = Self.number(&rest, after: UInt8(ascii: ":")),
            minute < 60, second < 60, hour < 24 || hour == 24 && minute == 0 && second == 0
        else { return nil }
        var micros: Int64 = 0
        var isExact = true
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(digits.count + 1)
            let six = digits.prefix(6) + Array(repeating: 0x30, count: max(0, 6 - digits.count))
            micros = six.reduce(0) { $0 * 10 + Int64($1) - 0x30 }
            isExact = digits.dropFirst(6).allSatisfy { $0 == 0x30 }
        }
        guard let offset = Self.offset(rest) else { return nil }
        let seconds = (hour * 60 + minute) * 60 + second - offset * 60
        let start = Timestamp(startOf: date).microsecondsSince1970
        time = Timestamp(microsecondsSince1970: start + seconds * 1_000_000 + micros)
        guard time >= Self.first, time <= Self.last else { return nil }
        hasZone = !rest.isEmpty
        self.isExact = isExact
    }

    /// Two digits, after a mark.
    private static func number(_ rest: inout ArraySlice<UInt8>, after mark: UInt8?) -> Int64? {
        if let mark {
            guard rest.first == mark else { return nil }
            rest = rest.dropFirst()
        }
        let digits = rest.prefix(2)
        guard digits.count == 2, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(2)
        return digits.reduce(0) { $0 * 10 + Int64($1) - 0x30 }
    }

    /// How far ahead of universal time, in minutes; none for an empty text.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int64? {
        guard let sign = text.first else { return 0 }
        if sign == UInt8(ascii: "Z") { return text.count == 1 ? 0 : nil }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        var rest = text.dropFirst()
        guard let hours = number(&rest, after: nil) else { return nil }
        let colon = UInt8(ascii: ":")
        guard let minutes = number(&rest, after: rest.first == colon ? colon : nil), rest.isEmpty, minutes < 60 else {
            return nil
        }
        let offset = hours * 60 + minutes
        guard offset <= 14 * 60 else { return nil }
        return sign == UInt8(ascii: "-") ? -offset : offset
    }

    /// An instant in universal time, to the millisecond or, where it needs that, the microsecond.
    static func text(_ time: Timestamp) -> String {
        let time = min(max(time, first), last)
        let within = time.microsecondsSince1970 - Timestamp(startOf: time.date).microsecondsSince1970
        let (seconds, micros) = within.quotientAndRemainder(dividingBy: 1_000_000)
        let isWhole = micros.isMultiple(of: 1_000)
        let clock = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { padded($0, to: 2) }.joined(separator: ":")
        let fraction = isWhole ? padded(micros / 1_000, to: 3) : padded(micros, to: 6)
        return "\(time.date)T\(clock).\(fraction)+00:00"
    }

    private static func padded(_ number: Int64, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: width - digits.count) + digits
    }
}
