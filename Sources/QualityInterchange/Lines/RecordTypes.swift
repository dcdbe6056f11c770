import Complaints
import Deviations
import Improvements
import LexSarah
import ProcessMaps
public import QualityCore
import SelfChecks

/// The types of record that can be read from lines, by the name of their kind (*posttyper*).
public struct RecordTypes: Sendable {
    private var types: [RecordKind: any QualityRecord.Type] = [:]

    /// Some types; of two with the same kind the last is meant.
    public init(_ types: [any QualityRecord.Type]) {
        for type in types { self.types[type.kind] = type }
    }

    /// Every type of record of this package.
    public static let standard = RecordTypes([
        BoardDecision.self, CareProcess.self, Complaint.self, ComplaintTheme.self, Deviation.self,
        ExternalReview.self, Goal.self, JointAnalysis.self, LexSarahCase.self, Measure.self, ProcessTree.self,
        ProviderFollowUp.self, RiskAnalysis.self, Routine.self, SelfCheck.self, SelfCheckPlan.self,
        SelfCheckTemplate.self, SituationReport.self, UnexecutedDecision.self, UserSurvey.self,
    ])

    /// The same types with one of a host's own.
    public func adding(_ type: any QualityRecord.Type) -> RecordTypes {
        RecordTypes(all + [type])
    }

    /// The types in the order of the names of their kinds.
    public var all: [any QualityRecord.Type] {
        types.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
    }

    /// The type of a kind; `nil` where none is known.
    public subscript(_ kind: RecordKind) -> (any QualityRecord.Type)? {
        types[kind]
    }
}
