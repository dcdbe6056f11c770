import Deviations
import QualityCore
import TestSupport
import Testing

@Suite("A blank category", .requirement("D-DEV-2"))
struct BlankCodeTests {
    @Test("is no category", arguments: [(" ", false), ("violence", true)])
    func category(code: String, isLegal: Bool) throws {
        let deviation = try Deviation.draft(category: .value(CategoryCode(rawValue: code)))
        let found = deviation.violations(under: .swedish).map { Refusal($0) }
        #expect(found == (isLegal ? [] : [Refusal("D-DEV-2", "category")]))
    }
}
