import QualityCore
import Testing

@Suite("The words that search sees")
struct SearchWordsTests {
    @Test(
        "are runs of letters and digits, folded, each once and in byte order",
        arguments: [
            ("Fall i badrum, fall igen.", ["badrum", "fall", "i", "igen"]),
            ("HÅLL ha\u{30a}ll håll", ["håll"]),
            ("rum 12B", ["12b", "rum"]),
            ("a\u{300}\tb", ["b", "à"]),
            (" ,;\n", []),
        ] as [(String, [String])]
    )
    func words(text: String, words: [String]) {
        #expect(SearchWords(of: text).words.map { Array($0.utf8) } == words.map { Array($0.utf8) })
    }

    @Test("hold no blank, also after a letter that takes the blank into its character")
    func blanks() {
        #expect(SearchWords(of: "fall \u{D4E} x1").words == ["fall", "x1"])
    }
}
