"""The figures P of periods and D of dimensions, each as the contract's section «Meaning» words it."""
import datetime as dt
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate

UNITS = ("day", "week", "month", "quarter", "year")


def period_of(unit, day):
    """Returns the name of the period that a day belongs to; weeks are those of ISO 8601."""
    if unit == "day":
        return day.isoformat()
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02}"
    if unit == "month":
        return f"{day:%Y-%m}"
    return f"{day.year}-Q{(day.month + 2) // 3}" if unit == "quarter" else f"{day.year}"


def is_running(unit, as_of):
    return period_of(unit, as_of) == period_of(unit, as_of + dt.timedelta(days=1))


def days_between(first, last):
    return [first + dt.timedelta(days=offset) for offset in range((last - first).days + 1)]


def quantile(values, share):
    """Returns the quantile by linear interpolation (type 7), exact; None without values."""
    if not values:
        return None
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def rate(count, base):
    """Returns count ÷ base; None over zero or unknown."""
    return None if count is None or not base else Fraction(count) / Fraction(base)


def median(values):
    return quantile(values, Fraction(1, 2))


def money(hundredths):
    return Decimal(hundredths) / 100


def periods(ledger, exposure, as_of):
    """Returns unit -> list of P, without gaps from the first published case to as-of; empty without any."""
    if not ledger.views:
        return {unit: [] for unit in UNITS}
    days = days_between(min(view.case.received.day for view in ledger.views), as_of)
    overdue = overdue_by_day(ledger.views, days)
    return {unit: unit_periods(unit, ledger, exposure, days, overdue) for unit in UNITS}


def overdue_by_day(views, days):
    """Returns day -> cases overdue at its end: open, due before 23:59:59, not in a pause without end."""
    steps = defaultdict(int)
    for view in views:
        if view.overdue_from is not None and view.overdue_from < view.overdue_until:
            steps[view.overdue_from] += 1
            steps[view.overdue_until] -= 1
    return dict(zip(days, accumulate(steps[day] for day in days)))


def grouped(unit, views, day_of):
    """Returns period -> the views whose day falls into it."""
    groups = defaultdict(list)
    for view in views:
        day = day_of(view)
        if day is not None:
            groups[period_of(unit, day)].append(view)
    return groups


def unit_periods(unit, ledger, exposure, days, overdue, until=dt.date.max):
    """Returns P of each period of a unit that the days touch; `until` cuts the last one short."""
    def day(moment):
        return moment.day if moment and moment.day <= until else None
    views = ledger.views
    received = grouped(unit, views, lambda view: day(view.case.received))
    closed = grouped(unit, views, lambda view: day(view.closed))
    responded = grouped(unit, views, lambda view: day(view.first("responded")))
    reopened = defaultdict(set)
    for view in views:
        for event in view.known("reopened"):
            if event.at.day <= until:
                reopened[period_of(unit, event.at.day)].add(view.case.id)
    last_days = {period_of(unit, day): day for day in days}  # in the order of time
    result, still_open = [], 0
    for name, last in last_days.items():
        came, went = received[name], closed[name]
        still_open += len(came) - len(went)
        found = {"period": name, "received": len(came), "closed": len(went), "open_end": still_open,
                 "overdue_end": overdue[last],
                 # Reading: cases, so one reopened twice in a period counts once in it.
                 "reopened": len(reopened[name])}
        found |= of_received(came) | of_closed(went, ledger.costs)
        found |= of_exposure(unit, name, last, found, exposure)
        hours = [view.hours_to_respond for view in responded[name]]
        found["median_hours_to_respond"] = median([each for each in hours if each is not None])
        result.append(found)
    return result


def of_received(views):
    valid = [view for view in views if view.case.one("validity") not in ("invalid", "not_established")]
    products = [product for view in valid for product in view.case.products]
    return {
        "valid": len(valid),
        "completed_of_received": rate(sum(1 for view in views if view.closed), len(views)),
        "complaint_lots": sum(product.lots for product in products),
        # Reading: a product without the number adds nothing, so no product at all makes 0, not null.
        "defective": sum(product.defective or 0 for product in products),
        "repeats": sum(1 for view in views if view.case.repeat_of)}


def of_closed(views, costs):
    with_due = [view for view in views if view.due]
    on_time = sum(1 for view in with_due if view.on_time)
    days = [view.days_to_close for view in views]
    answers = [view.case.satisfaction for view in views if view.case.satisfaction is not None]
    return {
        "closed_with_due": len(with_due), "closed_on_time": on_time, "on_time_rate": rate(on_time, len(with_due)),
        "median_days_to_close": median(days), "p90_days_to_close": quantile(days, Fraction(9, 10)),
        # Reading: no closed case, or none with costs, makes 0, not null.
        "cost": money(sum(costs[view.case.id] for view in views)),
        "satisfaction_mean": rate(sum(answers), len(answers)), "satisfaction_answers": len(answers)}


def of_exposure(unit, name, last, found, exposure):
    shipped = {"shipped_lots": None, "shipped_units": None}
    if unit not in ("day", "week"):  # Reading: never by day and week, since rows are by month
        first = {"month": last.month, "quarter": (last.month - 1) // 3 * 3 + 1, "year": 1}[unit]
        months = [f"{last.year}-{month:02}" for month in range(first, last.month + 1)]
        for column in shipped:
            values = [exposure.get(month, {}).get(column) for month in months]
            shipped[column] = None if None in values else sum(values)
    ppm = rate(found["defective"], shipped["shipped_units"])
    return shipped | {"complaint_rate": rate(found["complaint_lots"], shipped["shipped_lots"]),
                      "ppm": None if ppm is None else ppm * 1_000_000}
