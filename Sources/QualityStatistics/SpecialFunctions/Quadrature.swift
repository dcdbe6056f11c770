/// The integral from 0 on of a function that falls from 1 like exp(−w) or faster, by Gauss–Legendre panels.
///
/// The function must be smooth on the scale of 1, and is left where it is negligible, or at `end`.
func integralOfFall(until end: Double, _ function: (Double) -> Double) -> Double {
    let nodes = [
        (0.9894009349916499, 0.027152459411754096), (0.9445750230732326, 0.062253523938647894),
        (0.8656312023878318, 0.09515851168249279), (0.755404408355003, 0.12462897125553388),
        (0.6178762444026438, 0.14959598881657674), (0.45801677765722737, 0.16915651939500254),
        (0.2816035507792589, 0.18260341504492358), (0.09501250983763744, 0.1894506104550685),
    ]
    var sum = 0.0
    var start = 0.0
    while start < end {
        let half = min(3, end - start) / 2
        let middle = start + half
        var panel = 0.0
        for (node, weight) in nodes {
            panel += weight * (function(middle - half * node) + function(middle + half * node))
        }
        sum += panel * half
        guard panel * half >= 1e-18 * sum else { break }
        start += 2 * half
    }
    return sum
}
