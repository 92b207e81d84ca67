"""What metrics.json holds under `more`: the further figures, each as definitions.html words it."""
import datetime as dt
import math
from collections import defaultdict
from fractions import Fraction

from cases import yes_no
from charts import judge, point, value_of, KINDS
from dimensions import BY_CODE, department_shares
from figures import UNITS, days_between, grouped, median, money, period_of, quantile, rate
from fields import IMPROVEMENT, fields
from frontmatter import decode, front_matter
from stages import stage_clocks
from survival import survival
from values import elapsed, moment

Z = 1.959963984540054
TENTH = Fraction(9, 10)
WATCHED = ("category", "product", "department")
ALARM_RATE = 0.02


def more(content, ledger, settings, exposure, by_unit, as_of):
    """Returns the whole member `more`."""
    views = ledger.views
    days = days_between(min(view.case.received.day for view in views), as_of) if views else []
    months = [month["period"] for month in by_unit["month"]]
    promises = [promise for view in views for promise in response_promises(view)]
    stages, departments = step_times(views)
    measures = read_improvements(content, settings, as_of)
    return {
        "periods": {unit: further(unit, ledger, by_unit[unit], promises, days) for unit in UNITS},
        "changes": {unit: changes(unit, by_unit[unit], ledger, exposure, as_of) for unit in ("month", "quarter", "year")},
        "dimensions": key_figures(ledger, settings, exposure, months),
        "received_by_month": {name: by_month(ledger, settings, name, months) for name in WATCHED},
        "stages": stages, "departments": departments, "ageing": ageing(views, as_of),
        "attribution": attribution(ledger, months), "targets": targets(settings, by_unit["month"], as_of),
        "improvements": {"all": improvements(measures)} | {
            unit: [{"period": each["period"]} | improvements(measures, unit, each["period"]) for each in by_unit[unit]]
            for unit in ("month", "quarter", "year")},
        "unusual": unusual(ledger, settings, months, as_of)}


def wilson(count, base):
    """Returns the 95 % score interval of a share by the roots of its quadratic; two None over nothing."""
    if not base:
        return None, None
    count, base = float(count), float(base)
    a, b, c = 1 + Z * Z / base, -(2 * count / base + Z * Z / base), (count / base) ** 2
    root = math.sqrt(max(b * b - 4 * a * c, 0))
    return (0.0 if count == 0 else (-b - root) / (2 * a)), (1.0 if count == base else (-b + root) / (2 * a))


def hours(view, stage):
    at = view.first(stage)
    if at is None or at.whole_day or view.case.received.whole_day:
        return None
    return Fraction(elapsed(view.case.received, at), 3600)


def taken(view):
    """Returns how many days a case took, or has taken at the end of as-of, and whether it is closed."""
    if view.closed:
        return view.days_to_close, True
    return Fraction(elapsed(view.case.received, view.end_of_day), 86_400), False


def response_promises(view):
    """Yields (day due, kept) of each limit of the first response that fell due."""
    for clock in stage_clocks(view):
        if clock["stages"] != ["responded"] or not clock["due"]:
            continue
        day = dt.date.fromisoformat(clock["due"][:10])
        if day <= view.as_of and clock["state"] in ("in time", "overrun", "overdue"):
            yield day, clock["state"] == "in time"


def median_of(spans):
    found = survival([(float(days), ended) for days, ended in spans])
    return {"survival_median_days": found[0], "survival_low_days": found[1], "survival_high_days": found[2]}


def further(unit, ledger, periods, promises, days):
    views = ledger.views
    received = grouped(unit, views, lambda view: view.case.received.day)
    closed = grouped(unit, views, lambda view: view.closed.day if view.closed else None)
    answered = grouped(unit, views, lambda view: view.first("responded").day if view.first("responded") else None)
    contained = grouped(unit, views, lambda view: view.first("contained").day if view.first("contained") else None)
    fallen = defaultdict(list)
    for day, kept in promises:
        fallen[period_of(unit, day)].append(kept)
    result, cumulated = [], 0
    for figures in periods:
        name = figures["period"]
        came, went, due = received[name], closed[name], fallen[name]
        cumulated += len(came)
        respond = [each for each in (hours(view, "responded") for view in answered[name]) if each is not None]
        contain = [each for each in (hours(view, "contained") for view in contained[name]) if each is not None]
        done = [view for view in came if view.closed]
        found = {"period": name, "share": rate(len(came), len(views)), "received_cumulative": cumulated,
                 "completed": len(done), "closed_of_workload": rate(len(went), len(went) + figures["open_end"]),
                 "repeat_rate": rate(figures["repeats"], len(came)),
                 "median_days_of_received": median([view.days_to_close for view in done]),
                 "responded": len(respond), "p90_hours_to_respond": quantile(respond, TENTH),
                 "contained": len(contain), "median_hours_to_contain": median(contain),
                 "p90_hours_to_contain": quantile(contain, TENTH),
                 "response_due": len(due), "response_kept": sum(due), "response_rate": rate(sum(due), len(due))}
        again = [view for view in came if view.known("reopened")]
        found |= {"reopened_of_received": len(again), "reopened_rate": rate(len(again), len(came))}
        found |= median_of([taken(view) for view in came])
        for key, count, base in (("completed", len(done), len(came)), ("response", sum(due), len(due)),
                                 ("on_time", figures["closed_on_time"], figures["closed_with_due"])):
            found[f"{key}_low"], found[f"{key}_high"] = wilson(count, base)
        result.append(found | of_closed(went, ledger.costs))
    return result


def of_closed(views, costs):
    abnormal = sum(1 for view in views if view.case.closure_kind == "abnormal")
    fined = [deductions for deductions in (view.deductions for view in views) if deductions]
    sums = {kind: sum(amount for each in fined for name, amount in each if kind in (name, "all"))
            for kind in ("all", "bonus", "administrative")}
    named = sum(1 for view in views if view.departments)
    calls = [view.follow_up for view in views if view.follow_up != "exempt"]
    spoken = [each for each in calls if each in ("reached", "satisfied", "unsatisfied")]
    asked = [each for each in spoken if each != "reached"]
    marks = [view.case.satisfaction for view in views if view.case.satisfaction is not None]
    return {
        "closed_normal": len(views) - abnormal, "closed_abnormal": abnormal,
        "cost_per_case": rate(sum(costs[view.case.id] for view in views), 100 * len(views)),
        "deduction_cases": len(fined), "deductions": money(sums["all"]), "deduction_bonus": money(sums["bonus"]),
        "deduction_administrative": money(sums["administrative"]),
        "attributed": named, "attributed_rate": rate(named, len(views)),
        "followup_due": len(calls), "followed_up": len(spoken), "followup_rate": rate(len(spoken), len(calls)),
        "followup_answers": len(asked), "followup_satisfied": asked.count("satisfied"),
        "satisfied_rate": rate(asked.count("satisfied"), len(asked)),
        "satisfaction_answer_rate": rate(len(marks), len(views)),
        **{f"satisfaction_{mark}": marks.count(mark) for mark in range(1, 6)}}


def changes(unit, periods, ledger, exposure, as_of):
    """Each figure against the period before and that of a year before, as a fraction of it."""
    names = [each["period"] for each in periods]
    result = []
    for index, now in enumerate(periods):
        found = {"period": now["period"]}
        for base, step in (("previous", 1), ("year_earlier", {"month": 12, "quarter": 4, "year": 1}[unit])):
            former = periods[index - step] if index >= step else None
            if index == len(names) - 1 and is_running(unit, as_of):
                former = same_span(unit, step, ledger, exposure, as_of)
            found[base] = {key: change(now[key], former[key] if former else None) for key in now if key != "period"}
        result.append(found)
    return result


def change(now, former):
    return Fraction(now - former) / Fraction(former) if now is not None and former else None


def is_running(unit, as_of):
    return period_of(unit, as_of) == period_of(unit, as_of + dt.timedelta(days=1))


def same_span(unit, steps, ledger, exposure, as_of):
    """The figures of the former period up to the day that stands in it where as-of stands in its own."""
    from figures import unit_periods, overdue_by_day
    months = {"month": 1, "quarter": 3, "year": 12}[unit] * steps
    place = as_of.year * 12 + as_of.month - 1 - months
    year, month = divmod(place, 12)
    longest = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    last = dt.date(year, month + 1, min(as_of.day, longest))
    first = min(view.case.received.day for view in ledger.views)
    if last < first:
        return None
    name = period_of(unit, last)
    # What happened up to then, seen from as-of: figures by date up to that day only.
    days = [day for day in days_between(first, as_of) if day <= last]
    overdue = overdue_by_day(ledger.views, days_between(first, as_of))
    found = next(each for each in unit_periods(unit, ledger, exposure, days, overdue, until=last)
                 if each["period"] == name)
    whole = period_of(unit, last) != period_of(unit, last + dt.timedelta(days=1))
    if not whole:
        found |= {"shipped_lots": None, "shipped_units": None, "complaint_rate": None, "ppm": None}
    return found


def members_of(name, settings):
    """Returns view -> {key: weight} of a dimension."""
    words = settings.vocabularies
    if name == "department":
        return department_shares(words["department"])
    if name == "product":
        return lambda view: {product.key: Fraction(1) for product in view.case.products if product.key}
    if name == "status":
        return lambda view: {view.status: Fraction(1)} if view.status else {}
    vocabulary = words[BY_CODE[name]]
    return lambda view: {key: Fraction(1) for code in view.case.values[name] for key in vocabulary.with_parents(code)}


def under(ledger, settings, name):
    """Returns key -> [(view, weight)], the key "" for cases without a value."""
    rows = defaultdict(list)
    members = members_of(name, settings)
    for view in ledger.views:
        for key, weight in (members(view) or {"": Fraction(1)}).items():
            rows[key].append((view, weight))
    return rows


def key_figures(ledger, settings, exposure, months):
    result = {}
    for name in (*BY_CODE, "status", "product", "department"):
        rows = under(ledger, settings, name)
        listed = settings.vocabularies[BY_CODE.get(name, name)].labels
        keys = sorted({*rows, *listed})
        result[name] = [{"key": key} | figures_of(rows.get(key, []), key, name, exposure, months) for key in keys]
    return result


def figures_of(weighted, key, name, exposure, months):
    def total(test, amount=lambda view: 1):
        return sum((weight * amount(view) for view, weight in weighted if test(view)), Fraction(0))
    views = [view for view, _ in weighted]
    with_due, on_time = total(lambda v: v.closed and v.due), total(lambda v: v.closed and v.due and v.on_time)
    valid = lambda view: view.case.one("validity") not in ("invalid", "not_established")
    lots = total(valid, lambda view: sum(product.lots for product in view.case.products))
    pieces = total(valid, lambda view: sum(product.defective or 0 for product in view.case.products))
    marks = [view.case.satisfaction for view in views if view.closed and view.case.satisfaction is not None]
    shipped = {column: shipped_of(key, column, exposure, months) if name == "product" else None
               for column in ("shipped_lots", "shipped_units")}
    ppm = rate(pieces, shipped["shipped_units"])
    respond, contain = ([each for each in (hours(view, stage) for view in views) if each is not None]
                        for stage in ("responded", "contained"))
    return {
        "valid": total(valid), "repeats": total(lambda v: v.case.repeat_of), "reopened": total(lambda v: v.known("reopened")),
        "closed_with_due": with_due, "closed_on_time": on_time, "on_time_rate": rate(on_time, with_due),
        "completed_of_received": rate(total(lambda v: v.closed), total(lambda v: True)),
        "p90_days_to_close": quantile([view.days_to_close for view in views if view.closed], TENTH),
        **median_of([taken(view) for view in views]),
        "median_hours_to_respond": median(respond), "median_hours_to_contain": median(contain),
        "satisfaction_mean": rate(sum(marks), len(marks)), "satisfaction_answers": len(marks),
        "complaint_lots": lots, "defective": pieces, **shipped,
        "complaint_rate": rate(lots, shipped["shipped_lots"]), "ppm": None if ppm is None else ppm * 1_000_000}


def shipped_of(product, column, exposure, months):
    """The sum over all months of the ledger, None where one has no row of the product."""
    values = [exposure.of_products.get(month, {}).get(product, {}).get(column) for month in months]
    return None if not values or None in values else sum(values)


def by_month(ledger, settings, name, months):
    place = {month: index for index, month in enumerate(months)}
    result = []
    for key, weighted in sorted(under(ledger, settings, name).items()):
        counts = [0] * len(months)
        for view, _ in weighted:
            counts[place[period_of("month", view.case.received.day)]] += 1
        result.append({"key": key, "counts": counts})
    return result


def step_times(views):
    """Returns the time taken and waited by stage and by department."""
    steps = [defaultdict(lambda: ([], [])), defaultdict(lambda: ([], []))]
    for view in views:
        last, at = view.case.received, ("received", "")
        for event in view.in_order():
            days = Fraction(elapsed(event.received or last, event.at), 86_400)
            if event.holds and days >= 0:
                for table, key in zip(steps, (event.stage, event.department or "")):
                    table[key][0].append(days)
            last, at = event.at, (event.stage, event.department or "")
        if not view.closed:
            waited = Fraction(elapsed(last, view.end_of_day), 86_400)
            for table, key in zip(steps, at):
                table[key][1].append(waited)
    return ([{"key": key, "steps": len(done), "median_days": median(done), "p90_days": quantile(done, TENTH),
              "total_days": sum(done, Fraction(0)), "waiting": len(waiting), "median_days_waiting": median(waiting)}
             for key, (done, waiting) in table.items()] for table in steps)


def ageing(views, as_of):
    bounds = [0, 8, 15, 31, 61, None]
    result = []
    for low, high in zip(bounds, bounds[1:]):
        inside = [view for view in views if not view.closed and (as_of - view.case.received.day).days >= low
                  and (high is None or (as_of - view.case.received.day).days < high)]
        paused = [view for view in inside if view.paused.open_from]
        late = [view for view in inside if view not in paused and view.overdue]
        near = [view for view in inside if view not in paused and view not in late and view.due
                and view.due.end.date() <= as_of + dt.timedelta(days=3)]
        result.append({"from": low, "to": None if high is None else high - 1, "open": len(inside), "late": len(late),
                       "near": len(near), "paused": len(paused)})
    return result


def attribution(ledger, months):
    closed = defaultdict(lambda: defaultdict(lambda: [Fraction(0), Fraction(0)]))
    count = defaultdict(int)
    for view in ledger.views:
        if view.closed:
            month = period_of("month", view.closed.day)
            count[month] += 1
            for name, share in view.departments or [("", Fraction(1))]:
                closed[month][name][0] += share
                closed[month][name][1] += share * ledger.costs[view.case.id] / 100
    return [{"period": month, "closed": count[month],
             "departments": [{"key": key, "closed": part, "share": rate(part, count[month]), "cost": cost}
                             for key, (part, cost) in closed[month].items()]} for month in months]


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


def read_improvements(content, settings, as_of):
    """Yields (due, done, effective, confirmed on) of each measure as it stands on as-of."""
    result = []
    for path in sorted((content / "improvements").glob("*.md")):
        got = fields(front_matter(decode(path.read_bytes())), IMPROVEMENT)
        due, done, confirmed = (moment(got.get(key), settings.zone) for key in ("due", "done", "confirmed_on"))
        done = done if done and done.day <= as_of else None
        effective = yes_no(got.get("effective"))
        if confirmed and confirmed.day > as_of:
            effective = None
        passed = bool(due) and due.end < dt.datetime.combine(as_of, dt.time(23, 59, 59))
        result.append((due, done, passed, effective, confirmed))
    return result


def improvements(measures, unit=None, period=None):
    """Those due (their date in the period, and passed or the measure done) and done by it; those confirmed, and effective."""
    inside = lambda day: unit is None or day is not None and period_of(unit, day.day) == period
    due = [(due, done) for due, done, passed, _, _ in measures if due and inside(due) and (done or passed)]
    on_time = sum(1 for due, done in due if done and done.not_after(due))
    confirmed = [effective for *_, effective, day in measures if effective is not None and inside(day)]
    return {"due": len(due), "done_on_time": on_time, "on_time_rate": rate(on_time, len(due)),
            "confirmed": len(confirmed), "effective": sum(confirmed), "effective_rate": rate(sum(confirmed), len(confirmed))}


def leader(counts):
    """The key with the most cases of a month; None where there are none or two share it."""
    most = max(counts.values(), default=0)
    best = [key for key, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def tail(count, total, periods):
    """The probability of at least `count` of `total` pieces in one of so many equal periods, exact."""
    p = Fraction(1, periods)
    return float(1 - sum(math.comb(total, k) * p ** k * (1 - p) ** (total - k) for k in range(count)))
