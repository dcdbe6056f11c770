/// Soundness of nets in which competing transitions need the same tokens.
///
/// Such a net is sound if and only if, with a way from the sink back to the source, it is live and bounded (van der Aalst
/// 1997). Rules that change neither (Murata 1989) shrink it: a map of matching splits and joins to a single step. What is
/// left is judged by the rank theorem (Desel and Esparza 1995, theorem 6.17): places and transitions have positive
/// invariants, the rank of the incidence matrix is one less than the number of clusters, and every siphon has a token.
enum FreeChoice {
    /// Whether transitions that share an input share all of them.
    static func holds(_ net: PetriNet) -> Bool {
        var presets: [[Int]?] = Array(repeating: nil, count: net.places.count)
        for transition in net.transitions {
            guard !transition.joinsAny, transition.clears.isEmpty else { return false }
            let preset = transition.inputs.sorted()
            guard Set(preset).count == preset.count, Set(transition.outputs).count == transition.outputs.count else {
                return false
            }
            for place in preset {
                if let other = presets[place], other != preset { return false }
                presets[place] = preset
            }
        }
        return true
    }

    /// Whether a net of free choices, all of it on ways from source to sink, is sound; `nil` where more transitions
    /// are left to judge than a number, or the numbers grow too large to tell.
    static func isSound(_ net: PetriNet, within size: Int) -> Bool? {
        var kernel = NetKernel(net)
        kernel.reduce()
        if kernel.isSingleStep { return true }
        guard !kernel.hasEmptySiphon else { return false }
        guard kernel.transitionCount <= size else { return nil }
        let matrix = kernel.incidence
        guard ExactLinear.rank(matrix.rows) == kernel.clusterCount - 1 else { return false }
        guard let isBounded = ExactLinear.hasPositiveSolution(matrix.columns) else { return nil }
        guard isBounded else { return false }
        return ExactLinear.hasPositiveSolution(matrix.rows)
    }
}
