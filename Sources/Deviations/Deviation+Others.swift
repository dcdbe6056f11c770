public import QualityCore

extension Deviation {
    /// Receives a suspicion of misconduct as a report in a Lex Sarah case; it can be done in every phase.
    ///
    /// Nothing else changes: the deviation goes on with its own measures.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-6` when it points at no Lex Sarah case or is received before the
    ///   event.
    public mutating func receiveSuspicion(
        in lexSarahCase: RecordReference,
        by signature: Signature,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            deviation.suspicions.append(MisconductSuspicion(received: signature, caseReference: lexSarahCase))
        }
    }

    /// Records what was sent to or received from another principal; gives its place among the exchanges.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-11` when a text is blank.
    @discardableResult
    public mutating func exchange(_ exchange: PrincipalExchange, under law: Law) throws(RuleViolation) -> Int {
        let index = exchanges.count
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("exchanges")
            deviation.exchanges.append(exchange)
        }
        return index
    }

    /// What can follow on an exchange with another principal. Closed.
    public enum ExchangeEvent: Hashable, Sendable {
        /// The receiver acknowledged it.
        case acknowledged
        /// The sender reminded of it.
        case reminded
        /// The receiver answered.
        case answered
    }

    /// Records that an exchange was acknowledged, reminded of or answered.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-11` when there is no such exchange, it is answered already, or the
    ///   day is out of order.
    public mutating func record(
        _ event: ExchangeEvent,
        ofExchange index: Int,
        on day: CalendarDate,
        under law: Law
    ) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("exchanges")
            guard deviation.exchanges.indices.contains(index), deviation.exchanges[index].answered == nil,
                event != .acknowledged || deviation.exchanges[index].acknowledged == nil
            else {
                throw deviation.refusal(
                    "D-DEV-11",
                    "exchanges",
                    sv: "ärendet hos huvudmannen är inte i rätt läge",
                    en: "the exchange is not in a state for that"
                )
            }
            switch event {
            case .acknowledged: deviation.exchanges[index].acknowledged = day
            case .reminded: deviation.exchanges[index].reminded.append(day)
            case .answered: deviation.exchanges[index].answered = day
            }
        }
    }

    /// Records whether the event calls for another track.
    ///
    /// - Throws: `RuleViolation` with rule `D-DEV-12` without reference or reason, or when a breach of personal data
    ///   has no instant of awareness.
    public mutating func consider(_ answer: OtherTrackAnswer, under law: Law) throws(RuleViolation) {
        try act(under: law) { (deviation: inout Deviation) throws(RuleViolation) in
            try deviation.requireNotCancelled("trackAnswers")
            deviation.trackAnswers.append(answer)
        }
    }
}
