import QualityCore
import TestSupport

/// A record that a test builds, with the identity that it writes as text.
func identity<Record>(_ text: String, of type: Record.Type = Record.self) -> RecordID<Record> {
    guard let id = RecordID<Record>(text) else { preconditionFailure("\(text) is no identity") }
    return id
}

/// The days between two that the test writes as text.
func days(_ first: String, _ last: String) -> CalendarPeriod {
    guard let period = CalendarPeriod(first: day(first), last: day(last)) else { preconditionFailure("no period") }
    return period
}

/// Someone's signature on a day that the test writes as text.
func signed(_ person: PersonReference, _ date: String) -> Signature {
    Signature(person, title: "enhetschef", on: day(date))
}

/// A day that the test writes as text, where `day` is a property.
func dated(_ text: String) -> CalendarDate { day(text) }
