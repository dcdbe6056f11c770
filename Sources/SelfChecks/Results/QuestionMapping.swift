/// That a question of one version of a template asks the same as a question of another (*samma fråga*).
public struct QuestionMapping: Hashable, Sendable, Codable {
    /// A question of a version.
    public struct Place: Hashable, Sendable, Codable {
        /// The version of the template.
        public let version: SelfCheckTemplate.Name
        /// The question in it.
        public let question: QuestionCode

        /// A question of a version.
        public init(_ question: QuestionCode, of version: SelfCheckTemplate.Name) {
            self.version = version
            self.question = question
        }
    }

    /// The one question.
    public let one: Place
    /// The other, which asks the same.
    public let other: Place

    /// Two questions that ask the same, whichever is named first.
    public init(_ one: Place, sameAs other: Place) {
        self.one = one
        self.other = other
    }
}

extension [QuestionMapping] {
    /// A name for each question, the same for all that are mapped as the same, directly or through others.
    func groups(of places: Set<QuestionMapping.Place>) -> [QuestionMapping.Place: QuestionMapping.Place] {
        var neighbours: [QuestionMapping.Place: [QuestionMapping.Place]] = [:]
        for mapping in self {
            neighbours[mapping.one, default: []].append(mapping.other)
            neighbours[mapping.other, default: []].append(mapping.one)
        }
        let order = { (left: QuestionMapping.Place, right: QuestionMapping.Place) in
            (left.version, left.question) < (right.version, right.question)
        }
        var names: [QuestionMapping.Place: QuestionMapping.Place] = [:]
        for place in places.sorted(by: order) where names[place] == nil {
            var waiting = [place]
            while let next = waiting.popLast() {
                guard names[next] == nil else { continue }
                names[next] = place
                waiting.append(contentsOf: neighbours[next] ?? [])
            }
        }
        return names
    }
}
