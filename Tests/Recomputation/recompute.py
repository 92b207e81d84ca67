"""Recomputes data/metrics.json and data/cases.csv from the ledger alone, and compares.

python3 Tests/Recomputation/recompute.py --content content --site _site [--as-of 2026-10-31]

Exit code 0: every number and cell agrees, and none was left unchecked; 1: something differs.
Without --as-of that of metrics.json holds, else that of site.yaml. Only the Python standard
library is needed. It follows the written definitions, not the program's source.
"""
import argparse
import datetime as dt
import json
import sys
from pathlib import Path

from charts import control_charts
from compare import Comparison, Twice, load, printable
from dimensions import dimensions
from figures import periods
from flow import Unreadable
from ledger import read_exposure, read_ledger, read_tallies
from more import more
from settings import read_settings
from stages import stage_clocks
from table import compare_table
from workdays import CalendarMissing


def recompute(content, as_of=None):
    """Returns the ledger and what metrics.json must hold."""
    settings = read_settings(content)
    as_of = as_of or settings.as_of
    if as_of is None:
        sys.exit("no as-of: give --as-of, or as_of in site.yaml")
    ledger = read_ledger(content, settings, as_of)
    exposure = read_exposure(content)
    by_unit = periods(ledger, exposure, as_of)
    metrics = {
        "as_of": as_of.isoformat(), "time_zone": settings.zone_name, "account": ledger.account, "periods": by_unit,
        "dimensions": dimensions(ledger, settings),
        "control_charts": control_charts(by_unit["month"], as_of, settings),
        "tallies": read_tallies(content, settings, as_of),
        "more": more(content, ledger, settings, exposure, by_unit, as_of)}
    return ledger, metrics


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--site", type=Path, default=Path("_site"))
    parser.add_argument("--as-of", type=dt.date.fromisoformat)
    parser.add_argument("--audience", choices=("team", "management"), default="management", help="whom the site is for")
    parser.add_argument("--print", action="store_true", help="print the recomputed metrics and compare nothing")
    parser.add_argument("--limit", type=int, default=200, help="differences to print (default 200)")
    parser.add_argument("--print-stages", action="store_true", help="print the clocks of stage limits, one a line")
    return parser.parse_args()


def main():
    chosen = options()
    printing = chosen.print or chosen.print_stages
    theirs = None if printing else load((chosen.site / "data/metrics.json").read_text("utf-8"))
    as_of = chosen.as_of or (dt.date.fromisoformat(theirs["as_of"]) if theirs else None)
    ledger, ours = recompute(chosen.content, as_of)
    for error in ledger.errors:
        print(f"not readable: {error}", file=sys.stderr)
    if chosen.print:
        print(json.dumps(printable(ours), ensure_ascii=False, indent=1))
        return 0
    if chosen.print_stages:
        for view in ledger.views:
            for clock in stage_clocks(view):
                print(json.dumps(clock, ensure_ascii=False))
        return 0
    comparison = Comparison()
    comparison.tree("metrics", theirs, ours)
    compare_table((chosen.site / "data/cases.csv").read_bytes(), ledger, comparison, chosen.audience)
    for path, left, right in comparison.differences[:chosen.limit]:
        print(f"{path}: theirs {printable(left)!r}, ours {printable(right)!r}")
    left_out = len(comparison.differences) - chosen.limit
    if left_out > 0:
        print(f"… and {left_out} more")
    print(f"{comparison.count} values compared, {len(comparison.differences)} differences")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (Unreadable, CalendarMissing, Twice, OSError) as problem:
        sys.exit(f"{type(problem).__name__}: {problem}")
