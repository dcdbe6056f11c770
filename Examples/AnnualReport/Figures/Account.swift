import QualityManagement

/// All that the report of one year is written from: the records as tables, the facts, and every figure worked out.
struct Account {
    let year: Int
    let language: Language
    let board: Board
    let facts: Facts?
    let imports: [ImportSummary]
    let unrecognisedFiles: [String]
    let position: Int
    /// The exceptions from the rule on conflict of interest, of any year.
    let conflictExceptions: [ConflictException]
    /// The version of the classification that deviations are shown under.
    let version: ClassificationVersion
    /// The version that deviations of the year were filed under.
    let filedVersion: ClassificationVersion
    let deviations: RecordSet
    let cancelledDeviations: RecordSet
    let complaints: RecordSet
    let lexSarah: RecordSet
    private(set) var book = FigureBook()

    init(
        year: Int,
        language: Language,
        board: Board,
        input: InputFolder,
        imports: [ImportSummary],
        register: Register,
        classification: String?
    ) async throws {
        self.year = year
        self.language = language
        self.board = board
        facts = input.facts
        self.imports = imports
        unrecognisedFiles = input.unrecognised
        position = try await register.position()
        conflictExceptions = try await register.conflictExceptions()
        let classifications = board.classifications.deviations
        guard let lastDay = CalendarPeriod(year: year)?.last else { throw Publication.Fault.noSuchYear }
        filedVersion = classifications.version(on: lastDay)
        if let classification {
            guard let version = classifications[version: classification] else {
                throw Publication.Fault.noSuchClassification(known: classifications.versions.map(\.id))
            }
            self.version = version
        } else {
            version = filedVersion
        }
        let events = try await register.facts(of: Deviation.kind)
        let cancelled = DeviationPhase.cancelled.rawValue
        deviations = try RecordSet(
            events.filter { $0.status != cancelled },
            countedBy: .occurred,
            dimensions: [.category],
            covering: events
        )
        cancelledDeviations = try RecordSet(
            events.filter { $0.status == cancelled },
            countedBy: .occurred,
            dimensions: [],
            covering: events
        )
        complaints = try RecordSet(
            await register.facts(of: Complaint.kind).filter { $0.status != ComplaintPhase.cancelled.rawValue },
            countedBy: .reported,
            dimensions: [.category, .viewpointKind, .channel]
        )
        lexSarah = try RecordSet(
            await register.facts(of: LexSarahCase.kind),
            countedBy: .reported,
            dimensions: [.category, .degree, .notification]
        )
        addDeviationFigures()
        addComplaintFigures()
        addLexSarahFigures()
        addFactFigures()
    }

    /// A text in the language of the report.
    func text(_ swedish: String, _ english: String) -> String {
        LocalizedText(sv: swedish, en: english)(language)
    }

    /// The name of a category, listed or not, and of the lack of one.
    func name(of key: CountAxis.Key, in versions: [ClassificationVersion]) -> String {
        switch key {
        case .code(let code):
            if let listed = versions.lazy.compactMap({ $0[code] }).first { return listed.label(language) }
            return text("Okänd kategori", "Unknown category") + ": " + (code.unlistedName ?? code.rawValue)
        case .unit(let id):
            if let node = board.organisation[id] { return node.name }
            if let parent = id.unlistedParent {
                return parent.rawValue + text(", utan angiven verksamhet", ", no operation stated")
            }
            return text("Okänd verksamhet", "Unknown operation") + ": " + (id.unlistedName ?? id.rawValue)
        default:
            return text("Kategori ej angiven", "No category stated")
        }
    }

    /// The id of a key as it stands in the ids of figures.
    func id(of key: CountAxis.Key) -> String {
        switch key {
        case .code(let code): code.rawValue
        case .unit(let unit): unit.rawValue
        case .year(let year): String(year)
        case .period(let period): period.description
        case .month(let month): month < 10 ? "0\(month)" : String(month)
        case .unstated: "unstated"
        }
    }

    /// The figure with an id; an absent one where neither the register nor the facts give it.
    func figure(_ id: String) -> QualityReport.Figure {
        book[id]
            ?? QualityReport.Figure(
                id: id,
                value: .absent(reason: text("uppgift saknas", "no figure")),
                unit: .count,
                definition: text("Uppgift saknas", "No figure"),
                period: String(year)
            )
    }

    mutating func add(
        _ id: String,
        _ value: QualityReport.Figure.Value,
        _ unit: QualityReport.FigureUnit,
        _ definition: String,
        period: String,
        query: String? = nil
    ) {
        book.add(
            QualityReport.Figure(
                id: id,
                value: value,
                unit: unit,
                definition: definition,
                period: period,
                source: query.map { QualityReport.Source(query: $0, position: position) }
            )
        )
    }

    /// A count of a year: absent where the register covers nothing of the year.
    func value(_ count: Int, in set: RecordSet, _ year: Int) -> QualityReport.Figure.Value {
        guard set.covers(year) else {
            return .absent(
                reason: text("registret har inga poster för året", "the register holds no records of the year")
            )
        }
        return .integer(count)
    }

    /// A share in whole percent: absent where there is nothing to have a share of.
    func share(_ part: Int, of whole: Int) -> QualityReport.Figure.Value {
        Percentage.rounded(part, of: whole).map(QualityReport.Figure.Value.integer)
            ?? .absent(reason: text("inget att beräkna andelen av", "nothing to have a share of"))
    }

    /// Where a record's unit counts: on every node above it, or on its own code when the organisation knows none.
    ///
    /// What stands on the board or an area itself counts on a place of its own below it too, so that levels add up.
    var unitsWithAllLevels: CountAxis {
        let organisation = board.organisation
        return .units { id in
            let path = organisation.path(from: id)
            guard let own = path.first else { return [id] }
            let ownPlace = own.level < .operation ? [OrganisationUnitID(unlisted: "", under: own.id)] : []
            return ownPlace + path.map(\.id)
        }
    }

    /// The nodes to show in a table by operation, each with its depth, and those that no list knows.
    func operations(in tables: [CrossTable]) -> [(key: CountAxis.Key, name: String, depth: Int)] {
        let organisation = board.organisation
        let counted = Set(tables.flatMap(\.rows))
        var shown: [(CountAxis.Key, String, Int)] = []
        func visit(_ id: OrganisationUnitID, depth: Int) {
            for node in organisation.children(of: id) where node.level < .unit {
                shown.append((.unit(node.id), node.id.rawValue, depth))
                visit(node.id, depth: depth + 1)
            }
            let own = CountAxis.Key.unit(OrganisationUnitID(unlisted: "", under: id))
            if counted.contains(own) { shown.append((own, name(of: own, in: []), depth)) }
        }
        visit(organisation.board.id, depth: 0)
        var unknown: [CountAxis.Key] = []
        for key in tables.flatMap(\.rows) {
            if case .unit(let id) = key, organisation[id.unlistedParent ?? id] == nil, !unknown.contains(key) {
                unknown.append(key)
            }
        }
        return shown + unknown.map { ($0, name(of: $0, in: []), 0) }
    }
}
