public import QualityCore

extension UnexecutedDecision {
    /// From which day the months are counted (*ej verkställt eller avbrutet*). Closed.
    public enum Origin: Hashable, Sendable, Codable {
        /// The decision was never carried out: the day of the decision.
        case notCarriedOut(decided: CalendarDate)
        /// It was carried out, in whole or in part, and interrupted: both days.
        case interrupted(decided: CalendarDate, interrupted: CalendarDate)

        /// The day of the decision.
        public var decided: CalendarDate {
            switch self {
            case .notCarriedOut(let decided), .interrupted(let decided, _): decided
            }
        }

        /// The day from which the months are counted, which also selects the provision.
        public var countedFrom: CalendarDate {
            switch self {
            case .notCarriedOut(let decided): decided
            case .interrupted(_, let interrupted): interrupted
            }
        }

        /// The group of the statistics that the decision belongs to.
        public var group: Group {
            switch self {
            case .notCarriedOut: .notCarriedOut
            case .interrupted: .interrupted
            }
        }
    }

    /// The two groups of the statistics (*grupp*). Closed.
    public enum Group: String, Hashable, Sendable, Codable, CaseIterable {
        /// Never carried out (*ej verkställt*).
        case notCarriedOut
        /// Interrupted and not carried out anew (*avbrott i verkställighet*).
        case interrupted
    }

    /// Who reports the decision (*rapporterande kommun*). Closed.
    public enum Reporter: Hashable, Sendable, Codable {
        /// The municipality that made the decision.
        case deciding
        /// The municipality of stay, asked by the home municipality on a day (*vistelsekommun*).
        case ofStay(requested: CalendarDate)
    }

    /// Why a decision is not carried out (*skäl till dröjsmål*).
    public struct DelayReason: Hashable, Sendable, Codable {
        /// The reason from the board's list.
        public let code: CategoryCode
        /// The reason in brief; may hold personal data.
        public let text: String
        /// The day when it was noted.
        public let day: CalendarDate

        /// A reason for delay.
        public init(_ code: CategoryCode, text: String, on day: CalendarDate) {
            self.code = code
            self.text = text
            self.day = day
        }

        /// The person declined an offer; it closes nothing (*tackat nej till erbjudande*).
        public static let declinedOffer: CategoryCode = "declinedOffer"
        /// The person asked for a pause; it closes nothing (*paus på egen begäran*).
        public static let pauseAtOwnRequest: CategoryCode = "pauseAtOwnRequest"
        /// There is no place, home or dwelling to offer (*resursbrist*).
        public static let lackOfResources: CategoryCode = "lackOfResources"
    }

    /// An offer made to the person (*erbjudande*).
    public struct Offer: Hashable, Sendable, Codable {
        /// The day of the offer.
        public let day: CalendarDate
        /// Whether it was declined; `nil` while there is no answer.
        public let isDeclined: Bool?

        /// An offer.
        public init(on day: CalendarDate, isDeclined: Bool?) {
            self.day = day
            self.isDeclined = isDeclined
        }
    }

    /// How a decision left the reports (*avslut*).
    public struct Closing: Hashable, Sendable, Codable {
        /// What ends the reporting. Closed: the ends of D-EVB-2, and nothing else.
        public enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
            /// It was carried out (*verkställt*).
            case executed
            /// It ended at the person's request (*avslutat på egen begäran*).
            case endedAtRequest
            /// Another decision replaced it (*ersatt av nytt beslut*).
            case replaced
            /// The person died (*avliden*).
            case died
            /// The person moved (*flyttat*).
            case moved
        }

        /// What ended it.
        public let ground: Ground
        /// The day when it ended.
        public let day: CalendarDate

        /// An end on a day.
        public init(_ ground: Ground, on day: CalendarDate) {
            self.ground = ground
            self.day = day
        }
    }

    /// A report as sent (*rapport*).
    public struct SentReport: Hashable, Sendable, Codable {
        /// What a report told. Closed.
        public enum Content: Hashable, Sendable, Codable {
            /// That the decision was not carried out in a quarter.
            case quarter(Quarter)
            /// The day when it was carried out.
            case execution
        }

        /// What it told.
        public let content: Content
        /// Who got it.
        public let receiver: Receiver
        /// The day when it was sent.
        public let day: CalendarDate

        /// A report as sent.
        public init(_ content: Content, to receiver: Receiver, on day: CalendarDate) {
            self.content = content
            self.receiver = receiver
            self.day = day
        }
    }

    /// Who gets reports of single decisions (*mottagare*). Closed.
    public enum Receiver: String, Hashable, Sendable, Codable, CaseIterable {
        /// The supervisory authority (*Inspektionen för vård och omsorg*).
        case authority
        /// The auditors of the municipality (*revisorerna*).
        case auditors
        /// The council, of the municipality of stay alone (*fullmäktige*).
        case council
    }

    /// A quarter of a calendar year (*kvartal*).
    public struct Quarter: Hashable, Sendable, Codable, Comparable {
        /// The year, 1 to 9999.
        public let year: Int
        /// The quarter, 1 to 4.
        public let number: Int
        /// The days of the quarter.
        public let period: CalendarPeriod

        /// A quarter, or `nil` when there is no such one.
        public init?(year: Int, number: Int) {
            guard (1...4).contains(number),
                let first = CalendarPeriod(year: year, month: number * 3 - 2),
                let last = CalendarPeriod(year: year, month: number * 3),
                let period = CalendarPeriod(first: first.first, last: last.last)
            else { return nil }
            self.year = year
            self.number = number
            self.period = period
        }

        /// The quarter that a day lies in.
        public init(containing day: CalendarDate) {
            let number = (day.month + 2) / 3
            guard let quarter = Quarter(year: day.year, number: number) else {
                preconditionFailure("every day lies in a quarter")
            }
            self = quarter
        }

        /// The quarter after; `nil` after the last that can be expressed.
        public var next: Quarter? {
            number == 4 ? Quarter(year: year + 1, number: 1) : Quarter(year: year, number: number + 1)
        }

        /// Orders from the first to the last.
        public static func < (left: Quarter, right: Quarter) -> Bool {
            (left.year, left.number) < (right.year, right.number)
        }

        /// Decodes the stored form; refuses what the initialiser refuses.
        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            let year = try container.decode(Int.self, forKey: .year)
            guard let quarter = Quarter(year: year, number: try container.decode(Int.self, forKey: .number)) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .number,
                    in: container,
                    debugDescription: "no such quarter"
                )
            }
            self = quarter
        }

        /// Encodes year and number.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(year, forKey: .year)
            try container.encode(number, forKey: .number)
        }

        private enum CodingKeys: String, CodingKey { case year, number }
    }
}
