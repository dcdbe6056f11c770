import QualityCore
import QualityStorage

/// A typical request for counts, and what a person would ask in SQL.
struct Question {
    let name: String
    let request: CountRequest
    let sqlite: String
    let postgreSQL: String

    private init(
        _ name: String,
        _ filter: Filter,
        _ measure: CountRequest.Measure = .records,
        by keys: [CountRequest.Key],
        sqlite: String,
        postgreSQL: String
    ) {
        self.name = name
        request = CountRequest(tenant: Specimen.tenant, filter: filter, measure: measure, by: keys)
        self.sqlite = sqlite
        self.postgreSQL = postgreSQL
    }

    /// Newest revisions that are not erased: what every request counts.
    private static let newest = """
        r.tenant = '\(Specimen.tenant.rawValue)' AND r.superseded = 9223372036854775807 AND r.status IS NOT NULL
        """

    static let all = [
        Question(
            "records by kind",
            .everything,
            by: [.kind],
            sqlite: "SELECT kind, count(*) FROM revisions AS r WHERE \(newest) GROUP BY kind",
            postgreSQL: "SELECT kind, count(*) FROM revisions AS r WHERE \(newest) GROUP BY kind"
        ),
        Question(
            "reports by month",
            .kinds([Specimen.kind]),
            by: [.month(.reported)],
            sqlite: """
                SELECT strftime('%Y-%m', reported * 86400, 'unixepoch'), count(*) FROM revisions AS r
                WHERE \(newest) AND kind = 'deviation' GROUP BY 1
                """,
            postgreSQL: """
                SELECT to_char(date '1970-01-01' + reported, 'YYYY-MM'), count(*) FROM revisions AS r
                WHERE \(newest) AND kind = 'deviation' GROUP BY 1
                """
        ),
        Question(
            "a year by unit and status",
            .days(
                .reported,
                from: CalendarDate(daysSince1970: 19_358),
                through: CalendarDate(daysSince1970: 19_722)
            ),
            by: [.unit, .status],
            sqlite: """
                SELECT unit, status, count(*) FROM revisions AS r
                WHERE \(newest) AND reported BETWEEN 19358 AND 19722 GROUP BY unit, status
                """,
            postgreSQL: """
                SELECT unit, status, count(*) FROM revisions AS r
                WHERE \(newest) AND reported BETWEEN 19358 AND 19722 GROUP BY unit, status
                """
        ),
        Question(
            "records by category",
            .kinds([Specimen.kind]),
            by: [.code(.category)],
            sqlite: """
                SELECT c.value, count(DISTINCT r.id)
                FROM revisions AS r, json_each(r.codes) AS o, json_each(o.value, '$.category') AS c
                WHERE \(newest) AND r.kind = 'deviation' GROUP BY c.value
                """,
            postgreSQL: """
                SELECT c.code, count(*) FROM revisions AS r CROSS JOIN LATERAL (
                    SELECT DISTINCT jsonb_array_elements_text(o -> 'category') AS code
                    FROM jsonb_array_elements(r.codes::jsonb) AS o
                ) AS c WHERE \(newest) AND r.kind = 'deviation' GROUP BY c.code
                """
        ),
        Question(
            "observations of three units by year and category",
            .units(Set(Register.units[3...5].map(OrganisationUnitID.init(rawValue:)))),
            .observations,
            by: [.year(.occurred), .code(.category)],
            sqlite: """
                SELECT strftime('%Y', occurred * 86400, 'unixepoch'), c.value, count(*)
                FROM revisions AS r, json_each(r.codes) AS o, json_each(o.value, '$.category') AS c
                WHERE \(newest) AND unit IN ('enhet-3', 'enhet-4', 'enhet-5') GROUP BY 1, 2
                """,
            postgreSQL: """
                SELECT to_char(date '1970-01-01' + occurred, 'YYYY'), c.code, count(*)
                FROM revisions AS r CROSS JOIN LATERAL jsonb_array_elements(r.codes::jsonb) AS o
                    CROSS JOIN LATERAL jsonb_array_elements_text(o -> 'category') AS c (code)
                WHERE \(newest) AND unit IN ('enhet-3', 'enhet-4', 'enhet-5') GROUP BY 1, 2
                """
        ),
    ]
}
