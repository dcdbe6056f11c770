extension RecurrenceRule {
    /// Reads a rule as RFC 5545 writes it, such as `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1`.
    ///
    /// Parts stand in any order and in letters of either case; one semicolon may end the rule.
    ///
    /// - Throws: ``RecurrenceError`` that names the first part that is wrong.
    public init(_ text: String) throws(RecurrenceError) {
        var values: [RecurrenceError.Part: String] = [:]
        var parts = text.split(separator: ";", omittingEmptySubsequences: false)
        if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, let name = RecurrenceError.Part(rawValue: pair[0].uppercased()), name != .rule
            else { throw RecurrenceError(.malformed, in: .rule) }
            guard values.updateValue(pair[1].uppercased(), forKey: name) == nil else {
                throw RecurrenceError(.repeated, in: name)
            }
        }
        let offered: Set<RecurrenceError.Part> = [
            .frequency, .interval, .count, .until, .weekdays, .monthDays, .months, .positions, .weekStart,
        ]
        if let other = RecurrenceError.Part.allCases.first(where: { values[$0] != nil && !offered.contains($0) }) {
            throw RecurrenceError(.unsupported, in: other)
        }
        try self.init(
            Self.frequency(values[.frequency]),
            every: values[.interval].map { value throws(RecurrenceError) in try Self.number(value, in: .interval) }
                ?? 1,
            end: Self.end(count: values[.count], until: values[.until]),
            weekdays: Self.list(values[.weekdays]).map { value throws(RecurrenceError) in try Self.weekday(value) },
            monthDays: Self.numbers(values[.monthDays], in: .monthDays),
            months: Self.list(values[.months]).map { value throws(RecurrenceError) in
                try Self.number(value, in: .months)
            },
            positions: Self.numbers(values[.positions], in: .positions),
            weekStart: Self.weekStart(values[.weekStart])
        )
    }

    private static func frequency(_ text: String?) throws(RecurrenceError) -> Frequency {
        guard let text else { throw RecurrenceError(.missing, in: .frequency) }
        if let frequency = Frequency(rawValue: text) { return frequency }
        let isKnown = ["HOURLY", "MINUTELY", "SECONDLY"].contains(text)
        throw RecurrenceError(isKnown ? .unsupported : .malformed, in: .frequency)
    }

    private static func end(count: String?, until: String?) throws(RecurrenceError) -> End {
        if count != nil, until != nil { throw RecurrenceError(.contradictory, in: .until) }
        if let count { return .count(try number(count, in: .count)) }
        guard let until else { return .never }
        guard let moment = RecurrenceMoment(until) else { throw RecurrenceError(.malformed, in: .until) }
        return .until(moment)
    }

    private static func weekStart(_ text: String?) throws(RecurrenceError) -> Weekday {
        guard let text else { return .monday }
        guard let weekday = Weekday(rawValue: text) else { throw RecurrenceError(.malformed, in: .weekStart) }
        return weekday
    }

    private static func weekday(_ text: Substring) throws(RecurrenceError) -> OrdinalWeekday {
        guard let weekday = Weekday(rawValue: String(text.suffix(2))) else {
            throw RecurrenceError(.malformed, in: .weekdays)
        }
        let prefix = text.dropLast(2)
        guard !prefix.isEmpty else { return OrdinalWeekday(weekday) }
        guard let numbered = OrdinalWeekday(try signed(prefix, in: .weekdays), weekday) else {
            throw RecurrenceError(.outOfRange, in: .weekdays)
        }
        return numbered
    }

    private static func list(_ text: String?) -> [Substring] {
        text?.split(separator: ",", omittingEmptySubsequences: false) ?? []
    }

    private static func numbers(
        _ text: String?,
        in part: RecurrenceError.Part
    ) throws(RecurrenceError) -> [Int] {
        try list(text).map { value throws(RecurrenceError) in try signed(value, in: part) }
    }

    private static func signed(_ text: Substring, in part: RecurrenceError.Part) throws(RecurrenceError) -> Int {
        switch text.first {
        case "-": -(try number(text.dropFirst(), in: part))
        case "+": try number(text.dropFirst(), in: part)
        default: try number(text, in: part)
        }
    }

    private static func number(
        _ text: some StringProtocol,
        in part: RecurrenceError.Part
    ) throws(RecurrenceError) -> Int {
        guard !text.isEmpty, text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            throw RecurrenceError(.malformed, in: part)
        }
        guard let number = Int(text) else { throw RecurrenceError(.outOfRange, in: part) }
        return number
    }
}

extension RecurrenceRule: CustomStringConvertible {
    /// The rule as RFC 5545 writes it, its parts in one fixed order.
    public var description: String {
        var parts = ["FREQ=\(frequency.rawValue)"]
        if interval != 1 { parts.append("INTERVAL=\(interval)") }
        switch end {
        case .never: break
        case .count(let count): parts.append("COUNT=\(count)")
        case .until(let moment): parts.append("UNTIL=\(moment)")
        }
        let lists: [(name: String, values: [String])] = [
            ("BYMONTH", months.map(String.init)), ("BYMONTHDAY", monthDays.map(String.init)),
            ("BYDAY", weekdays.map { ($0.ordinal.map(String.init) ?? "") + $0.weekday.rawValue }),
            ("BYSETPOS", positions.map(String.init)),
        ]
        for list in lists where !list.values.isEmpty {
            parts.append("\(list.name)=\(list.values.joined(separator: ","))")
        }
        if weekStart != .monday { parts.append("WKST=\(weekStart.rawValue)") }
        return parts.joined(separator: ";")
    }
}

extension RecurrenceRule: Codable {
    /// Decodes the stored form; refuses what the initialiser refuses.
    public init(from decoder: any Decoder) throws {
        try self.init(decoder.singleValueContainer().decode(String.self))
    }

    /// Encodes the stored form, the text of RFC 5545.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
