"""Exact intervals of a share (Clopper and Pearson), as `endeks read --evaluate` has them."""

import math


def below(most, of, share):
    """The chance of so many or fewer."""
    ways = (math.lgamma(of + 1) - math.lgamma(k + 1) - math.lgamma(of - k + 1) for k in range(most + 1))
    return sum(math.exp(way + k * math.log(share) + (of - k) * math.log1p(-share)) for k, way in enumerate(ways))


def largest(holds):
    """The largest share of which it holds, by halving."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low


def upper(count, of, tail=0.05):
    """The upper end of the one-sided interval."""
    return 1.0 if count >= of else largest(lambda share: below(count, of, share) > tail)


def interval(count, of):
    """Both ends of the 95 % interval."""
    low = 0.0 if count == 0 else largest(lambda share: 1 - below(count - 1, of, share) <= 0.025)
    return low, upper(count, of, 0.025)
