import Glibc

/// The logistic function: 0 far below, 1/2 at 0, 1 far above.
func sigmoid(_ value: Double) -> Double { 1 / (1 + exp(-value)) }

/// Its inverse, for probabilities kept a little away from 0 and 1.
func logit(_ probability: Double) -> Double {
    let kept = min(max(probability, 1e-6), 1 - 1e-6)
    return log(kept / (1 - kept))
}
