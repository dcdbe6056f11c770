import QualityCore

/// Reads the fields of one row as values and refuses it with the column and the rule where one has no sense.
struct RowReader {
    let row: CSVRow
    let record: RecordReference?

    func text(_ head: String) -> String {
        row.value(of: head) ?? ""
    }

    /// The text of a field that a source may lack or leave empty.
    func stated(_ head: String, source: String) -> Stated<String> {
        let text = text(head)
        return text.isEmpty ? .notStated(source: source) : .value(text)
    }

    func day(_ head: String) throws(RefusedRow) -> CalendarDate? {
        let text = text(head)
        guard !text.isEmpty else { return nil }
        guard let day = CalendarDate(text) else {
            throw refusal(
                head,
                "IMPORT-DATE",
                sv: "inte ett datum på formen ÅÅÅÅ-MM-DD",
                en: "not a date of the form YYYY-MM-DD"
            )
        }
        return day
    }

    func requiredDay(_ head: String) throws(RefusedRow) -> CalendarDate {
        guard let day = try day(head) else { throw missing(head) }
        return day
    }

    func time(_ head: String) throws(RefusedRow) -> TimeOfDay? {
        let text = text(head)
        guard !text.isEmpty else { return nil }
        guard let time = TimeOfDay(text.count == 4 ? "0" + text : text) else {
            throw refusal(
                head,
                "IMPORT-TIME",
                sv: "inte ett klockslag på formen TT:MM",
                en: "not a time of the form HH:MM"
            )
        }
        return time
    }

    func level(_ head: String) throws(RefusedRow) -> Int? {
        let text = text(head)
        guard !text.isEmpty else { return nil }
        guard let level = Int(text), (1...4).contains(level) else {
            throw refusal(head, "D-RSK-1", sv: "inte en nivå från 1 till 4", en: "not a level from 1 to 4")
        }
        return level
    }

    func list(_ head: String) -> [String] {
        text(head).split(separator: "|").map { $0.trimmed }.filter { !$0.isEmpty }
    }

    /// The case whose Swedish label the field holds, letters of either case alike; `nil` for an empty field.
    func choice<Choice: CaseIterable & Labelled>(
        _ head: String,
        of type: Choice.Type,
        synonyms: [String: Choice] = [:]
    ) throws(RefusedRow) -> Choice? {
        let text = text(head).lowercased()
        guard !text.isEmpty else { return nil }
        if let choice = synonyms[text] ?? Choice.allCases.first(where: { $0.label.swedish.lowercased() == text }) {
            return choice
        }
        let swedish = Choice.allCases.map(\.label.swedish).joined(separator: ", ")
        throw refusal(head, "IMPORT-VALUE", sv: "inte något av: \(swedish)", en: "none of: \(swedish)")
    }

    func missing(_ head: String) -> RefusedRow {
        refusal(
            head,
            "IMPORT-MISSING",
            sv: "uppgiften krävs men fältet är tomt",
            en: "required, but the field is empty"
        )
    }

    func refusal(_ head: String, _ rule: String, sv swedish: String, en english: String) -> RefusedRow {
        RefusedRow(
            file: row.file,
            line: row.line,
            record: record,
            column: head,
            rule: rule,
            message: LocalizedText(sv: swedish, en: english)
        )
    }
}

extension Substring {
    var trimmed: String {
        var text = self
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
