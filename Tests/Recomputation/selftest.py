"""Checks the recomputation itself: published control charts, known working days, and work by hand.

python3 Tests/Recomputation/selftest.py
"""
import datetime as dt
import json
import math
import sys
from pathlib import Path

from charts import judge
import selftest_ledger
import selftest_limits
from limits import Pauses, deadline, read_limit
from settings import zone_of
from survival import survival
from values import at_local
from workdays import WorkCalendar

TESTS = Path(__file__).resolve().parent.parent
ZONE = zone_of("Asia/Shanghai")


def charts():
    """Yields what differs from spc.json: centre, limits, and where each rule is completed."""
    for series in json.loads((TESTS / "StatisticsTests/Data/spc.json").read_text("utf-8"))["series"]:
        kind, wanted = series["chart"], series["expected"]
        sizes = series.get("n") or [None] * len(series["x"])
        points = []
        for index, (x, n) in enumerate(zip(series["x"], sizes)):
            if x is not None and n != 0:
                points.append({"at": index, "x": x, "n": n, "value": x / n if n else float(x), "center": None,
                               "lcl": None, "ucl": None, "rules": []})
        judge(points, kind)
        by_index = {point["at"]: point for point in points}
        for index in range(len(series["x"])):
            found = by_index.get(index, {"center": None, "lcl": None, "ucl": None})
            for name in ("lcl", "ucl"):
                if not close(found[name], wanted[name][index]):
                    yield f"{series['id']}[{index}].{name}: {found[name]}, expected {wanted[name][index]}"
            if found["center"] is not None and not close(found["center"], wanted["center"]):
                yield f"{series['id']}[{index}].center: {found['center']}, expected {wanted['center']}"
        rules = {}
        for point in points:
            for rule in point["rules"]:
                rules.setdefault(str(rule), []).append(point["at"])
        if rules != wanted["completed_at"]:
            yield f"{series['id']}: rules {rules}, expected {wanted['completed_at']}"


def close(left, right):
    if left is None or right is None:
        return left is right
    return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)


def survivals():
    """Yields what differs from survival.json, which the Python package lifelines computed."""
    for series in json.loads((TESTS / "StatisticsTests/Data/survival.json").read_text("utf-8"))["series"]:
        found = survival(list(zip(series["durations"], series["ended"])))
        wanted = (series["median"], series["low"], series["high"])
        if not all(close(left, right) for left, right in zip(found, wanted)):
            yield f"{series['id']}: {found}, expected {wanted}"


def workdays():
    """Yields what differs from workdays.json."""
    data = json.loads((TESTS / "ComplaintsTests/Data/cn-calendar.json").read_text("utf-8"))
    off, made_up = ({dt.date.fromisoformat(day) for day in data[key]}
                    for key in ("weekday_days_off", "weekend_makeup_workdays"))
    years = {year: ({d for d in off if d.year == year}, {d for d in made_up if d.year == year})
             for year in range(2020, 2027)}
    calendar, pauses = WorkCalendar(years), Pauses([], dt.date(2026, 12, 31), ZONE)
    for case in json.loads((TESTS / "ComplaintsTests/Data/workdays.json").read_text("utf-8"))["cases"]:
        start = at_local(dt.datetime.fromisoformat(case["start"]), ZONE)
        found = deadline(read_limit(f"{case['working_days']}wd"), start, pauses, calendar, ZONE)
        if found.isoformat() != case["due"]:
            yield f"{case['start']} + {case['working_days']}wd: {found.isoformat()}, expected {case['due']}"


if __name__ == "__main__":
    failures = [*charts(), *survivals(), *workdays(), *selftest_limits.limits(ZONE), *selftest_limits.yaml(), *selftest_ledger.ledger()]
    print("\n".join(failures) if failures else "the self-test agrees")
    sys.exit(1 if failures else 0)
