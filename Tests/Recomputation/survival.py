"""The Kaplan-Meier median of spans, and its 95 % interval by the log-log bounds (Brookmeyer and Crowley 1982)."""
import math

Z = 1.959963984540054
HALF = 0.5 + 1e-12  # a product of fractions that makes exactly one half may be a little more


def survival(spans):
    """Returns (median, low, high) of [(length, has ended)]; None where the curve or its bound stays above one half."""
    median = low = high = None
    at_risk, curve, greenwood = len(spans), 1.0, 0.0
    ends, leaves = {}, {}
    for length, ended in spans:
        leaves[length] = leaves.get(length, 0) + 1
        ends[length] = ends.get(length, 0) + bool(ended)
    for length in sorted(leaves):
        died = ends[length]
        if died:
            curve *= 1 - died / at_risk
            lower = upper = 0.0
            if at_risk > died:
                greenwood += died / (at_risk * (at_risk - died))
                middle = math.log(-math.log(curve))
                half_width = Z * math.sqrt(greenwood) / abs(math.log(curve))
                lower = math.exp(-math.exp(middle + half_width))
                upper = math.exp(-math.exp(middle - half_width))
            median = length if median is None and curve <= HALF else median
            low = length if low is None and lower <= HALF else low
            high = length if high is None and upper <= HALF else high
        at_risk -= leaves[length]
    return median, low, high
