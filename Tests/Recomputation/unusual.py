"""What a process does about its targets, and what is called unusual: parts of `more`."""
import math
from fractions import Fraction

from charts import KINDS, judge, point, value_of
from figures import is_running, period_of
from keys import WATCHED, by_month

ALARM_RATE = 0.02


def targets(settings, months, as_of):
    """Each target against the last complete month and the limits of its chart."""
    complete = months[:-1] if months and is_running("month", as_of) else months
    if not complete:
        return []
    result = []
    for metric, (least, most) in settings.targets:
        kind, count, base = KINDS.get(metric, ("xmr", None, None))
        if metric not in complete[-1]:
            result.append({"id": metric, "period": complete[-1]["period"], "minimum": least, "maximum": most,
                           "value": None, "lcl": None, "ucl": None, "verdict": None})
            continue
        scale = 1_000_000 if kind == "u" else 1
        points = [point(each, metric, kind, count, base, scale) for each in complete]
        starts = [start for chart, start in settings.rebase if chart == metric]
        phase = lambda each: sum(start <= each["period"] for start in starts)
        known = [each for each in points if value_of(each) is not None and phase(each) == phase(points[-1])]
        judge(known, kind, scale, settings.laney and kind in ("p", "u"))
        lower, upper = points[-1]["lcl"], points[-1]["ucl"]
        verdict = None
        if lower is not None and len(known) >= 12:
            verdict = "chance"
            if (least is not None and upper < least) or (most is not None and lower > most):
                verdict = "missed"
            if (least is None or lower >= least) and (most is None or upper <= most):
                verdict = "reached"
        result.append({"id": metric, "period": complete[-1]["period"], "minimum": least, "maximum": most,
                       "value": complete[-1][metric], "lcl": lower, "ucl": upper, "verdict": verdict})
    return result


def unusual(ledger, settings, months, as_of):
    """The keys that received more cases in the last complete month than chance explains."""
    if months and is_running("month", as_of):
        months = months[:-1]
    if len(months) < 12:
        return None
    looks, found = 0, []
    for name in WATCHED:
        rows = {row["key"]: row["counts"][:len(months)] for row in by_month(ledger, settings, name, [
            *months, *([period_of("month", as_of)] if period_of("month", as_of) not in months else [])]) if row["key"]}
        parents = {key: key.rpartition("/")[0] for key in rows}
        tops = [key for key in rows if name != "category" and not settings.vocabularies[name].labels.get(parents[key])
                or name == "category" and "/" not in key]
        leaders = [leader({key: rows[key][month] for key in tops}) for month in range(len(months))]
        for key, counts in rows.items():
            if not any(counts):
                continue
            looks += 1
            total, mean = sum(counts), sum(counts) / len(counts)
            upper = mean + 3 * math.sqrt(mean)
            if counts[-1] > upper:
                found.append({"dimension": name, "name": key, "count": counts[-1], "former": total - counts[-1],
                              "months": len(counts) - 1, "ucl": upper, "probability": tail(counts[-1], total, len(counts)),
                              "leads": "yes" if leaders[-1] == key and key not in leaders[:-1] else "no"})
    threshold = ALARM_RATE / max(looks, 1)
    found = [each for each in found if each["probability"] <= threshold]
    found = [each for each in found if not any(
        each["dimension"] == "category" == other["dimension"] and other["name"].startswith(each["name"] + "/") for other in found)]
    found.sort(key=lambda each: (each["probability"], each["dimension"], each["name"]))
    return {"period": months[-1], "looks": looks, "threshold": threshold, "signals": found}


def leader(counts):
    """The key with the most cases of a month; None where there are none or two share it."""
    most = max(counts.values(), default=0)
    best = [key for key, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def tail(count, total, periods):
    """The probability of at least `count` of `total` pieces in one of so many equal periods, exact."""
    p = Fraction(1, periods)
    return float(1 - sum(math.comb(total, k) * p ** k * (1 - p) ** (total - k) for k in range(count)))
