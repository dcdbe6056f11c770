import Foundation

extension Python {
    /// That a script fails, or does not answer every question.
    package struct Silence: Error, CustomStringConvertible {
        package let description: String
    }

    /// What a script of `Tests/Scripts` answers to questions, in order: a line of JSON for each line of JSON.
    package static func answers<Answer: Decodable>(
        to questions: [some Encodable],
        by script: String,
        importing module: String
    ) throws -> [Answer] {
        let python = try Python(importing: module)
        let encoder = JSONEncoder()
        let lines = try questions.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        let file = FileManager.default.temporaryDirectory.appending(path: "\(script)-\(UUID().uuidString).json")
        try Data(lines.joined(separator: "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let decoder = JSONDecoder()
        var answers: [Answer] = []
        let status = try python.run(script, [file.path]) { line in
            answers.append(try decoder.decode(Answer.self, from: line))
        }
        guard status == 0, answers.count == questions.count else {
            throw Silence(description: "\(script): status \(status), \(answers.count) of \(questions.count) answers")
        }
        return answers
    }
}
