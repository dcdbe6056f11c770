public import QualityCore

extension CareProcess.Form {
    /// The fields in the order of the form.
    public static let fields: [DraftField<CareProcess.Form>] = [
        .essential(\.name, "name", "D-PRO-1", sv: "processens namn", en: "the name of the process"),
        .essential(\.processKind, "processKind", "D-PRO-1", sv: "processtypen", en: "the kind of process"),
        .essential(\.unit, "unit", "D-PRO-1", sv: "den som svarar för processen", en: "who answers for it"),
        .essential(\.identified, "identified", "D-PRO-1", sv: "dagen då den fanns", en: "the day it was found"),
        .required(
            \.operations,
            "operations",
            "D-PRO-1",
            sv: "minst en verksamhet",
            en: "at least one operation",
            refusesEmpty: true
        ),
        .required(\.owner, "owners", "D-PRO-1", sv: "processägaren", en: "the owner"),
        .required(\.purpose, "purpose", "D-PRO-1", sv: "syftet", en: "the purpose"),
        .required(\.start, "start", "D-PRO-1", sv: "startpunkten", en: "the start"),
        .required(\.end, "end", "D-PRO-1", sv: "slutpunkten", en: "the end"),
        .required(\.inputs, "inputs", "D-PRO-1", sv: "indata", en: "what comes in"),
        .required(\.outputs, "outputs", "D-PRO-1", sv: "resultatet", en: "what comes out"),
        .required(\.roles, "roles", "D-PRO-1", sv: "minst en roll", en: "at least one role"),
        .required(\.steps, "steps", "D-PRO-1", sv: "minst en aktivitet", en: "at least one step"),
        .required(
            \.coOperationInside,
            "coOperationInside",
            "D-PRO-1",
            sv: "intern samverkan",
            en: "co-operation inside"
        ),
        .required(
            \.coOperationOutside,
            "coOperationOutside",
            "D-PRO-1",
            sv: "extern samverkan",
            en: "co-operation with others"
        ),
        .optional(\.map, "map", sv: "kartan", en: "the map"),
    ]
}
