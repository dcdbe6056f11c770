import AnnualReport
import QualityManagement
import QualitySamples
import TestSupport
import Testing

/// Without one row, exactly the figures that count it change, by one.
struct RemovedRowTests {
    private static let seed: UInt64 = 20_201_121
    private static let rowCount = TestSize.isFull ? 30 : 10

    @Test("without one row, exactly the counts that hold it change, and each by one", .long)
    func eachRowCountsOnce() async throws {
        print("removed rows: seed \(Self.seed), \(Self.rowCount) rows")
        let facts = try ReportRun.bundledFacts()
        let whole = try await ReportRun(facts: facts)
        var generator = SeededGenerator(seed: Self.seed)
        let files = ReportRun.bundled.keys.sorted()
        for number in 0..<Self.rowCount {
            let name = files[number % files.count]
            let lines = try #require(ReportRun.bundled[name])
            let position = 1 + Int(generator.next() % UInt64(lines.count - 1))
            var changed = ReportRun.bundled
            changed[name]?.remove(at: position)
            let without = try await ReportRun(changed, facts: facts)
            #expect(Set(without.figures.keys) == Set(whole.figures.keys))
            let expected = try Self.figures(counting: lines[position], of: name, among: lines)
            let comment: Comment = "row \(position + 1) of \(name)"
            var found: Set<String> = []
            for id in whole.figures.keys where whole.figures[id]?.value != without.figures[id]?.value {
                guard let figure = whole.figures[id], !["percent", "rate"].contains(figure.unit) else { continue }
                let before = try #require(whole.number(id))
                let after = try #require(without.number(id))
                #expect(before - after == (id.hasSuffix(".difference") ? -1 : 1), "\(comment): \(id)")
                if !id.hasPrefix("reconciliation") { found.insert(id) }
            }
            #expect(found == expected, comment)
        }
    }

    /// The figures that count a row, by the fields of the row alone.
    private static func figures(counting line: String, of name: String, among lines: [String]) throws -> Set<String> {
        let heads = lines[0].drop { $0 == "\u{FEFF}" }.split(separator: ";", omittingEmptySubsequences: false)
        let fields = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        let row = Dictionary(uniqueKeysWithValues: zip(heads.map(String.init), fields))
        func field(_ head: String) throws -> String { try #require(row[head]) }
        let operation = try field("Verksamhet")
        let operations = operation.hasPrefix("VoO-") ? ["VoO", operation] : [operation]
        if name.hasPrefix("deviations") {
            let day = try field("Händelsedatum")
            let year = day.prefix(4)
            let filed = try #require(deviationCodes[field("Kategori")])
            var expected = Set(operations.map { "deviations.operation.\($0).\(year)" })
            expected.formUnion([
                "deviations.total.\(year)", "deviations.category.\(filed).\(year)", "import.deviation.read",
                "import.deviation.taken", "import.deviation.records",
            ])
            if year >= "2019" { expected.insert("deviations.month.\(day.prefix(7))") }
            let moves = try field("Rubrik") == "Ej signerat inom tidsspann"
            if moves { expected.insert("deviations.moved.brukarfragor.ej-signerat.\(year)") }
            let recoded = moves ? "lakemedel" : filed
            if ["lakemedel", "brukarfragor"].contains(recoded) {
                expected.insert("deviations.category@2021.\(recoded).\(year)")
            }
            return expected
        }
        if name.hasPrefix("complaints") {
            let kind = try #require(
                ["Beröm": "praise", "Förslag": "suggestion", "Missnöje": "dissatisfaction"][field("Typ")]
            )
            let category = try #require(complaintCodes[field("Kategori")])
            var expected: Set = [
                "viewpoints.\(kind).\(category).2020", "viewpoints.kind.\(kind).2020",
                "viewpoints.category.\(category).2020", "viewpoints.total.2020", "import.complaint.read",
                "import.complaint.taken",
            ]
            if lines.count(where: { $0.hasPrefix(fields[0] + ";") }) == 1 {
                expected.formUnion(["submissions.total.2020", "import.complaint.records"])
                if try field("Kanal") == "Avvikelsesystemet" { expected.insert("submissions.deviationSystem.2020") }
            }
            return expected
        }
        let year = try field("Rapporterad").prefix(4)
        var expected = Set(operations.map { "lexSarah.operation.\($0).\(year)" })
        expected.formUnion([
            "lexSarah.total.\(year)", "import.lexSarahCase.read", "import.lexSarahCase.taken",
            "import.lexSarahCase.records",
        ])
        if year == "2020" {
            for category in try field("Kategorier").split(separator: "|") {
                expected.insert("lexSarah.category.\(try #require(lexSarahCodes[String(category)])).2020")
            }
            expected.insert("lexSarah.degree.\(try #require(degrees[field("Bedömning")])).2020")
            if try !field("Anmäld till IVO").isEmpty { expected.insert("lexSarah.notified.2020") }
        }
        return expected
    }

    private static let deviationCodes = [
        "Fall": "fall", "Läkemedel": "lakemedel", "Medicintekniska produkter": "mtp",
        "Vårdkedjeproblematik": "vardkedja", "Vårdtagare-/brukarfrågor": "brukarfragor", "Smitta": "smitta",
    ]
    private static let complaintCodes = [
        "Tillgänglighet": "tillganglighet", "Yrkeskunnande": "yrkeskunnande", "Bemötande": "bemotande",
        "Information": "information", "Politiskt ärende": "politiskt", "Övrigt": "ovrigt", "Färdtjänst": "fardtjanst",
    ]
    private static let lexSarahCodes = [
        "Fysiskt/sexuellt övergrepp (mellan brukare)": "overgrepp-brukare", "Brister i rättssäkerhet": "rattssakerhet",
        "Brister i bemötande": "bemotande", "Brister i utförande av insats": "insats",
        "Brister i fysisk miljö": "fysisk-miljo", "Ekonomiskt övergrepp": "ekonomiskt",
        "Fysiskt övergrepp (personal-brukare)": "overgrepp-personal", "Övrigt": "ovrigt",
    ]
    private static let degrees = [
        "Missförhållande": "misconduct", "Ej missförhållande": "noMisconduct", "Allvarligt missförhållande": "serious",
    ]
}
