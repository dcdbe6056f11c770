/// How much work a verdict on soundness may take.
struct SoundnessEffort {
    /// The number of states after which exploring is given up.
    var states: Int
    /// How many numbers of tokens exploring may write in all, so that a large net is given up as soon as a small one.
    var tokens: Int
    /// How many transitions that no rule shrinks further are judged by algebra.
    var kernel: Int

    /// As much as a decision takes, but for exploring.
    static func full(states: Int) -> SoundnessEffort {
        SoundnessEffort(states: states, tokens: 200_000_000, kernel: .max)
    }

    /// As much as one process or sub-process of a map may take while someone waits for the checks of the whole map.
    ///
    /// - Parameters:
    ///   - nodes: how many nodes it has.
    ///   - total: how many nodes the map has.
    static func check(of nodes: Int, in total: Int) -> SoundnessEffort {
        SoundnessEffort(states: 10_000, tokens: 20_000_000 / max(1, total) * nodes, kernel: 60)
    }
}
