public import QualityCore

extension QualityReport.Section {
    /// The section on exceptions from the rule on conflict of interest: each with its reason, or that there were none (*jävsundantag*).
    ///
    /// It names the record, the conflict, the reason, and the title and day of who allowed it; no person.
    ///
    /// - Parameters:
    ///   - exceptions: the exceptions of the records, of any time.
    ///   - period: the days of the report; exceptions allowed on them are listed.
    ///   - language: the language of the report.
    public static func conflictExceptions(
        _ exceptions: [ConflictException],
        during period: CalendarPeriod,
        language: Language
    ) -> QualityReport.Section {
        func text(_ swedish: String, _ english: String) -> String { LocalizedText(sv: swedish, en: english)(language) }
        let listed = exceptions.filter { period.contains($0.override.by.day) }
            .sorted { ($0.override.by.day, $0.record.id) < ($1.override.by.day, $1.record.id) }
        let rule = text(
            "Den som är inblandad i en händelse, eller underställd någon inblandad, utreder och beslutar inte.",
            "Someone involved in an event, or subordinate to someone involved, neither investigates nor decides."
        )
        let lead =
            listed.isEmpty
            ? text(
                "Inga undantag från det gjordes under perioden, enligt registret.",
                "No exceptions from this were made during the period, by the register."
            )
            : text(
                "Följande undantag gjordes, då ingen annan kunde utföra uppgiften utan dröjsmål:",
                "The following exceptions were made, as nobody else could do the task without delay:"
            )
        var blocks: [QualityReport.Block] = [.paragraph("\(rule) \(lead)")]
        if !listed.isEmpty {
            blocks.append(
                .list(
                    listed.map { exception in
                        let allowed = exception.override.by
                        return
                            "\(period: allowed.day.description), \(reference: exception.record.id): \(exception.conflict.label(language)). \(reference: exception.override.reason) (\(allowed.title))"
                    }
                )
            )
        }
        return QualityReport.Section(
            id: "javsundantag",
            title: text("Jävsundantag", "Exceptions from conflict of interest"),
            blocks: blocks
        )
    }
}
