import Foundation
import ProcessMaps
import TestSupport

/// Questions that pm4py answers, many in one process.
struct ProcessMining {
    struct Node: Encodable {
        let id: String
        let kind: String
        let name: String
    }

    struct Flow: Encodable {
        let id: String
        let source: String
        let target: String
    }

    struct Net: Encodable {
        struct Transition: Encodable {
            let name: String
            let label: String?
            let inputs: [Int]
            let outputs: [Int]
        }

        let places: [String]
        let transitions: [Transition]
        let source: Int
        let sink: Int

        init(_ net: PetriNet) {
            places = net.places.map(\.name)
            transitions = net.transitions.map {
                Transition(name: $0.name, label: $0.label, inputs: $0.inputs, outputs: $0.outputs)
            }
            source = net.source
            sink = net.sink
        }
    }

    struct Question: Encodable {
        let question: String
        var nodes: [Node] = []
        var flows: [Flow] = []
        var net: Net?
        var cases: [[String]] = []
        var file: String?

        static func soundness(_ body: MapBody) -> Question {
            Question(question: "soundness", nodes: body.nodes.map(Node.init), flows: body.sequenceFlows.map(Flow.init))
        }

        static func conformance(_ map: ProcessMap, _ cases: [[String]]) -> Question {
            let body = map.allProcesses[0].body
            return Question(
                question: "conformance",
                nodes: body.nodes.map(Node.init),
                flows: body.sequenceFlows.map(Flow.init),
                net: Net(PetriNet(map)),
                cases: cases
            )
        }

        /// The costs of cases against our net, where they are found in a second each.
        static func costs(_ map: ProcessMap, _ cases: [[String]]) -> Question {
            Question(question: "costs", net: Net(PetriNet(map)), cases: cases)
        }

        static func cases(of file: URL) -> Question {
            Question(question: "cases", file: file.path)
        }
    }

    struct Soundness: Decodable {
        let isSound: Bool
    }

    struct Compared: Decodable {
        let counts: [[Int]]
        let costs: [Int]
    }

    struct Costs: Decodable {
        let costs: [Int?]
    }

    struct Conformance: Decodable {
        let theirs: Compared
        let ours: Compared
    }

    /// The answers, in order.
    static func answers<Answer: Decodable>(_ questions: [Question], of type: Answer.Type) throws -> [Answer] {
        try Python.answers(to: questions, by: "process-mining", importing: "pm4py")
    }
}

extension ProcessMining.Node {
    init(_ node: MapNode) {
        let kind =
            switch node.kind {
            case .activity: "task"
            case .event(let event): event.isStart ? "start" : "end"
            case .gateway(let gateway): gateway == .parallel ? "parallel" : "exclusive"
            }
        self.init(id: node.id.rawValue, kind: kind, name: node.name)
    }
}

extension ProcessMining.Flow {
    init(_ flow: MapSequenceFlow) {
        self.init(id: flow.id.rawValue, source: flow.source.rawValue, target: flow.target.rawValue)
    }
}
