public import QualityCore

extension CSVError {
    /// What is wrong, without the file and the line.
    public var reason: LocalizedText {
        LocalizedText(sv: swedishReason, en: englishReason)
    }

    /// The fault in Swedish, for whoever handed in the file; names the file, the line and the head.
    public var swedish: String {
        let place = line.map { "\(file), rad \($0): " } ?? "\(file): "
        return place + swedishReason
    }

    /// The fault in English, for whoever handed in the file; names the file, the line and the head.
    public var english: String {
        let place = line.map { "\(file), line \($0): " } ?? "\(file): "
        return place + englishReason
    }

    private var swedishReason: String {
        let column = namedColumn(as: "kolumn", opening: "”", closing: "”")
        switch code {
        case .empty:
            return "filen är tom, den har ingen rubrikrad."
        case .notUTF8 where line == nil:
            return "filen är inte text i UTF-8. Spara den som ”CSV UTF-8” och försök igen."
        case .notUTF8:
            return "\(column) har tecken som inte är UTF-8. Spara filen som ”CSV UTF-8” och försök igen."
        case .duplicateColumn:
            return "\(column) har samma rubrik som en tidigare kolumn."
        case .unnamedColumn:
            return "\(column) saknar rubrik."
        case .missingColumn:
            return "\(column) saknas i filen."
        case .fieldCount:
            return "raden har \(CSVError.text(found)) fält, men rubrikerna är \(CSVError.text(expected))."
        case .unclosedQuote:
            return "citattecknet som inleder \(column) har inget som avslutar det."
        case .strayQuote:
            return "det står text efter det avslutande citattecknet i \(column)."
        case .fileTooLarge:
            return "filen är för stor, den får vara högst 2 GiB."
        default:
            return "\(column) bryter mot regeln \(code.rawValue)."
        }
    }

    private var englishReason: String {
        let column = namedColumn(as: "column", opening: "“", closing: "”")
        switch code {
        case .empty:
            return "the file is empty, it has no header row."
        case .notUTF8 where line == nil:
            return "the file is not UTF-8 text. Save it as “CSV UTF-8” and try again."
        case .notUTF8:
            return "\(column) has characters that are not UTF-8. Save the file as “CSV UTF-8” and try again."
        case .duplicateColumn:
            return "\(column) has the same head as an earlier column."
        case .unnamedColumn:
            return "\(column) has no head."
        case .missingColumn:
            return "\(column) is not in the file."
        case .fieldCount:
            return "the row has \(CSVError.text(found)) fields, but there are \(CSVError.text(expected)) heads."
        case .unclosedQuote:
            return "the quote that opens \(column) is never closed."
        case .strayQuote:
            return "text follows the closing quote in \(column)."
        case .fileTooLarge:
            return "the file is too large, it must be below 2 GiB."
        default:
            return "\(column) breaks the rule \(code.rawValue)."
        }
    }

    private func namedColumn(as word: String, opening: String, closing: String) -> String {
        var text = word
        if let columnNumber { text += " \(columnNumber)" }
        if let column { text += " \(opening)\(column)\(closing)" }
        return text
    }

    private static func text(_ number: Int?) -> String {
        number.map { String($0) } ?? "–"
    }
}
