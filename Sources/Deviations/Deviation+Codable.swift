import QualityCore

extension Deviation {
    private enum CodingKeys: String, CodingKey {
        case phase, risk, enteredAs, enteredOn, corrections, steps, pauses, assessments, investigation, involvement
        case assignments, measures, reporterAnswer, careInjury, injuryInformation, nurseReviews, lexMaria, suspicions
        case exchanges, trackAnswers
    }

    /// Decodes the stored form of any version; refuses what the initialiser and the acts refuse.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let phase = try container.decode(DeviationPhase.self, forKey: .phase)
        try self.init(
            DeviationReport(from: decoder),
            risk: container.decodeIfPresent(RiskEstimate.self, forKey: .risk),
            enteredAs: container.decodeIfPresent(DeviationPhase.self, forKey: .enteredAs) ?? phase,
            on: container.decodeIfPresent(CalendarDate.self, forKey: .enteredOn)
        )
        corrections = try container.list(.corrections)
        for correction in corrections { current.apply(correction.change) }
        steps = try container.list(.steps)
        pauses = try container.list(.pauses)
        assessments = try container.list(.assessments)
        investigation =
            try container.decodeIfPresent(DeviationInvestigation.self, forKey: .investigation)
            ?? DeviationInvestigation()
        involvement = try container.decodeIfPresent(Involvement.self, forKey: .involvement) ?? Involvement()
        assignments = try container.list(.assignments)
        measures = try container.list(.measures)
        reporterAnswer = try container.decodeIfPresent(ReporterAnswer.self, forKey: .reporterAnswer)
        careInjury = try container.decodeIfPresent(CareInjuryAnswer.self, forKey: .careInjury)
        injuryInformation = try container.decodeIfPresent(InjuryInformation.self, forKey: .injuryInformation)
        nurseReviews = try container.list(.nurseReviews)
        lexMaria = try container.decodeIfPresent(LexMariaTrack.self, forKey: .lexMaria)
        suspicions = try container.list(.suspicions)
        exchanges = try container.list(.exchanges)
        trackAnswers = try container.list(.trackAnswers)
        try checkStructure()
        guard phase == self.phase else {
            throw refusal(
                "D-DEV-5",
                "phase",
                sv: "fasen följer inte av stegen",
                en: "the phase is not that of the steps"
            )
        }
    }

    /// Encodes the stored form: the report, then what has been done, without what is empty.
    public func encode(to encoder: any Encoder) throws {
        try report.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(phase, forKey: .phase)
        try container.encodeIfPresent(risk, forKey: .risk)
        if enteredAs != phase || !steps.isEmpty { try container.encode(enteredAs, forKey: .enteredAs) }
        try container.encodeIfPresent(enteredOn, forKey: .enteredOn)
        try container.encode(list: corrections, .corrections)
        try container.encode(list: steps, .steps)
        try container.encode(list: pauses, .pauses)
        try container.encode(list: assessments, .assessments)
        if investigation != DeviationInvestigation() { try container.encode(investigation, forKey: .investigation) }
        if involvement != Involvement() { try container.encode(involvement, forKey: .involvement) }
        try container.encode(list: assignments, .assignments)
        try container.encode(list: measures, .measures)
        try container.encodeIfPresent(reporterAnswer, forKey: .reporterAnswer)
        try container.encodeIfPresent(careInjury, forKey: .careInjury)
        try container.encodeIfPresent(injuryInformation, forKey: .injuryInformation)
        try container.encode(list: nurseReviews, .nurseReviews)
        try container.encodeIfPresent(lexMaria, forKey: .lexMaria)
        try container.encode(list: suspicions, .suspicions)
        try container.encode(list: exchanges, .exchanges)
        try container.encode(list: trackAnswers, .trackAnswers)
    }
}

extension KeyedDecodingContainer {
    fileprivate func list<Element: Decodable>(_ key: Key) throws -> [Element] {
        try decodeIfPresent([Element].self, forKey: key) ?? []
    }
}

extension KeyedEncodingContainer {
    fileprivate mutating func encode<Element: Encodable>(list: [Element], _ key: Key) throws {
        if !list.isEmpty { try encode(list, forKey: key) }
    }
}
