import ProcessMaps
import QualityCore
import TestSupport

/// Sound processes and routines, of which a test changes one field.
enum Made {
    static let law = Law.swedish

    static func id<Record>(_ text: String, of type: Record.Type = Record.self) -> RecordID<Record> {
        guard let id = RecordID<Record>(text) else { preconditionFailure("\(text) is no identity") }
        return id
    }

    static func signature(_ date: String, title: String = "verksamhetschef") -> Signature {
        Signature("p1", title: title, on: day(date))
    }

    static func step(
        _ id: String = "s1",
        name: String = "Planera",
        role: ProcessRole? = "handläggare",
        need: Stated<ProcessStep.RoutineNeed>? = .value(.routines([Made.id("r1")]))
    ) -> ProcessStep {
        ProcessStep(id: ProcessStep.ID(rawValue: id), name: name, role: role, routineNeed: need)
    }

    static func description(
        purpose: Stated<String> = .value("Stöd i rätt tid"),
        start: Stated<String> = .value("ansökan"),
        end: Stated<String> = .value("insatsen är given"),
        inputs: Stated<[String]> = .value(["ansökan"]),
        outputs: Stated<[String]> = .value(["insats"]),
        roles: Stated<[ProcessRole]> = .value(["handläggare"]),
        steps: Stated<[ProcessStep]> = .value([step()]),
        inside: Stated<CoOperation>? = .value(.none(reason: "en enda enhet")),
        outside: Stated<CoOperation>? = .value(.parties([.init(name: "regionen", manner: "veckomöte")]))
    ) throws -> ProcessDescription {
        try ProcessDescription(
            purpose: purpose,
            start: start,
            end: end,
            inputs: inputs,
            outputs: outputs,
            roles: roles,
            steps: steps,
            coOperationInside: inside,
            coOperationOutside: outside
        )
    }

    static func process(
        _ id: String = "p",
        name: String = "Handlägga ansökan",
        kind: ProcessKind = .main,
        operations: Stated<[OrganisationUnitID]> = .value(["O1"]),
        owners: ProcessOwners? = nil,
        versions: VersionHistory<ProcessDescription> = VersionHistory()
    ) throws -> CareProcess {
        let owner = ProcessOwners.Period(person: "p9", title: "processägare", from: day("2019-01-01"))
        return try CareProcess(
            id: Made.id(id),
            name: name,
            processKind: kind,
            unit: "N",
            identified: day("2019-01-01"),
            operations: operations,
            owners: try owners ?? ProcessOwners([owner]),
            versions: versions
        )
    }

    static func routine(_ id: String = "r1", operations: [OrganisationUnitID] = ["O1"]) throws -> Routine {
        try Routine(id: Made.id(id), name: "Planera insats", unit: "N", operations: operations)
    }

    static let content = Routine.Content(instruction: .value("Ring först"), responsible: .value("enhetschef"))
}

extension CareProcess {
    /// With a draft that is approved on a day, valid from it or a later one.
    func approved(
        _ description: ProcessDescription,
        on date: String,
        title: String = "verksamhetschef",
        reason: String = "ny lag",
        validFrom: String? = nil,
        reviewBy: String = "2029-12-31",
        under law: Law = Made.law
    ) throws -> CareProcess {
        var process = self
        if process.versions.draft == nil { try process.beginVersion(description, under: law) }
        try process.approve(
            by: Made.signature(date, title: title),
            reason: reason,
            validFrom: day(validFrom ?? date),
            reviewBy: day(reviewBy),
            under: law
        )
        return process
    }
}

extension Routine {
    /// With a draft that is approved on a day, valid from it.
    func approved(_ content: Content = Made.content, on date: String, reviewBy: String = "2029-12-31") throws -> Routine
    {
        var routine = self
        if routine.versions.draft == nil { try routine.beginVersion(content, under: Made.law) }
        try routine.approve(
            by: Made.signature(date),
            reason: "ny lag",
            validFrom: day(date),
            reviewBy: day(reviewBy),
            under: Made.law
        )
        return routine
    }
}
