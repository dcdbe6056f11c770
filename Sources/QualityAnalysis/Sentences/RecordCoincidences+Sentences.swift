import QualityCore

extension RecordCoincidences {
    /// How many pairs there are against chance, and what they are for.
    ///
    /// `names`: what categories and units are called.
    public func sentences(_ names: AnalysisNames) -> [FindingSentence] {
        let claim: FindingSentence.Claim =
            switch verdict {
            case .moreThanChance: .difference
            case .withinChance: .noDifference
            case .tooLittleData: .refusal
            }
        let duplicates = Wording.both { language in
            [numbers(language), words(language), standing(names, language)].compactMap(\.self).joined(separator: " ")
        }
        let related = Wording.both { language in
            let count = Wording.integer(relatedCount, language)
            return language(
                "Par av olika slags poster med samma enhet och tema inom kort tid: \(count). De kan gälla samma händelse.",
                "Pairs of different kinds of record with the same unit and theme within a short time: \(count). They may be of the same event."
            )
        }
        let caution = LocalizedText(
            sv: "Ett par är en fråga att granska och inget fel: varken fritext eller personer har jämförts.",
            en: "A pair is a question to look at and no fault: neither free text nor persons were compared."
        )
        return [(claim, duplicates)].map { FindingSentence(subject: .whole, claim: $0.0, text: $0.1) }
            + (relatedCount > 0 ? [FindingSentence(subject: .whole, claim: .description, text: related)] : [])
            + [FindingSentence(subject: .whole, claim: .caution, text: caution)]
    }

    private func numbers(_ language: Language) -> String {
        let (count, expected) = (
            Wording.integer(duplicateCount, language), Wording.decimal(expectedDuplicates, digits: 1, language)
        )
        let pValue = Wording.pValue(pValue, language)
        return language(
            "Par av poster med samma enhet, dag och kategori: \(count), där slumpen väntas ge \(expected) (\(pValue)).",
            "Pairs of records with the same unit, day and category: \(count), where chance is expected to give \(expected) (\(pValue))."
        )
    }

    private func words(_ language: Language) -> String {
        switch verdict {
        case .moreThanChance:
            language(
                "Det är fler än vad slumpen förklarar: några kan vara dubbletter, eller händelser som hör ihop.",
                "That is more than chance explains: some may be duplicates, or events that belong together."
            )
        case .withinChance:
            language(
                "Det är inte fler än vad slumpen kan ge; enstaka dubbletter kan finnas ändå.",
                "That is no more than chance may give; single duplicates may exist all the same."
            )
        case .tooLittleData:
            language(
                "Posterna är för få för att något ska kunna sägas.",
                "The records are too few for anything to be said."
            )
        }
    }

    private func standing(_ names: AnalysisNames, _ language: Language) -> String? {
        verdict == .tooLittleData ? nil : sensitivity.words(of: .whole, names, language)
    }
}
