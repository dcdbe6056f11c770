import QualityCore

/// A record whose structure one check judges, behind initialiser, act and decoder alike.
protocol CheckedRecord: QualityRecord {
    /// Refuses a value that no record of the kind may have, whatever the law.
    func checkStructure() throws(RuleViolation)
}

extension CheckedRecord {
    /// Changes the record by an act that neither breaks its structure nor adds a violation.
    mutating func change(
        under law: Law,
        _ act: (inout Self) throws(RuleViolation) -> Void
    ) throws(RuleViolation) {
        try perform(under: law) { (record: inout Self) throws(RuleViolation) in
            try act(&record)
            try record.checkStructure()
        }
    }

    func refusal(_ rule: String, _ field: String, sv: String, en: String) -> RuleViolation {
        RuleViolation(rule: rule, record: reference, field: field, message: LocalizedText(sv: sv, en: en))
    }

    /// Refuses an act that needs a fact which the source of the record never held.
    func require<Value>(
        _ fact: Stated<Value>,
        _ rule: String,
        _ field: String,
        under law: Law
    ) throws(RuleViolation) {
        if fact.value == nil, !law.suspends(rule, field: field) {
            throw refusal(rule, field, sv: "uppgiften krävs här och saknas", en: "the fact is needed here and missing")
        }
    }

    /// Refuses unless the condition holds.
    func ensure(
        _ condition: Bool,
        _ rule: String,
        _ field: String,
        sv: String,
        en: String
    ) throws(RuleViolation) {
        if !condition { throw refusal(rule, field, sv: sv, en: en) }
    }
}

extension RecordRule {
    /// A rule with its wording in two languages, judged on the record alone.
    init(
        _ id: String,
        _ field: String,
        sv: String,
        en: String,
        duty: Provision.Duty? = nil,
        on day: @escaping @Sendable (Record) -> CalendarDate? = { _ in nil },
        _ isBroken: @escaping @Sendable (Record) -> Bool
    ) {
        self.init(
            id,
            field: field,
            duty: duty,
            message: LocalizedText(sv: sv, en: en),
            selectedBy: day,
            isBroken: { record, _ in isBroken(record) }
        )
    }
}

extension String {
    /// Whether the text says nothing.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

extension Sequence where Element: Comparable {
    /// Whether no element is smaller than the one before it.
    var isAscending: Bool {
        var last: Element?
        for element in self {
            if let last, element < last { return false }
            last = element
        }
        return true
    }
}

extension Sequence<Int> {
    /// The sum of numbers that are not negative, at most the largest number there is.
    var cappedSum: Int {
        reduce(0) { sum, number in
            let (next, isTooLarge) = sum.addingReportingOverflow(number)
            return isTooLarge ? .max : next
        }
    }
}
