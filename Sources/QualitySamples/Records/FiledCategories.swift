import QualityCore

/// The categories of one version that a record can be filed under, with what is missing or misspelt at times.
struct FiledCategories {
    private let leaves: WeightedChoice<CategoryCode>
    private let tops: [CategoryCode]

    /// Headings before categories without any; how common each is, is drawn.
    init(_ version: ClassificationVersion, _ random: inout SeededGenerator) {
        let parents = Set(version.categories.compactMap(\.parent))
        leaves = WeightedChoice(
            version.categories.filter { !parents.contains($0.id) }.map { ($0.id, 10 + random.draw(below: 60)) }
        )
        tops = version.topCategories.map(\.id)
    }

    func listed(_ random: inout SeededGenerator) -> CategoryCode {
        leaves.draw(&random)
    }

    func draw(_ random: inout SeededGenerator) -> Stated<CategoryCode> {
        switch random.draw(below: 200) {
        case 0..<3: .notStated(source: SampleTexts.oldSystem)
        case 3..<5: .value(CategoryCode(unlisted: random.pick(SampleTexts.unlistedNames)))
        case 5..<7:
            .value(CategoryCode(unlisted: random.pick(SampleTexts.unlistedNames), under: random.pick(tops)))
        case 7..<12: .value(random.pick(tops))
        default: .value(leaves.draw(&random))
        }
    }
}

/// Numbers records as a source system does, `avv:AVV-2024-00017`, anew each year.
struct Numbering<Record: QualityRecord> {
    let source: String
    let prefix: String
    private var year = 0
    private var count = 0

    init(source: String, prefix: String) {
        self.source = source
        self.prefix = prefix
    }

    mutating func next(in year: Int) -> RecordID<Record> {
        count = year == self.year ? count + 1 : 1
        self.year = year
        let digits = String(count)
        let key = "\(prefix)-\(year)-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
        guard let id = RecordID<Record>(source: source, key: key) else {
            preconditionFailure("an identity of letters and digits is always one")
        }
        return id
    }
}
