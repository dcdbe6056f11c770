public import Improvements
public import QualityCore

extension MeasureEffect.Question {
    /// The question that the plan of a measure asks, once the measure is done.
    ///
    /// - Parameters:
    ///   - plan: where and when the effect should show.
    ///   - executed: the day when the measure was done.
    ///   - scope: what is about the process that the plan names; without it all of the category is taken to be.
    public init(_ plan: Measure.EffectPlan, executed: CalendarDate, scope: ProcessScope? = nil) {
        self.init(category: plan.category, unit: plan.unit, executed: executed, window: plan.window)
        processCategories = scope?.categories
    }

    /// The question that a measure asks; `nil` where nobody planned its effect or it is not known to be done.
    public init?(_ measure: Measure, scope: ProcessScope? = nil) {
        guard let plan = measure.effectPlan, let executed = measure.step(to: .executed)?.by.value?.day else {
            return nil
        }
        self.init(plan, executed: executed, scope: scope)
    }
}

extension MeasureEffect {
    /// The figures to keep beside a person's verdict: the counts, the same elsewhere, and those of earlier years.
    public var figures: [Measure.EffectFigure] {
        var figures = [
            Measure.EffectFigure(
                "\(category.rawValue), \(unit.rawValue)",
                before: Double(countBefore),
                after: Double(countAfter)
            )
        ]
        if let elsewhere {
            figures.append(
                Measure.EffectFigure(
                    "\(category.rawValue), elsewhere",
                    before: Double(elsewhere.earlier),
                    after: Double(elsewhere.later)
                )
            )
        }
        figures += past.map { past in
            Measure.EffectFigure(
                "\(category.rawValue), \(unit.rawValue), \(past.period)",
                before: Double(past.count),
                after: nil
            )
        }
        return figures
    }
}
