"""The figures of each key of a dimension in each month, quarter and year: the member `splits` of `more`."""
from collections import defaultdict
from fractions import Fraction

from dimensions import BY_CODE
from figures import median, period_of, quantile, rate
from keys import under, valid
from spans import hours

TENTH = Fraction(9, 10)
FIGURES = [
    "received", "share", "valid", "repeats", "complaint_lots", "defective", "completed_of_received", "reopened", "open_end",
    "overdue_end", "closed", "closed_with_due", "closed_on_time", "on_time_rate", "closed_abnormal",
    "median_days_to_close", "p90_days_to_close", "cost", "cost_per_case", "deductions", "followup_due", "followed_up",
    "followup_rate", "satisfaction_mean", "satisfaction_answers", "median_hours_to_respond", "p90_hours_to_respond",
    "median_hours_to_contain", "p90_hours_to_contain", "response_due", "response_kept", "response_rate",
    "complaint_rate", "ppm"]


def splits(ledger, settings, exposure, by_unit, promises, as_of):
    """`promises`: the id of a case -> (day due, kept) of each limit of its first response that fell due."""
    result = {"figures": FIGURES}
    for unit in ("month", "quarter", "year"):
        result[unit] = {}
        ends = last_days(unit, by_unit[unit], ledger, as_of)
        for name in (*BY_CODE, "status", "product", "department"):
            rows = under(ledger, settings, name)
            result[unit][name] = [
                {"key": key, "periods": periods_of(unit, rows[key], by_unit[unit], ends, promises, ledger.costs,
                                                   exposure.of_products if name == "product" else {}, key)}
                for key in sorted(rows)]
    return result


def last_days(unit, periods, ledger, as_of):
    """Period -> the last day of it that is counted; those of the ledger, and no other."""
    if not periods:
        return {}
    first, names = min(view.case.received.day for view in ledger.views), {}
    for number in range(first.toordinal(), as_of.toordinal() + 1):
        day = first.fromordinal(number)
        names[period_of(unit, day)] = day
    return names


def periods_of(unit, weighted, periods, ends, promises, costs, of_products, key):
    groups = {name: defaultdict(list) for name in ("received", "closed", "answered", "contained", "again", "due")}
    for view, weight in weighted:
        def put(group, day, value=True):
            if day is not None:
                groups[group][period_of(unit, day)].append((view, weight, value))
        first, contained = view.first("responded"), view.first("contained")
        put("received", view.case.received.day)
        put("closed", view.closed.day if view.closed else None)
        put("answered", first.day if first else None, hours(view, "responded"))
        put("contained", contained.day if contained else None, hours(view, "contained"))
        for name in {period_of(unit, event.at.day) for event in view.known("reopened")}:
            groups["again"][name].append((view, weight, True))
        for day, kept in promises[view.case.id]:
            put("due", day, kept)
    found, still_open = [], Fraction(0)
    for period in periods:
        name = period["period"]
        here = {group: found_ones[name] for group, found_ones in groups.items()}
        still_open += total(here["received"]) - total(here["closed"])
        late = [(view, weight, True) for view, weight in weighted
                if view.overdue_from is not None and view.overdue_from <= ends[name] < view.overdue_until]
        shipped = {column: shipped_in(unit, name, ends[name], key, column, of_products)
                   for column in ("shipped_lots", "shipped_units")}
        values = values_of(here, period["received"], still_open, total(late), costs, shipped)
        if any(values):
            found.append({"period": name, "values": values})
    return found


def total(entries, amount=lambda view, value: 1):
    return sum((weight * amount(view, value) for view, weight, value in entries), Fraction(0))


def values_of(here, all_received, still_open, late, costs, shipped):
    came, went = here["received"], here["closed"]
    sound = [entry for entry in came if valid(entry[0])]
    lots = total(sound, lambda view, _: sum(product.lots for product in view.case.products))
    pieces = total(sound, lambda view, _: sum(product.defective or 0 for product in view.case.products))
    with_due = [entry for entry in went if entry[0].due]
    on_time = [entry for entry in with_due if entry[0].on_time]
    days = [view.days_to_close for view, _, _ in went]
    cost = total(went, lambda view, _: Fraction(costs[view.case.id], 100))
    calls = [entry for entry in went if entry[0].follow_up != "exempt"]
    reached = [entry for entry in calls if entry[0].follow_up in ("reached", "satisfied", "unsatisfied")]
    marks = [view.case.satisfaction for view, _, _ in went if view.case.satisfaction is not None]
    respond, contain = ([value for _, _, value in here[group] if value is not None] for group in ("answered", "contained"))
    due, kept = total(here["due"]), total(here["due"], lambda _, value: value)
    ppm = rate(pieces, shipped["shipped_units"])
    return [
        total(came), rate(total(came), all_received), total(sound), total(came, lambda view, _: bool(view.case.repeat_of)),
        lots, pieces, rate(total(came, lambda view, _: bool(view.closed)), total(came)), total(here["again"]), still_open,
        late, total(went), total(with_due), total(on_time), rate(total(on_time), total(with_due)),
        total(went, lambda view, _: view.case.closure_kind == "abnormal"), median(days), quantile(days, TENTH),
        cost, rate(cost, total(went)),
        total(went, lambda view, _: Fraction(sum(amount for _, amount in view.deductions), 100)),
        total(calls), total(reached), rate(total(reached), total(calls)), rate(sum(marks), len(marks)), len(marks),
        median(respond), quantile(respond, TENTH), median(contain), quantile(contain, TENTH), due, kept, rate(kept, due),
        rate(lots, shipped["shipped_lots"]), None if ppm is None else ppm * 1_000_000]


def shipped_in(unit, name, last, product, column, of_products):
    """What was shipped of a product in the months of a period up to a day; None where one has no row of it."""
    first = {"month": last.month, "quarter": (last.month - 1) // 3 * 3 + 1, "year": 1}[unit]
    values = [of_products.get(f"{last.year}-{month:02}", {}).get(product, {}).get(column)
              for month in range(first, last.month + 1)]
    return None if None in values else sum(values)
