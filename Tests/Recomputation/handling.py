"""Time in stages and departments, ageing, attribution by shares, and improvements: parts of `more`."""
import datetime as dt
from collections import defaultdict
from fractions import Fraction

from cases import yes_no
from fields import IMPROVEMENT, fields
from figures import median, period_of, quantile, rate
from frontmatter import decode, front_matter
from values import elapsed, moment

TENTH = Fraction(9, 10)


def step_times(views):
    """Returns the time taken and waited by stage and by department."""
    steps = [defaultdict(lambda: ([], [])), defaultdict(lambda: ([], []))]
    for view in views:
        last, at = view.case.received, ("received", "")
        for event in view.in_order():
            days = Fraction(elapsed(view.receipt(event) or last, event.at), 86_400)
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
