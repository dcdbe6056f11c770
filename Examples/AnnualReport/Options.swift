import Foundation
import QualityManagement

/// What the command line asks for.
struct Options {
    var year: Int?
    var input: URL?
    var register: URL?
    var output = URL(fileURLWithPath: "report", isDirectory: true)
    var language = Language.swedish
    var classification: String?

    static let usage = """
        usage: AnnualReport [options]

          --year YEAR              the year to account for (default: the latest year of the input)
          --input FOLDER           the folder with the CSV files and facts.json (default: the bundled example)
          --register FILE          a SQLite register that is kept; without it the register lives in memory
          --output FOLDER          where the report is written (default: report)
          --language sv|en         the language of the page (default: sv)
          --classification VERSION the version of the classification to print deviations under, as board.json
                                   names it (default: the one in force at the end of the year)
          --help                   this text
        """

    struct Fault: Error {
        let message: String
    }

    /// Reads the arguments after the program's name; `nil` when they ask for help.
    init?(_ arguments: [String]) throws(Fault) {
        var rest = arguments.flatMap { argument in
            argument.hasPrefix("--") ? argument.split(separator: "=", maxSplits: 1).map(String.init) : [argument]
        }[...]
        while let option = rest.popFirst() {
            if option == "--help" || option == "-h" { return nil }
            guard ["--year", "--input", "--register", "--output", "--language", "--classification"].contains(option)
            else { throw Fault(message: "unknown option \(option)") }
            guard let value = rest.popFirst(), !value.isEmpty else { throw Fault(message: "\(option) needs a value") }
            switch option {
            case "--year":
                guard let year = Int(value), CalendarPeriod(year: year) != nil else {
                    throw Fault(message: "--year takes a year, such as 2020")
                }
                self.year = year
            case "--language":
                guard let language = Language(rawValue: value) else {
                    throw Fault(message: "--language takes sv or en")
                }
                self.language = language
            case "--input": input = URL(fileURLWithPath: value, isDirectory: true)
            case "--register": register = URL(fileURLWithPath: value)
            case "--output": output = URL(fileURLWithPath: value, isDirectory: true)
            default: classification = value
            }
        }
    }
}
