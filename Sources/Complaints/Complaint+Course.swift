public import QualityCore

extension Complaint {
    /// All that follows on receipt; what it holds is checked by the record alone.
    struct Course: Hashable, Sendable, Codable {
        var receipt: Receipt
        var deadlines: Deadlines?
        var acknowledged: Signature?
        var handling: Handling?
        var misconduct: Consideration?
        var appealDenial: AppealDenial?
        var theme: ThemeMembership?
        var answer: ComplaintAnswer?
        var ending: Ending?
        var links: [RecordReference] = []
        /// Whether another system answered it, so that its handling is not known here.
        var isImported = false
        /// Who took part in what it is about; `nil` while nobody has said, as in older forms.
        var involvement: Involvement?
        /// What was found about conflicts of interest; `nil` in older forms.
        var clearances: [ConflictClearance]?
    }

    /// Who looks into a submission, and since when (*handläggning*).
    public struct Handling: Hashable, Sendable, Codable {
        /// The one who handles it now.
        public var handler: PersonReference
        /// Who began it, and when.
        public let began: Signature

        /// The handling of a submission.
        public init(by handler: PersonReference, began: Signature) {
            self.handler = handler
            self.began = began
        }
    }

    /// Why a submission about a decision is no appeal, and who said so (*inte ett överklagande*).
    public struct AppealDenial: Hashable, Sendable, Codable {
        /// Who said so, and when.
        public let by: Signature
        /// Why.
        public let motivation: String

        /// A finding that there is no appeal.
        public init(by signature: Signature, motivation: String) {
            by = signature
            self.motivation = motivation
        }
    }

    /// That a submission is answered under a theme, since when and by whose choice.
    public struct ThemeMembership: Hashable, Sendable, Codable {
        /// The theme.
        public let theme: RecordID<ComplaintTheme>
        /// Who joined it, and when.
        public let joined: Signature

        /// A membership in a theme.
        public init(of theme: RecordID<ComplaintTheme>, joined: Signature) {
            self.theme = theme
            self.joined = joined
        }
    }

    /// How a submission ended. Closed: the ends of D-CMP-7, and cancelling.
    public enum Ending: Hashable, Sendable, Codable {
        /// Closed, answered or with the reason why not (*avslutad*).
        case closed(by: Signature, unanswered: Unanswered?)
        /// Handed over to another (*överlämnad*).
        case handedOver(HandOver)
        /// Passed on as an appeal (*överlämnad som överklagande*).
        case passedOn(AppealReferral)
        /// Registered by mistake, as a test or twice (*makulerad*).
        case cancelled(by: Signature, reason: String)

        /// The day of the end.
        public var day: CalendarDate {
            switch self {
            case .closed(let signature, _), .cancelled(let signature, _): signature.day
            case .handedOver(let handOver): handOver.by.day
            case .passedOn(let referral): referral.by.day
            }
        }
    }

    /// Why a submission is closed without an answer (*utan svar*). Closed: nothing else is a reason.
    public enum Unanswered: Hashable, Sendable, Codable {
        /// The sender wanted none.
        case notWanted
        /// The sender is anonymous.
        case anonymous
        /// Secrecy forbids it, on this ground.
        case secrecy(ground: String)
    }

    /// That a submission clearly belongs to another, who has got it (*överlämnande*, PSL 3:8 e).
    public struct HandOver: Hashable, Sendable, Codable {
        /// Who got it, such as the region.
        public let receiver: String
        /// Who handed it over, and when.
        public let by: Signature
        /// Whether the sender was told; `nil` until considered.
        public let senderTold: Consideration?

        /// A handing over.
        public init(to receiver: String, by signature: Signature, senderTold: Consideration?) {
            self.receiver = receiver
            by = signature
            self.senderTold = senderTold
        }
    }

    /// That a submission is or may be an appeal and is with the decision's handler (*överklagande*, FL 43–45).
    ///
    /// The day of receipt stays the submission's own: the appeal came in on that day.
    public struct AppealReferral: Hashable, Sendable, Codable {
        /// Whether it is an appeal, where it is not simply none. Closed.
        public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
            /// It is an appeal.
            case appeal
            /// It may be one, which the decision's handler finds out.
            case unclear
        }

        /// Whether it is one.
        public let verdict: Verdict
        /// The handler of the decision.
        public let handler: PersonReference
        /// Who passed it on, and when.
        public let by: Signature

        /// A passing on.
        public init(_ verdict: Verdict, to handler: PersonReference, by signature: Signature) {
            self.verdict = verdict
            self.handler = handler
            by = signature
        }
    }
}

extension Complaint.AppealReferral.Verdict: Labelled {
    /// The name that people read.
    public var label: LocalizedText {
        switch self {
        case .appeal: LocalizedText(sv: "Överklagande", en: "Appeal")
        case .unclear: LocalizedText(sv: "Oklart", en: "Unclear")
        }
    }
}

extension Complaint.Unanswered: Labelled {
    /// The name that people read, without the ground.
    public var label: LocalizedText {
        switch self {
        case .notWanted: LocalizedText(sv: "Svar önskades inte", en: "No answer was wanted")
        case .anonymous: LocalizedText(sv: "Avsändaren är anonym", en: "The sender is anonymous")
        case .secrecy: LocalizedText(sv: "Sekretess hindrar", en: "Secrecy forbids")
        }
    }
}
