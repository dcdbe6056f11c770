import QualityCore

/// The words that drawings and outlines add to the names of a map.
enum PictureWords {
    /// What sort of node it is, with all that its shape and its icons say.
    static func kind(of node: MapNode, in index: MapIndex) -> LocalizedText {
        switch node.kind {
        case .activity(let activity): kind(of: activity)
        case .event(let event): kind(of: event)
        case .gateway(let gateway):
            kind(of: gateway, joins: index.outgoing(node.id).count < 2 && index.incoming(node.id).count > 1)
        }
    }

    private static func kind(of activity: MapActivity) -> LocalizedText {
        var words: [LocalizedText] = []
        switch activity.kind {
        case .task(let task): words.append(task.label)
        case .call: words.append(LocalizedText(sv: "Process som beskrivs för sig", en: "Process described elsewhere"))
        case .subProcess(let inside):
            switch inside.kind {
            case .embedded: words.append(LocalizedText(sv: "Delprocess", en: "Sub-process"))
            case .event: words.append(LocalizedText(sv: "Händelsestyrd delprocess", en: "Event sub-process"))
            case .transaction: words.append(LocalizedText(sv: "Transaktion", en: "Transaction"))
            case .adHoc:
                words.append(LocalizedText(sv: "Delprocess i valfri ordning", en: "Sub-process in any order"))
            }
        }
        switch activity.repetition {
        case .loop?: words.append(LocalizedText(sv: "upprepas", en: "repeated"))
        case .parallel?: words.append(LocalizedText(sv: "för flera samtidigt", en: "for several at a time"))
        case .sequential?: words.append(LocalizedText(sv: "för flera i tur och ordning", en: "for several in turn"))
        case nil: break
        }
        if activity.isForCompensation {
            words.append(LocalizedText(sv: "ångrar en annan aktivitet", en: "undoes another step"))
        }
        return joined(words)
    }

    private static func kind(of event: MapEvent) -> LocalizedText {
        var words: [LocalizedText] = []
        switch event.position {
        case .start(let stops):
            words.append(LocalizedText(sv: "Start", en: "Start"))
            if !stops { words.append(LocalizedText(sv: "vid sidan av", en: "beside")) }
        case .intermediateCatch: words.append(LocalizedText(sv: "Inväntad händelse", en: "Awaited event"))
        case .intermediateThrow:
            words.append(
                event.definitions.isEmpty
                    ? LocalizedText(sv: "Hållpunkt", en: "Milestone")
                    : LocalizedText(sv: "Utlöst händelse", en: "Thrown event")
            )
        case .boundary(_, let stops):
            words.append(
                stops
                    ? LocalizedText(sv: "Händelse som avbryter", en: "Interrupting event")
                    : LocalizedText(sv: "Händelse som inte avbryter", en: "Non-interrupting event")
            )
        case .end: words.append(LocalizedText(sv: "Slut", en: "End"))
        }
        words += event.definitions.map(name)
        if event.definitions.count > 1 {
            words.append(
                event.needsAll
                    ? LocalizedText(sv: "alla behövs", en: "all are needed")
                    : LocalizedText(sv: "någon räcker", en: "any is enough")
            )
        }
        return joined(words)
    }

    private static func name(of definition: MapEventDefinition) -> LocalizedText {
        switch definition {
        case .message: LocalizedText(sv: "meddelande", en: "message")
        case .timer: LocalizedText(sv: "tid", en: "time")
        case .error: LocalizedText(sv: "fel", en: "error")
        case .escalation: LocalizedText(sv: "eskalering", en: "escalation")
        case .signal: LocalizedText(sv: "signal", en: "signal")
        case .conditional: LocalizedText(sv: "villkor", en: "condition")
        case .link: LocalizedText(sv: "länk", en: "link")
        case .compensation: LocalizedText(sv: "ångrar", en: "compensation")
        case .cancel: LocalizedText(sv: "avbryter transaktionen", en: "cancels the transaction")
        case .terminate: LocalizedText(sv: "avslutar allt", en: "ends everything")
        }
    }

    private static func kind(of gateway: MapGateway, joins: Bool) -> LocalizedText {
        switch (gateway, joins) {
        case (.parallel, true): LocalizedText(sv: "Alla vägar inväntas", en: "All ways are awaited")
        case (_, true): LocalizedText(sv: "Vägar möts", en: "Ways meet")
        case (.exclusive, false): LocalizedText(sv: "Val av en väg", en: "Choice of one way")
        case (.inclusive, false): LocalizedText(sv: "Val av en eller flera vägar", en: "Choice of one or more ways")
        case (.parallel, false): LocalizedText(sv: "Alla vägar samtidigt", en: "All ways at once")
        case (.eventBased, false): LocalizedText(sv: "Det som händer först", en: "What happens first")
        case (.complex, false): LocalizedText(sv: "Val efter en regel", en: "Choice by a rule")
        }
    }

    /// What sort of information it is.
    static func kind(of data: MapData) -> LocalizedText {
        switch data.kind {
        case .object, .reference: LocalizedText(sv: "Information", en: "Information")
        case .store: LocalizedText(sv: "Register", en: "Register")
        case .input: LocalizedText(sv: "Information in", en: "Information in")
        case .output: LocalizedText(sv: "Information ut", en: "Information out")
        }
    }

    /// What an element is called where it has a name or not: `Beslut` or the kind of it.
    static func name(of id: MapElementID, in index: MapIndex, _ language: Language) -> String {
        guard let element = index.element(id) else { return "?" }
        let name = PictureMarkup.line(element.name)
        if !name.isEmpty { return name }
        return switch element {
        case .node(let node): kind(of: node, in: index)(language).lowercased()
        case .data(let data): kind(of: data)(language).lowercased()
        default: element.kindName(language).lowercased()
        }
    }

    /// What an element is and is called: `Val av en väg: Räcker stödet?`.
    static func title(of element: MapElement, in index: MapIndex, _ language: Language) -> String {
        let kind =
            switch element {
            case .node(let node): kind(of: node, in: index)(language)
            case .data(let data): kind(of: data)(language)
            default: element.kindName(language)
            }
        let name = PictureMarkup.line(element.name)
        return name.isEmpty ? kind : "\(kind): \(name)"
    }

    /// The counts of an element in words: `Avvikelser 3, risker 1`; empty without any.
    static func counts(_ overlay: MapOverlay, at element: MapElementID, _ language: Language) -> String {
        overlay.counts(at: element).map { "\($0.kind.label(language)) \($0.count)" }.joined(separator: ", ")
    }

    private static func joined(_ words: [LocalizedText]) -> LocalizedText {
        LocalizedText(
            sv: words.map(\.swedish).joined(separator: ", "),
            en: words.map(\.english).joined(separator: ", ")
        )
    }
}
