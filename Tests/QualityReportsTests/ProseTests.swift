import QualityReports
import Testing
