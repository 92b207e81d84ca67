"""What metrics.json holds under `more`: the further figures, each as definitions.html words it."""
import datetime as dt
import math
from collections import defaultdict
from fractions import Fraction

from figures import (
    UNITS, days_between, grouped, is_running, median, money, overdue_by_day, period_of, quantile, rate, unit_periods)
from handling import ageing, attribution, improvements, read_improvements, step_times
from keys import WATCHED, by_month, key_figures, response_promises, valid
from spans import hours, hours_until, median_of, taken
from splits import splits
from unusual import targets, unusual

Z = 1.959963984540054
TENTH = Fraction(9, 10)
# The figures of a period, in the order in which `changes` lists them.
CHANGED = [
    "received", "valid", "closed", "open_end", "overdue_end", "closed_with_due", "closed_on_time", "on_time_rate",
    "completed_of_received", "median_days_to_close", "p90_days_to_close", "median_hours_to_respond", "complaint_lots",
    "shipped_lots", "complaint_rate", "defective", "shipped_units", "ppm", "cost", "satisfaction_mean",
    "satisfaction_answers", "reopened", "repeats"]


def more(content, ledger, settings, exposure, by_unit, as_of):
    """Returns the whole member `more`."""
    views = ledger.views
    days = days_between(min(view.case.received.day for view in views), as_of) if views else []
    months = [month["period"] for month in by_unit["month"]]
    by_case = {view.case.id: list(response_promises(view)) for view in views}
    promises = [promise for promised in by_case.values() for promise in promised]
    stages, departments = step_times(views)
    measures = read_improvements(content, settings, as_of)
    return {
        "periods": {unit: further(unit, ledger, by_unit[unit], promises, days) for unit in UNITS},
        "changes": {"figures": CHANGED} | {
            unit: changes(unit, by_unit[unit], ledger, exposure, as_of) for unit in UNITS},
        "dimensions": key_figures(ledger, settings, exposure, months),
        "splits": splits(ledger, settings, exposure, by_unit, by_case, as_of),
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


def further(unit, ledger, periods, promises, days):
    views = ledger.views
    received = grouped(unit, views, lambda view: view.case.received.day)
    closed = grouped(unit, views, lambda view: view.closed.day if view.closed else None)
    answered = grouped(unit, views, lambda view: view.first("responded").day if view.first("responded") else None)
    contained = grouped(unit, views, lambda view: view.first("contained").day if view.first("contained") else None)
    told = grouped(unit, views, lambda view: view.first_told.day if view.first_told else None)
    fallen = defaultdict(list)
    for day, kept in promises:
        fallen[period_of(unit, day)].append(kept)
    seen = defaultdict(set)
    for view in views:
        for problem in problems_of(view) if valid(view) else ():
            seen[problem].add(view.case.received.day)
    result, cumulated = [], 0
    for figures in periods:
        name = figures["period"]
        came, went, due = received[name], closed[name], fallen[name]
        cumulated += len(came)
        respond = [each for each in (hours(view, "responded") for view in answered[name]) if each is not None]
        contain = [each for each in (hours(view, "contained") for view in contained[name]) if each is not None]
        inform = [each for each in (hours_until(view, view.first_told) for view in told[name]) if each is not None]
        looked = [product for view in came if valid(view) for product in view.case.products
                  if product.inspected is not None and product.defective is not None]
        inspected = sum((product.inspected for product in looked), Fraction(0))
        stood = [view.paused_days for view in went]
        done = [view for view in came if view.closed]
        found = {"period": name, "share": rate(len(came), len(views)), "received_cumulative": cumulated,
                 "completed": len(done), "closed_of_workload": rate(len(went), len(went) + figures["open_end"]),
                 "repeat_rate": rate(figures["repeats"], len(came)),
                 "median_days_of_received": median([view.days_to_close for view in done]),
                 "responded": len(respond), "p90_hours_to_respond": quantile(respond, TENTH),
                 "contained": len(contain), "median_hours_to_contain": median(contain),
                 "p90_hours_to_contain": quantile(contain, TENTH),
                 "response_due": len(due), "response_kept": sum(due), "response_rate": rate(sum(due), len(due))}
        found |= {"informed": len(inform), "median_hours_to_inform": median(inform),
                  "p90_hours_to_inform": quantile(inform, TENTH),
                  "paused_cases": sum(1 for days in stood if days), "paused_days": sum(stood, Fraction(0)),
                  "median_days_unpaused": median([max(Fraction(0), view.days_to_close - view.paused_days) for view in went]),
                  "inspected": inspected,
                  "defect_rate": rate(sum((product.defective for product in looked), Fraction(0)), inspected)}
        named = [view for view in came if valid(view) and problems_of(view)]
        shown = [view for view in named if any(
            0 < (view.case.received.day - day).days <= 365 for problem in problems_of(view) for day in seen[problem])]
        found |= {"problems_named": len(named), "problem_repeats": len(shown),
                  "problem_repeat_rate": rate(len(shown), len(named))}
        again = [view for view in came if view.known("reopened")]
        found |= {"reopened_of_received": len(again), "reopened_rate": rate(len(again), len(came))}
        found |= median_of([taken(view) for view in came])
        for key, count, base in (("completed", len(done), len(came)), ("response", sum(due), len(due)),
                                 ("on_time", figures["closed_on_time"], figures["closed_with_due"])):
            found[f"{key}_low"], found[f"{key}_high"] = wilson(count, base)
        result.append(found | of_closed(went, ledger.costs))
    return result


def problems_of(view):
    """What may come back: each product of a case with its category."""
    category = view.case.one("category")
    return {(product.key, category) for product in view.case.products if product.key and category}


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
    """Each figure against the period before and that of the same name a year before, as a fraction of it."""
    by_name = {each["period"]: each for each in periods}
    result = []
    for index, now in enumerate(periods):
        found = {"period": now["period"]}
        for base in ("previous", "year_earlier"):
            former = by_name.get(a_year_before(now["period"])) if base == "year_earlier" else (
                periods[index - 1] if index else None)
            if index == len(periods) - 1 and is_running(unit, as_of):
                former = same_span(unit, base, ledger, exposure, as_of)
            found[base] = [change(now[key], former[key] if former else None) for key in CHANGED]
        result.append(found)
    return result


def a_year_before(name):
    """The name of the same period of the year before, which there need not be: 2025-10-12, 2025-W42, 2025-Q4."""
    return f"{int(name[:4]) - 1}{name[4:]}"


def change(now, former):
    return Fraction(now - former) / Fraction(former) if now is not None and former else None


def last_of_span(unit, base, as_of):
    """The day that stands in the former period where as-of stands in its own; None where there is no such period."""
    if unit == "week":
        year, week, weekday = as_of.isocalendar()
        if base == "previous":
            return as_of - dt.timedelta(days=7)
        try:
            return dt.date.fromisocalendar(year - 1, week, weekday)
        except ValueError:
            return None
    months = 12 if base == "year_earlier" else {"month": 1, "quarter": 3, "year": 12}[unit]
    year, month = divmod(as_of.year * 12 + as_of.month - 1 - months, 12)
    longest = (dt.date(year + (month == 11), (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(as_of.day, longest))


def same_span(unit, base, ledger, exposure, as_of):
    """The figures of the former period up to the day that stands in it where as-of stands in its own."""
    last = last_of_span(unit, base, as_of)
    first = min(view.case.received.day for view in ledger.views)
    if last is None or last < first:
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
