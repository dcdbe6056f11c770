import QualityCore
import QualityReports
import Testing

struct DrawingTests {
    private func drawn(_ points: [Double?]) -> String {
        SparklineRenderer().render(QualityReport.Sparkline(points: points, label: "2017–2020: 1, 2 & 3"))
    }

    private func count(_ part: String, in text: String) -> Int {
        text.ranges(of: part).count
    }

    @Test(arguments: [
        ([1, 2, 3, 4] as [Double?], 1, 0, 1),
        ([1, 2, nil, 4, 5], 2, 1, 1),
        ([nil, nil, nil, 5], 0, 3, 1),
        ([1, nil, 3, nil], 0, 2, 2),
        ([nil, nil], 0, 2, 0),
        ([0, 0], 1, 0, 1),
        ([.nan, 1, 2], 1, 1, 1),
        ([], 0, 0, 0),
        ([7], 0, 0, 1),
    ])
    func `A sparkline breaks at absent values and marks them`(
        points: [Double?],
        lines: Int,
        gaps: Int,
        dots: Int
    ) {
        let svg = drawn(points)
        #expect(count("<polyline", in: svg) == lines)
        #expect(count("class=\"gap\"", in: svg) == gaps)
        #expect(count("class=\"dot\"", in: svg) == dots)
        #expect(!svg.contains("nan"))
    }

    @Test func `A sparkline is an image named by its label`() {
        #expect(drawn([1, 2]).contains("role=\"img\""))
        #expect(drawn([1, 2]).contains("aria-label=\"2017–2020: 1, 2 &amp; 3\""))
    }

    @Test(arguments: QualityReport.Chart.Kind.allCases)
    func `A chart has a title, a description and names of its own`(kind: QualityReport.Chart.Kind) {
        let chart =
            switch kind {
            case .bars: SampleReport.monthly
            case .horizontalBars: SampleReport.byUnit
            case .stackedShare: SampleReport.shares
            }
        let svg = ChartRenderer(language: .swedish).render(chart)
        #expect(svg.contains("role=\"img\" aria-labelledby=\"\(chart.id)-title \(chart.id)-desc\""))
        #expect(svg.contains("<title id=\"\(chart.id)-title\">\(chart.title)</title>"))
        #expect(svg.contains("<desc id=\"\(chart.id)-desc\">"))
        for category in chart.categories { #expect(svg.contains(">\(category)</text>")) }
        if chart.series.count > 1 {
            for series in chart.series { #expect(svg.contains(">\(series.name)</text>")) }
        }
    }

    @Test func `An absent figure is a dash without a bar`() {
        let svg = ChartRenderer(language: .swedish).render(SampleReport.byUnit)
        #expect(count("<rect", in: svg) == 3)
        #expect(svg.contains("data-figure=\"unit-4\" data-value=\"\""))
        #expect(svg.contains(">–</text>"))
    }

    @Test(arguments: QualityReport.Chart.Kind.allCases)
    func `A chart of nothing draws nothing and does not fail`(kind: QualityReport.Chart.Kind) {
        let nothing = QualityReport.Figure(id: "z", value: .integer(0), definition: "", period: "")
        for (categories, figures) in [([], []), (["a"], [nothing])] as [([String], [QualityReport.Figure])] {
            let chart = QualityReport.Chart(
                id: "c",
                title: "C",
                kind: kind,
                series: [QualityReport.Chart.Series(name: "s", figures: figures)],
                categories: categories,
                countedBy: ""
            )
            #expect(!ChartRenderer(language: .english).render(chart).contains("<rect"))
        }
    }
}
