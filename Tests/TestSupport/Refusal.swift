package import QualityCore

/// The rule, record and field of a refusal, without its wording.
package struct Refusal: Hashable, Sendable, CustomStringConvertible {
    package let rule: String
    package let field: String

    package init(_ rule: String, _ field: String) {
        self.rule = rule
        self.field = field
    }

    package init(_ violation: RuleViolation) {
        self.init(violation.rule, violation.field)
    }

    package var description: String { "\(rule) \(field)" }
}

/// How an act was refused; `nil` when it was accepted or failed in another way.
package func refusal(_ act: () throws -> Void) -> Refusal? {
    do {
        try act()
        return nil
    } catch let violation as RuleViolation {
        return Refusal(violation)
    } catch {
        return nil
    }
}

/// A day that the test writes as text.
package func day(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no day") }
    return date
}
