public import QualityCore

/// Something that is done: a step, a sub-process, or a process kept elsewhere (*aktivitet*).
public struct MapActivity: Hashable, Sendable {
    /// What is done. Closed.
    public enum Kind: Hashable, Sendable {
        /// One step.
        case task(TaskKind)
        /// A process or step that is described elsewhere, by the name that it has there; empty where none is named.
        case call(String)
        /// Steps of its own.
        case subProcess(MapSubProcess)
    }

    /// By whom or what a step is done. Closed.
    ///
    /// A message is the identity of a ``MapSubject``; `nil` where the step does not say which one.
    public enum TaskKind: Hashable, Sendable {
        /// Not said.
        case unspecified
        /// By a person with the help of a system.
        case user
        /// By a person without a system.
        case manual
        /// By a system.
        case service
        /// A message is sent.
        case send(message: MapElementID?)
        /// A message is waited for.
        case receive(message: MapElementID?)
        /// By a script in the system that runs the process.
        case script
        /// By rules that a system applies.
        case businessRule

        /// A message is sent, and not said which.
        public static var send: TaskKind { .send(message: nil) }
        /// A message is waited for, and not said which.
        public static var receive: TaskKind { .receive(message: nil) }

        /// The message that is sent or waited for, where the step says which.
        public var message: MapElementID? {
            switch self {
            case .send(let message), .receive(let message): message
            case .unspecified, .user, .manual, .service, .script, .businessRule: nil
            }
        }
    }

    /// How it is done more than once. Closed.
    public enum Repetition: String, Hashable, Sendable, Codable, CaseIterable {
        /// Until a condition holds.
        case loop
        /// Once for each of several, all at the same time.
        case parallel
        /// Once for each of several, one after the other.
        case sequential
    }

    /// What is done.
    public var kind: Kind
    /// How it is done more than once; `nil` for once.
    public var repetition: Repetition?
    /// Whether it undoes another activity and is outside the ordinary flow.
    public var isForCompensation: Bool
    /// The way out that is taken where no condition holds.
    public var defaultFlow: MapElementID?
    /// The routines that it is done by, or why it needs none; `nil` until someone has answered.
    public var routineNeed: ProcessStep.RoutineNeed?

    /// An activity.
    public init(
        _ kind: Kind = .task(.unspecified),
        repetition: Repetition? = nil,
        isForCompensation: Bool = false,
        defaultFlow: MapElementID? = nil,
        routineNeed: ProcessStep.RoutineNeed? = nil
    ) {
        self.kind = kind
        self.repetition = repetition
        self.isForCompensation = isForCompensation
        self.defaultFlow = defaultFlow
        self.routineNeed = routineNeed
    }

    /// The sub-process, where it is one.
    public var subProcess: MapSubProcess? {
        if case .subProcess(let subProcess) = kind { subProcess } else { nil }
    }
}

/// An activity that has steps of its own (*delprocess*).
public struct MapSubProcess: Hashable, Sendable {
    /// How it takes part in what surrounds it. Closed.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// As a step of the flow.
        case embedded
        /// Begun by an event while the surrounding process runs, outside its flow.
        case event
        /// As a step that is done in whole or undone in whole.
        case transaction
        /// As a step whose own steps are done in any order.
        case adHoc
    }

    /// How it takes part in what surrounds it.
    public var kind: Kind
    /// Its steps and what ties them together.
    public var body: MapBody

    /// A sub-process.
    public init(_ kind: Kind = .embedded, body: MapBody = MapBody()) {
        self.kind = kind
        self.body = body
    }
}

extension MapActivity.TaskKind: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .unspecified: LocalizedText(sv: "Aktivitet", en: "Step")
        case .user: LocalizedText(sv: "Aktivitet med systemstöd", en: "User task")
        case .manual: LocalizedText(sv: "Manuell aktivitet", en: "Manual task")
        case .service: LocalizedText(sv: "Automatisk aktivitet", en: "Service task")
        case .send: LocalizedText(sv: "Skicka meddelande", en: "Send task")
        case .receive: LocalizedText(sv: "Ta emot meddelande", en: "Receive task")
        case .script: LocalizedText(sv: "Skript", en: "Script task")
        case .businessRule: LocalizedText(sv: "Verksamhetsregel", en: "Business rule task")
        }
    }
}
