import Complaints
import Deviations
import LexSarah
import QualityCore
import QualitySamples
import TestSupport
import Testing

@Suite("A sample register")
struct SampleRegisterTests {
    @Test("is the same for the same seed and another for another", arguments: Seeds.some(2))
    func deterministic(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed)
        #expect(register == (try SampleRegister(seed: seed)))
        let other = try SampleRegister(seed: seed &+ 1)
        #expect(register.deviations != other.deviations && register.complaints != other.complaints)
        #expect(register.lexSarahCases != other.lexSarahCases)
    }

    @Test("of seed 1 is the same on every platform and in every release")
    func golden() throws {
        let register = try SampleRegister(seed: 1, deviations: 300, complaints: 100, lexSarahCases: 50)
        var hash = FNV()
        for record in register.deviations {
            hash.add("\(record.id) \(record.unit) \(record.reported) \(record.phase.rawValue)")
            hash.add(record.category.value?.rawValue ?? "")
            hash.add(record.account.value ?? "")
        }
        for record in register.complaints {
            hash.add("\(record.id) \(record.unit) \(record.received) \(record.viewpoints.map(\.kind.rawValue))")
        }
        for record in register.lexSarahCases {
            hash.add("\(record.id) \(record.unit) \(record.reported) \(record.categories.map(\.rawValue))")
            hash.add(record.decision?.motivation.value ?? "")
        }
        #expect(hash.value == 4_046_584_276_639_980_972)
    }

    @Test("leaves one kind as it is when another grows", arguments: Seeds.some(2))
    func independentKinds(seed: UInt64) throws {
        let small = try SampleRegister(seed: seed, deviations: 10, complaints: 200, lexSarahCases: 30)
        let large = try SampleRegister(seed: seed, deviations: 500, complaints: 200, lexSarahCases: 60)
        #expect(small.complaints == large.complaints)
        #expect(small.organisation == large.organisation)
    }

    @Test("has as many records as asked for, each with an identity of its own", arguments: [0, 1, 7, 1_500])
    func sizes(count: Int) throws {
        let register = try SampleRegister(seed: 5, deviations: count, complaints: count, lexSarahCases: count)
        #expect(Set(register.deviations.map(\.id)).count == count)
        #expect(Set(register.complaints.map(\.id)).count == count)
        #expect(Set(register.lexSarahCases.map(\.id)).count == count)
    }

    @Test(
        "lies within its period, also one of a single day",
        arguments: [
            ("2024-02-29", "2024-02-29"), ("2020-01-01", "2024-12-31"), ("0001-01-01", "0001-02-01"),
            ("9999-12-01", "9999-12-31"),
        ]
    )
    func period(first: String, last: String) throws {
        let period = try #require(CalendarPeriod(first: day(first), last: day(last)))
        let register = try SampleRegister(seed: 3, period: period, deviations: 400, complaints: 100, lexSarahCases: 50)
        #expect(register.deviations.compactMap(\.occurred.firstDay).allSatisfy(period.contains))
        #expect(register.complaints.map(\.received).allSatisfy(period.contains))
        #expect(register.lexSarahCases.map(\.reported).allSatisfy(period.contains))
    }

    @Test(
        "shows every phase, degree, kind and kind of time",
        .requirement("D-DEV-5", "D-LXS-5"),
        arguments: Seeds.some(4)
    )
    func variety(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed)
        #expect(Set(register.deviations.map(\.phase)) == Set(DeviationPhase.allCases))
        #expect(Set(register.lexSarahCases.compactMap { $0.decision?.degree }) == Set(MisconductDegree.allCases))
        #expect(register.lexSarahCases.contains { $0.decision == nil })
        #expect(Set(register.complaints.flatMap { $0.viewpoints.map(\.kind) }) == Set(ViewpointKind.allCases))
        #expect(register.complaints.contains { $0.viewpoints.count > 1 })
        #expect(register.complaints.contains { $0.answered == nil })
        #expect(register.lexSarahCases.contains { $0.categories.count > 1 })
        #expect(register.deviations.contains { $0.occurred == .unknown })
        #expect(register.deviations.contains { if case .period(_, nil) = $0.occurred { true } else { false } })
    }

    @Test("has gaps and unlisted categories, each in a small share", .requirement("D-LAW-5"), arguments: Seeds.some(4))
    func gaps(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 4_000)
        let gaps: [(String, (Deviation) -> Bool)] = [
            ("legal bases", { $0.legalBases.value == nil }), ("category", { $0.category.value == nil }),
            ("account", { $0.account.value == nil }), ("immediate action", { $0.immediateAction.value == nil }),
            ("unlisted", { $0.category.value?.unlistedName != nil }), ("risk", { $0.risk?.value == nil }),
        ]
        for (name, isGap) in gaps {
            let share = register.deviations.count(where: isGap)
            #expect((4...800).contains(share), "\(name): \(share) of 4,000")
        }
    }

    @Test(
        "holds what newer records hold, with gaps in a small share",
        .requirement("D-DEV-2"),
        arguments: Seeds.some(2)
    )
    func details(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 2_000, complaints: 500, lexSarahCases: 200)
        let gaps = register.deviations.count { $0.gaps.contains { ["place", "concerned", "reporter"].contains($0) } }
        #expect((10...400).contains(gaps), "\(gaps) of 2,000")
        #expect(register.deviations.contains { $0.concerned.value == [.group] })
        #expect(
            register.complaints.contains { $0.deadlines != nil } && register.complaints.contains { $0.deadlines == nil }
        )
        #expect(register.complaints.allSatisfy { $0.receipt.sender.value != nil })
        #expect(Set(register.lexSarahCases.compactMap(\.basis)) == [.sol, .lss])
    }

    @Test("breaks no rule of any record", arguments: Seeds.some(3))
    func lawful(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed)
        #expect(register.deviations.flatMap { $0.violations(under: .swedish) }.isEmpty)
        #expect(register.complaints.flatMap { $0.violations(under: .swedish) }.isEmpty)
        #expect(register.lexSarahCases.flatMap { $0.violations(under: .swedish) }.isEmpty)
        for found in register.lexSarahCases {
            if found.decision != nil { #expect(found.investigationEnded != nil) }
            #expect(found.decision?.degree.requiresNotification != true || found.notified != nil)
        }
    }

    @Test(
        "files every record at a unit of its organisation and under the version of the day",
        .requirement("D-ORG-1", "D-LAW-5")
    )
    func filed() throws {
        let register = try SampleRegister(seed: 11, deviations: 3_000)
        let classification = register.classifications.deviations
        for deviation in register.deviations {
            let unit = try #require(register.organisation[deviation.unit])
            try #require(unit.level == .unit)
            guard let date = deviation.occurred.firstDay, let code = deviation.category.value else { continue }
            let version = classification.version(on: date)
            try #require(code.unlistedName != nil || version[code] != nil, "\(code.rawValue) in \(version.id)")
        }
        for complaint in register.complaints { try #require(register.organisation[complaint.unit]?.level == .unit) }
        let categories = register.classifications.lexSarahCases.versions[0]
        for code in register.lexSarahCases.flatMap(\.categories) where code.unlistedName == nil {
            try #require(categories[code] != nil)
        }
    }

    @Test(
        "has two versions of its classification of deviations, with moves that can and cannot be read back",
        .requirement("D-LAW-5")
    )
    func moves() throws {
        let classification = try SampleRegister(seed: 1).classifications.deviations
        func code(_ text: String) -> CategoryCode { CategoryCode(rawValue: text) }
        #expect(classification.versions.count == 2 && classification.mappings.count == 1)
        #expect(classification.translate(code("environment.alarm"), to: "2") == code("technology.alarm"))
        #expect(classification.translate(code("technology.alarm"), to: "1") == code("environment.alarm"))
        #expect(classification.translate(code("service.late"), to: "2") == code("service.deficient"))
        #expect(classification.translate(code("service.deficient"), to: "1") == nil)
        #expect(classification.translate(code("technology.welfare"), to: "1") == nil)
        #expect(classification.translate(code("environment.other"), to: "2") == nil)
    }

    @Test("has units whose numbers differ and months whose numbers differ", arguments: Seeds.some(2))
    func uneven(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 20_000, complaints: 0, lexSarahCases: 0)
        let byUnit = Dictionary(grouping: register.deviations, by: \.unit).mapValues(\.count)
        let byMonth = Dictionary(grouping: register.deviations.compactMap(\.occurred.firstDay), by: \.month)
            .mapValues(\.count)
        #expect(try #require(byUnit.values.max()) > 3 * (try #require(byUnit.values.min())))
        #expect(try #require(byMonth[7]) > (try #require(byMonth[2])))
    }

    @Test(
        "tells which texts hold what looks like an identity number, of people born in the 1880s",
        .requirement("D-SEC-6"),
        arguments: Seeds.some(3)
    )
    func planted(seed: UInt64) throws {
        let register = try SampleRegister(seed: seed, deviations: 3_000, lexSarahCases: 300)
        var texts: [RecordReference: String] = [:]
        for deviation in register.deviations { texts[deviation.reference] = deviation.account.value }
        for found in register.lexSarahCases { texts[found.reference] = found.decision?.motivation.value }
        #expect(register.plantedIdentityNumbers.count > 5)
        #expect(Set(register.plantedIdentityNumbers.keys.map(\.kind)) == [Deviation.kind, LexSarahCase.kind])
        for (record, text) in texts {
            if let number = register.plantedIdentityNumbers[record] {
                try #require(text.contains(number))
                try #require(Self.isOfThe1880s(number), "\(number)")
            } else {
                try #require(!text.contains { $0.isNumber }, "\(text)")
            }
        }
    }

    /// Birth in the 1880s on a real day, and a check digit that is wrong, in one of the three written forms.
    private static func isOfThe1880s(_ number: String) -> Bool {
        var digits = number.filter(\.isNumber).compactMap(\.wholeNumberValue)
        if number.hasPrefix("18") && digits.count == 12 {
            digits.removeFirst(2)
        } else if !number.contains("+") {
            return false
        }
        guard digits.count == 10, digits[0] == 8 else { return false }
        let year = 1880 + digits[1]
        guard CalendarDate(year: year, month: digits[2] * 10 + digits[3], day: digits[4] * 10 + digits[5]) != nil else {
            return false
        }
        let sum = digits.enumerated().reduce(0) { sum, next in
            let product = next.element * (next.offset % 2 == 0 ? 2 : 1)
            return sum + (product > 9 ? product - 9 : product)
        }
        return sum % 10 != 0
    }
}

/// FNV-1a over the bytes of texts, so that one number stands for a whole register.
private struct FNV {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ text: String) {
        for byte in text.utf8 {
            value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
    }
}
