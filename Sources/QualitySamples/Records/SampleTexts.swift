import LexSarah
import QualityCore

/// Swedish phrases of the invented board, about nobody.
enum SampleTexts {
    static let oldSystem = "Gamla registret"

    static let unlistedNames = ["Borttappad nyckel", "Övrigt enligt blankett", "Ej vald", "Transport", "Sekretess"]

    static let senders = ["Anhörig", "Brukare", "Anonym", "God man", "Granne", "Personal", "Annan myndighet"]

    static let places = [
        "Lägenheten", "Matsalen", "Korridoren", "Badrummet", "Gården", "Kontoret", "Bilen", "Dagverksamheten",
    ]
    static let words = [
        "Personalen lyssnar alltid.", "Ingen ringde tillbaka.", "Besöket kom en timme för sent.",
        "Kan maten serveras varmare?", "Jag vill veta vem som bestämmer.",
    ]

    static let immediateActions = [
        "Ansvarig sjuksköterska kontaktades.",
        "Tillsyn utfördes direkt.",
        "Anhörig informerades samma dag.",
        "Insatsen utfördes senare under passet.",
        "Larmet byttes ut och provades.",
        "Kollega tillkallades och läget lugnades.",
        "Uppgiften rättades i genomförandeplanen.",
        "Misstaget upptäcktes i tid och ingen kom till skada.",
    ]

    static func account(of category: CategoryCode?, _ random: inout SeededGenerator) -> String {
        let what = random.pick(events[top(of: category)] ?? others)
        return "\(what) \(random.pick(circumstances))"
    }

    static func motivation(of degree: MisconductDegree, _ random: inout SeededGenerator) -> String {
        "\(random.pick(grounds)) \(conclusion(of: degree))"
    }

    private static func top(of category: CategoryCode?) -> String {
        category.map { String($0.rawValue.prefix { $0 != "." && $0 != "?" }) } ?? ""
    }

    private static let events: [String: [String]] = [
        "medication": [
            "Kvällsdosen låg kvar i dosetten när nattpersonalen kom.",
            "Två tabletter gavs i stället för en.",
            "Signering saknas för morgonens läkemedel.",
            "Fel påse var framtagen, men det märktes innan dosen gavs.",
        ],
        "fall": [
            "Brukaren hittades sittande på golvet bredvid sängen.",
            "Fall i duschen utan synlig skada.",
            "Snubblade på en mattkant på väg till matsalen.",
            "Var nära att falla vid förflyttning men hann fångas upp.",
        ],
        "violence": [
            "Två boende blev osams om en plats i dagrummet.",
            "Slag mot personal vid omvårdnad.",
            "Hot uttalades under hembesöket.",
        ],
        "service": [
            "Planerat besök blev inte av.",
            "Besöket började över en timme för sent.",
            "Städning utfördes bara till hälften.",
            "Duschen ställdes in utan att erbjudas en annan dag.",
        ],
        "documentation": [
            "Genomförandeplanen var inte uppdaterad.",
            "Anteckning om kosten saknades i journalen.",
        ],
        "information": [
            "Överrapporteringen mellan dag och natt uteblev.",
            "Uppgift om ny telefontid nådde inte gruppen.",
        ],
        "environment": [
            "Dörren till förrådet gick inte att låsa.",
            "Det var för varmt i lägenheterna under dagen.",
        ],
        "technology": [
            "Trygghetslarmet gav ingen signal vid prov.",
            "Nattkameran var frånkopplad i två timmar.",
        ],
    ]

    private static let others = [
        "Händelsen passade inte in under någon av rubrikerna.",
        "En sak blev inte som den skulle under passet.",
    ]

    private static let circumstances = [
        "Ordinarie personal var ledig.",
        "Passet var bemannat enligt schema.",
        "Vikarien hade inte fått introduktion.",
        "Det upptäcktes vid genomgången.",
        "Rutinen var känd men följdes inte.",
        "Det har hänt tidigare under månaden.",
        "Ingen kom till skada.",
    ]

    private static let grounds = [
        "Utredningen visar att rutinen inte följdes.",
        "Utredningen visar att bemanningen brast under kvällen.",
        "Uppgifterna från de hörda stämmer överens.",
        "Händelsen är klarlagd genom dokumentationen.",
    ]

    private static func conclusion(of degree: MisconductDegree) -> String {
        switch degree {
        case .noMisconduct: "Följderna var små och något missförhållande har inte funnits."
        case .tangibleRisk: "Risken för ett missförhållande var uppenbar och konkret."
        case .misconduct: "Händelsen innebar ett hot mot hälsan och är ett missförhållande."
        case .tangibleRiskOfSerious: "Risken för ett allvarligt missförhållande var uppenbar och konkret."
        case .serious: "Följderna för hälsan var allvarliga."
        }
    }
}
