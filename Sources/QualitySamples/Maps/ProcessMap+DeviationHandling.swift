public import ProcessMaps
import QualityCore

extension ProcessMap {
    /// How a board in the social services handles deviations, from the report to what is learnt (*avvikelsehantering*).
    ///
    /// Whoever discovers a deviation reports it at once; the unit manager assesses it, and a misconduct or the risk of one
    /// goes the way of Lex Sarah, with a notification to the inspectorate where it is serious. Nothing has a place yet.
    public static var deviationHandling: ProcessMap {
        ProcessMap("Avvikelsehantering") {
            pool("Socialnämnden") {
                lane("Medarbetare") {
                    start("Avvikelse upptäcks")
                    step("Avhjälp det som går genast", .manual, id: "avhjälp").by("omedelbara-atgarder")
                    step("Rapportera genast", .user, id: "rapportera").by("rapportera-avvikelse")
                    handOver("Rapport")
                }
                lane("Enhetschef") {
                    step("Bedöm händelsen och hur allvarlig den är", .user, id: "bedöm").by("bedoma-avvikelse")
                    choice("Missförhållande eller påtaglig risk?", id: "missförhållande") {
                        branch("nej") { step("Utred orsakerna", .user, id: "utred-orsaker").by("utreda-avvikelse") }
                        branch("ja") { lexSarah }
                    }
                    step("Besluta om åtgärder", .user, id: "besluta-åtgärder").by("atgarder")
                    step("Genomför åtgärderna", id: "genomför").by("atgarder")
                    event("Dag för uppföljning", .timer(.unspecified))
                    step("Följ upp om åtgärderna har hjälpt", .user, id: "följ-upp").by("atgarder")
                    choice("Har de hjälpt?", id: "hjälpt") {
                        branch("nej") { go(to: "besluta-åtgärder") }
                        branch("ja") {
                            step("Återkoppla till rapportören och den enskilde", .send, id: "återkoppla").by(
                                "aterkoppling"
                            )
                        }
                    }
                    handOver("Avslutad avvikelse")
                }
                lane("Nämnd") {
                    step("Sammanställ och analysera", .user, id: "analysera").by("kvalitetsberattelse")
                    end("Lärdomar tas till vara")
                }
            }
            pool("Inspektionen för vård och omsorg", id: "ivo")
            message("Anmälan med utredning", from: "anmäl", to: "ivo")
        }
    }

    /// The way of a misconduct or the risk of one.
    @MapBuilder private static var lexSarah: [MapPart] {
        lane("Lex Sarah-utredare") {
            step("Dokumentera och utred enligt lex Sarah", .user, id: "utred-lex-sarah").by("lex-sarah")
            handOver("Utredning")
        }
        lane("Nämnd") {
            step("Besluta om grad av missförhållande", .user, id: "besluta-grad").by("lex-sarah")
            choice("Allvarligt eller påtaglig risk för det?", id: "allvarligt") {
                branch("ja") { step("Anmäl snarast till IVO", .send, id: "anmäl").by("lex-sarah") }
                branch("nej")
            }
            handOver("Beslut")
        }
    }
}

extension MapStep {
    /// Done by a routine of the invented board.
    fileprivate func by(_ routine: String) -> MapStep {
        RecordID<Routine>(routine).map { by($0) } ?? self
    }
}
