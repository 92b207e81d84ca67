"""Control charts by month, and Nelson's rules (Nelson 1984), as the contract words them."""
import calendar
import math

from compare import ABSENT_OR

CHARTS = (("complaint_rate", "p", "complaint_lots", "shipped_lots"), ("ppm", "u", "defective", "shipped_units"),
          ("received", "c", "received", None), ("median_days_to_close", "xmr", None, None))

# How a figure is charted where a target is set for it; any other by its individual values.
KINDS = {name: (kind, count, base) for name, kind, count, base in CHARTS} | {
    "on_time_rate": ("p", "closed_on_time", "closed_with_due")}


def control_charts(months, as_of, settings):
    """Returns the four charts that are always there."""
    ends = as_of.day == calendar.monthrange(as_of.year, as_of.month)[1]
    complete = len(months) if ends else len(months) - 1  # the month in course takes no part
    result = []
    for name, kind, count, base in CHARTS:
        scale = 1_000_000 if kind == "u" else 1
        points = [point(period, name, kind, count, base, scale) for period in months]
        # Reading: a rebase starts a new chart, with limits and runs of its own, from that period on.
        starts = sorted(start for chart, start in settings.rebase if chart == name)
        phases = {}
        for index in range(complete):
            if value_of(points[index]) is not None:
                phase = sum(start <= points[index]["period"] for start in starts)
                phases.setdefault(phase, []).append(points[index])
        laney = settings.laney and kind in ("p", "u")
        for phase in phases.values():
            judge(phase, kind, scale, laney)
        result.append({"id": name, "kind": f"laney_{kind}" if laney else kind, "period": "month", "points": points})
    return result


def value_of(point):
    return point["value"]


def point(period, name, kind, count, base, scale):
    """Returns the point of a month, without limits yet."""
    x = period[count] if count else None
    n = period[base] if base else None
    value = period[name]
    if kind == "p" and value is not None and x > n:
        value = None  # an entry in the ledger's state; the period keeps its rate
    if value is None:
        # Reading: of a point without a value, n and x may stand as far as they are known.
        n, x = ABSENT_OR(n), ABSENT_OR(x)
    return {"period": period["period"], "n": n, "x": x, "value": None if value is None else float(value),
            "center": None, "ucl": None, "lcl": None, "rules": []}


def judge(points, kind, scale=1, laney=False):
    """Fills in limits and rules of a series of points that all have a value; none below two values."""
    if len(points) < 2:
        return
    values = [point["value"] for point in points]
    center, sigmas = spread(points, kind, scale, laney)
    for point, sigma in zip(points, sigmas):
        lower, upper = center - 3 * sigma, center + 3 * sigma
        # Reading: only the lower limit of p, u and c ends at 0; that of xmr may be negative.
        point["lcl"] = max(lower, 0.0) if kind != "xmr" else lower
        point["ucl"] = min(upper, 1.0) if kind == "p" else upper
        point["center"] = center
    zones = [zone(value, center, sigma) for value, sigma in zip(values, sigmas)]
    for index, point in enumerate(points):
        point["rules"] = nelson(values, zones, center, index, any(sigmas))


def spread(points, kind, scale, laney):
    """Returns the centre, and one sigma for each point."""
    values = [point["value"] for point in points]
    if kind == "xmr":
        center = math.fsum(values) / len(values)
        ranges = [abs(after - before) for before, after in zip(values, values[1:])]
        bound = 3.267 * math.fsum(ranges) / len(ranges)
        kept = [each for each in ranges if each <= bound]
        return center, [2.66 * (math.fsum(kept) / len(kept)) / 3] * len(values)
    if kind == "c":
        center = math.fsum(values) / len(values)
        return center, [math.sqrt(center)] * len(values)
    mean = float(sum(point["x"] for point in points) / sum(point["n"] for point in points))
    variance = mean * (1 - mean) if kind == "p" else mean
    sigmas = [math.sqrt(max(variance, 0.0) / float(point["n"])) * scale for point in points]
    if laney and all(sigmas):
        # Laney (2002): the sigma of the z values by their mean moving range ÷ 1.128.
        z = [(value - mean * scale) / sigma for value, sigma in zip(values, sigmas)]
        ranges = [abs(after - before) for before, after in zip(z, z[1:])]
        sigmas = [sigma * math.fsum(ranges) / len(ranges) / 1.128 for sigma in sigmas]
    return mean * scale, sigmas


def zone(value, center, sigma):
    """Returns how many of the lines at 1, 2 and 3 sigma a value is beyond, negative below the centre."""
    side = 1 if value > center else -1
    lines = [center + side * times * sigma for times in (1, 2, 3)]
    return side * sum(1 for line in lines if beyond(value, line, side))


def beyond(value, line, side):
    # A value that equals the line but for the last bits of a double is on it.
    return side * (value - line) > 1e-12 * max(abs(value), abs(line))


def nelson(values, zones, center, at, has_spread):
    """Returns the rules that the point `at` completes, in order."""
    def last(count, series):
        return series[at + 1 - count:at + 1] if at + 1 >= count else None

    steps = [(b > a) - (b < a) for a, b in zip(values, values[1:])]
    sides = [(beyond(v, center, 1) and 1) or (beyond(v, center, -1) and -1) or 0 for v in values]
    nine, six, fourteen = last(9, sides), last(6, values), last(14, values)
    found = []
    if nine and abs(sum(nine)) == 9:
        found.append(2)
    if six and abs(sum(steps[at - 5:at])) == 5:
        found.append(3)
    if fourteen and all(a * b == -1 for a, b in zip(steps[at - 13:at - 1], steps[at - 12:at])):
        found.append(4)
    if not has_spread:
        return found
    if abs(zones[at]) == 3:
        found.append(1)
    for rule, window, needed, line in ((5, 3, 2, 2), (6, 5, 4, 1)):
        seen = last(window, zones)
        side = 1 if zones[at] > 0 else -1
        if seen and side * zones[at] >= line and sum(side * each >= line for each in seen) >= needed:
            found.append(rule)
    fifteen, eight = last(15, zones), last(8, zones)
    if fifteen and not any(fifteen):
        found.append(7)
    if eight and all(eight) and min(eight) < 0 < max(eight):
        found.append(8)
    return sorted(found)
