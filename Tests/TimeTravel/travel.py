"""Compares what a ledger says of an earlier day with a ledger that was cut by hand at that day.

python3 Tests/TimeTravel/travel.py --kesu .build/debug/kesu --content content [--templates site-templates] [DAY…]

For each month end of the ledger (or each day given) it builds the site of the whole ledger and of the
cut one, both as of that day, and compares every file: metrics.json but for the cases that the cut
ledger does not have, cases.csv, the slips of `kesu remind`, and every page but the state of the ledger
with its lists, whose diagnostics are those of the files as written. Exit code 1 and a list if anything differs.
"""
import argparse
import datetime as dt
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cut import Cut, decode, front_matter
from settings import read_settings
from values import moment

# Pages about the files themselves, not about what happened.
AS_WRITTEN = ("ledger-state/", "lists/owner-problems/", "lists/department-problems/")


def month_ends(content):
    """The last days of the months from the first case to as-of."""
    settings = read_settings(content)
    days = []
    for path in (content / "cases").rglob("*.md"):
        tree = front_matter(decode(path.read_bytes()))
        days.append(moment(tree.get("received", tree.get("投诉日期")), settings.zone).day)
    first, ends = min(days).replace(day=1), []
    while True:
        first = (first + dt.timedelta(days=32)).replace(day=1)
        end = first - dt.timedelta(days=1)
        if end > settings.as_of:
            return ends
        ends.append(end)


def run(kesu, command, folder, day, *options):
    """Runs a command on the ledger in a folder and returns its standard output."""
    done = subprocess.run(
        [kesu, command, "--as-of", day.isoformat(), *options], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{command} as of {day} in {folder}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def files(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def without_later_cases(name, data, later):
    """A file of the whole ledger's site as it must be in the cut one's."""
    if name != "data/metrics.json":
        return data
    metrics = json.loads(data)
    metrics["account"]["found"] -= later
    metrics["account"]["excluded"]["after_as_of"] -= later
    return json.dumps(metrics, ensure_ascii=False).encode()


def differences(kesu, content, templates, day):
    """Returns how many dates were cut as of a day, and the files that differ, as (name, one text, the other)."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        whole, part = Path(folder) / "whole", Path(folder) / "cut"
        for place in (whole, part):
            place.mkdir()
        # Neither lies in a repository, so that no page names a commit.
        subprocess.run(["cp", "-R", str(content), str(whole / "content")], check=True)
        cut = Cut(content, day)
        later = cut.write(part / "content")
        sites, slips = [], []
        for place in (whole, part):
            run(kesu, "build", place, day, "--templates", str(templates), "--quiet")
            slips.append(run(kesu, "remind", place, day, "--format", "json"))
            sites.append({name: data for name, data in files(place / "_site").items() if not name.startswith(AS_WRITTEN)})
        if slips[0] != slips[1]:
            found.append(("kesu remind", *slips))
        for name in sorted(set(sites[0]) | set(sites[1])):
            one, other = sites[0].get(name), sites[1].get(name)
            if one is not None:
                one = without_later_cases(name, one, later)
            if other is not None:
                other = without_later_cases(name, other, 0)
            if one != other and not name.startswith("."):
                found.append((name, text(one), text(other)))
    return cut.taken, found


def text(data):
    return "no such file" if data is None else data.decode("utf-8", "replace")


def first_difference(one, other):
    place = next((n for n, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return one[max(0, place - 60):place + 100], other[max(0, place - 60):place + 100]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kesu", required=True)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--templates", type=Path, default=Path("site-templates"))
    parser.add_argument("days", nargs="*", type=dt.date.fromisoformat)
    chosen = parser.parse_args()
    content, templates = chosen.content.resolve(), chosen.templates.resolve()
    kesu, found, taken = str(Path(chosen.kesu).resolve()), 0, 0
    days = chosen.days or month_ends(content)
    with ThreadPoolExecutor(2) as pool:
        compared = list(pool.map(lambda day: differences(kesu, content, templates, day), days))
    for day, (cut, differing) in zip(days, compared):
        taken += cut
        for name, one, other in differing:
            found += 1
            if found <= 20:
                whole, part = first_difference(one, other)
                print(f"{day} {name}:\n  whole: {whole!r}\n  cut:   {part!r}")
    print(f"{len(days)} days compared, {taken} later dates cut, {found} files differ")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
