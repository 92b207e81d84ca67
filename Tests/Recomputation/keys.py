"""The further figures of the keys of dimensions, and their cases by month: parts of `more`."""
import datetime as dt
from collections import defaultdict
from fractions import Fraction

from dimensions import BY_CODE, department_shares
from figures import median, period_of, quantile, rate
from spans import hours, hours_until, median_of, taken
from stages import stage_clocks

TENTH = Fraction(9, 10)
WATCHED = ("category", "product", "department")


def response_promises(view):
    """Yields (day due, kept) of each limit of the first response that fell due."""
    for clock in stage_clocks(view):
        if clock["stages"] != ["responded"] or not clock["due"]:
            continue
        day = dt.date.fromisoformat(clock["due"][:10])
        if day <= view.as_of and clock["state"] in ("in time", "overrun", "overdue"):
            yield day, clock["state"] == "in time"


def valid(view):
    return view.case.one("validity") not in ("invalid", "not_established")


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
    result, promises = {}, {view.case.id: [kept for _, kept in response_promises(view)] for view in ledger.views}
    for name in (*BY_CODE, "status", "product", "department"):
        rows = under(ledger, settings, name)
        listed = settings.vocabularies[BY_CODE.get(name, name)].labels
        keys = sorted({*rows, *listed})
        result[name] = [{"key": key} | figures_of(rows.get(key, []), key, name, exposure, months)
                        | handling_of(rows.get(key, []), promises, ledger.costs) for key in keys]
    return result


def figures_of(weighted, key, name, exposure, months):
    def total(test, amount=lambda view: 1):
        return sum((weight * amount(view) for view, weight in weighted if test(view)), Fraction(0))
    views = [view for view, _ in weighted]
    with_due, on_time = total(lambda v: v.closed and v.due), total(lambda v: v.closed and v.due and v.on_time)
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


def handling_of(weighted, promises, costs):
    def total(amount):
        return sum((weight * amount(view) for view, weight in weighted), Fraction(0))
    closed = lambda amount: total(lambda view: amount(view) if view.closed else 0)
    views = [view for view, _ in weighted]
    respond, contain = ([each for each in (hours(view, stage) for view in views) if each is not None]
                        for stage in ("responded", "contained"))
    inform = [each for each in (hours_until(view, view.first_told) for view in views) if each is not None]
    due, kept = total(lambda view: len(promises[view.case.id])), total(lambda view: sum(promises[view.case.id]))
    calls = closed(lambda view: view.follow_up != "exempt")
    reached = closed(lambda view: view.follow_up in ("reached", "satisfied", "unsatisfied"))
    return {
        "p90_hours_to_respond": quantile(respond, TENTH), "p90_hours_to_contain": quantile(contain, TENTH),
        "median_hours_to_inform": median(inform), "p90_hours_to_inform": quantile(inform, TENTH),
        "response_due": due, "response_kept": kept, "response_rate": rate(kept, due),
        "closed_abnormal": closed(lambda view: view.case.closure_kind == "abnormal"),
        "followup_due": calls, "followed_up": reached, "followup_rate": rate(reached, calls),
        "deductions": closed(lambda view: Fraction(sum(amount for _, amount in view.deductions), 100)),
        "cost_per_case": rate(closed(lambda view: Fraction(costs[view.case.id], 100)), closed(lambda view: 1))}


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
