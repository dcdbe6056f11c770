import QualityCore

/// The organisation of an invented board, with units of sizes that differ.
struct SampleBoard {
    let organisation: Organisation
    let units: WeightedChoice<OrganisationUnitID>

    init(_ random: inout SeededGenerator) throws(RuleViolation) {
        let board = OrganisationUnit(
            id: OrganisationUnitID(rawValue: "SN"),
            name: "Socialnämnden",
            level: .board,
            parent: nil
        )
        var nodes = [board]
        var sizes: [(element: OrganisationUnitID, weight: Int)] = []
        for area in Self.areas {
            nodes.append(Self.node(area.code, area.name, .area, below: "SN"))
            for operation in area.operations {
                nodes.append(Self.node(operation.code, operation.name, .operation, below: area.code))
                for (index, name) in operation.units.enumerated() {
                    let unit = Self.node("\(operation.code)-\(index + 1)", name, .unit, below: operation.code)
                    nodes.append(unit)
                    sizes.append((unit.id, operation.size * (20 + random.draw(below: 160))))
                }
            }
        }
        organisation = try Organisation(nodes)
        units = WeightedChoice(sizes)
    }

    private static func node(
        _ code: String,
        _ name: String,
        _ level: OrganisationUnit.Level,
        below parent: String
    ) -> OrganisationUnit {
        OrganisationUnit(
            id: OrganisationUnitID(rawValue: code),
            name: name,
            level: level,
            parent: OrganisationUnitID(rawValue: parent)
        )
    }

    private struct Area {
        let code: String
        let name: String
        let operations: [Operation]
    }

    private struct Operation {
        let code: String
        let name: String
        let size: Int
        let units: [String]
    }

    private static let areas = [
        Area(
            code: "VO",
            name: "Vård och omsorg",
            operations: [
                Operation(
                    code: "VO-SABO",
                    name: "Särskilt boende",
                    size: 9,
                    units: ["Blåklinten", "Enbacken", "Gullvivan", "Lingonbacken", "Näckrosen", "Ängsullen"]
                ),
                Operation(
                    code: "VO-HTJ",
                    name: "Hemtjänst",
                    size: 7,
                    units: [
                        "Hemtjänst norr", "Hemtjänst söder", "Hemtjänst väster", "Hemtjänst öster", "Nattpatrullen",
                    ]
                ),
                Operation(
                    code: "VO-HSV",
                    name: "Hälso- och sjukvård",
                    size: 3,
                    units: ["Rehabgruppen", "Sköterskor dag", "Sköterskor natt"]
                ),
            ]
        ),
        Area(
            code: "FH",
            name: "Funktionshinder",
            operations: [
                Operation(
                    code: "FH-BO",
                    name: "Bostad med särskild service",
                    size: 5,
                    units: ["Gruppbostad Granen", "Gruppbostad Linden", "Gruppbostad Rönnen", "Serviceboende Boken"]
                ),
                Operation(
                    code: "FH-DV",
                    name: "Daglig verksamhet",
                    size: 2,
                    units: ["Snickeriet", "Trädgården", "Återbruket"]
                ),
            ]
        ),
        Area(
            code: "IFO",
            name: "Individ- och familjeomsorg",
            operations: [
                Operation(
                    code: "IFO-BU",
                    name: "Barn och unga",
                    size: 2,
                    units: ["Familjestödet", "Mottagningen barn", "Utredning barn"]
                ),
                Operation(code: "IFO-VX", name: "Vuxna", size: 1, units: ["Boendestödet", "Mottagningen vuxna"]),
            ]
        ),
    ]
}
