import Foundation
import QualityManagement

/// Shows on the terminal how far the import has come, and what became of the rows.
struct Progress {
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let language: Language

    init(_ language: Language) {
        self.language = language
    }

    /// Shows a kind of record with a bar while it is being saved; a file or a pipe gets no half-finished lines.
    func show(_ kind: RecordKind, _ settled: Int, of count: Int) {
        guard isTerminal, count > 0 else { return }
        let filled = settled * 24 / count
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        print("\r  \(name(kind)) \(bar) \(settled)/\(count)", terminator: settled == count ? "\r\u{1B}[K" : "")
    }

    /// Says how many rows were taken and refused, and why.
    func conclude(_ imports: [ImportSummary]) {
        for summary in imports {
            guard summary.hasFile else {
                line("  \(name(summary.kind)) \(text("ingen fil", "no file"))")
                continue
            }
            let taken = "\(summary.rowsTaken) \(text("rader mottagna", "rows taken"))"
            let refused = "\(summary.refused.count) \(text("avvisade", "refused"))"
            let outcome = summary.outcome
            let saved =
                "\(outcome.created) \(text("nya", "new")), \(outcome.updated) \(text("ändrade", "changed")), "
                + "\(outcome.unchanged) \(text("oförändrade", "unchanged"))"
            line("  \(name(summary.kind)) \(taken), \(refused); \(text("poster", "records")): \(saved)")
            if outcome.notInImport > 0 {
                line(
                    "    \(outcome.notInImport) \(text("poster i registret finns inte i filerna", "records of the register are not in the files"))"
                )
            }
            for row in summary.refused.prefix(5) {
                let place = row.line.map { "\(row.file):\($0)" } ?? row.file
                let column = row.column.map { " \($0)" } ?? ""
                line("    \(place)\(column): \(row.message(language)) [\(row.rule)]")
            }
            if summary.refused.count > 5 {
                line("    … \(text("alla står i", "all stand in")) tables/refused-rows.csv")
            }
        }
    }

    func say(_ words: String) {
        line(words)
    }

    func text(_ swedish: String, _ english: String) -> String {
        LocalizedText(sv: swedish, en: english)(language)
    }

    private func name(_ kind: RecordKind) -> String {
        let name =
            switch kind {
            case Deviation.kind: text("avvikelser", "deviations")
            case Complaint.kind: text("synpunkter", "viewpoints")
            default: "Lex Sarah"
            }
        return name + String(repeating: " ", count: max(0, 11 - name.count))
    }

    private func print(_ words: String, terminator: String) {
        FileHandle.standardError.write(Data((words + terminator).utf8))
    }

    private func line(_ words: String) {
        print(words, terminator: "\n")
    }
}
