"""Makes a large ledger of the sample's kind: copies of the sample's cases, moved in time, each with an id of its own.

usage: make_ledger.py SAMPLE TARGET CASES [SEED]

The same arguments make the same bytes. A copy keeps its relations to itself: where a case repeats, appeals against or is
related to another, its copy names the copy of that one. Days of the week stay, since copies move by whole weeks.
"""

import random
import re
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

DATE = re.compile(r"(20\d\d)([-/年])(\d{1,2})([-/月])(\d{1,2})(?!\d)")
RELATION = re.compile(
    r"^(?:repeat_of|重复投诉|appeal_of|前次处理单|related|关联):(.*(?:\n[ -].*)*)", re.MULTILINE)
COMMENT = re.compile(r" #.*")
ID = re.compile(r"[\w.-]+")
# The calendars of the sample reach so far back for its oldest case.
MOST_WEEKS = 60


class Case:
    """One case of the sample, and the ids that its relations name."""

    def __init__(self, path: Path) -> None:
        self.id = path.stem
        self.head, self.fence, self.body = path.read_text("utf-8-sig").partition("\n---\n")
        named = COMMENT.sub("", "\n".join(RELATION.findall(self.head)))
        self.related = {word for word in ID.findall(named) if word.strip("-")}

    def copy(self, number: int, days: int, ids: re.Pattern[str]) -> str:
        head = ids.sub(rf"\g<0>-{number}", moved(self.head, days))
        return head + self.fence + moved(self.body, days)


def moved(text: str, days: int) -> str:
    """Every date of the text, so many days earlier, in the form in which it was written."""

    def move(match: re.Match[str]) -> str:
        year, first, month, second, day = match.groups()
        try:
            then = date(int(year), int(month), int(day)) - timedelta(days=days)
        except ValueError:
            return match.group()
        width = 2 if first == "-" else 1
        return f"{then.year}{first}{then.month:0{width}}{second}{then.day:0{width}}"

    return DATE.sub(move, text)


def whole(cases: list[Case]) -> list[Case]:
    """The cases whose relations stay among them, in an order in which each follows those that it names.

    Circles are taken together. A beginning of the list therefore misses none that it needs, but for a circle's rest.
    """
    by_id = {case.id: case for case in cases}
    closed: dict[str, set[str]] = {}
    for case in cases:
        reached, waiting = {case.id}, [case.id]
        while waiting:
            named = by_id.get(waiting.pop())
            new = named.related - reached if named else set()
            reached |= new
            waiting += sorted(new)
        closed[case.id] = reached
    kept = [case for case in cases if closed[case.id] <= by_id.keys()]
    for case in cases:
        if case not in kept:
            print(f"left out, since the sample lacks what it names: {case.id}", file=sys.stderr)
    return sorted(kept, key=lambda case: len(closed[case.id]))


def picked(cases: list[Case], count: int) -> list[Case]:
    """At most so many cases that name none but each other."""
    some = cases[:count]
    while True:
        ids = {case.id for case in some}
        rest = [case for case in some if case.related <= ids]
        if len(rest) == len(some):
            return some
        some = rest


def name_copies(improvements: Path, ids: re.Pattern[str], first: set[str]) -> None:
    """Has improvements name the first copies of their cases, as far as there are any."""
    for path in sorted(improvements.glob("*.md")):
        lines = []
        for line in path.read_text("utf-8").splitlines():
            if re.match(r"(cases|涉及案件):", line):
                named = [case for case in ids.findall(line) if case in first]
                line = "cases: [" + ", ".join(f'"{case}-1"' for case in named) + "]"
            lines.append(line + "\n")
        path.write_text("".join(lines), "utf-8")


def main() -> None:
    sample, target, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    for folder in sorted(path for path in sample.iterdir() if path.is_dir() and path.name != "cases"):
        shutil.copytree(folder, target / folder.name)
    site = (sample / "site.yaml").read_text("utf-8").splitlines()
    # Copies do not number on, so the rule of numbers has nothing to say here.
    (target / "site.yaml").write_text("".join(f"{line}\n" for line in site if not line.startswith("numbering:")), "utf-8")

    cases = whole([Case(path) for path in sorted((sample / "cases").rglob("*.md"))])
    # An id, but not a part of a file's name or of a longer number.
    ids = re.compile(r"(?<![\w/.-])(?:" + "|".join(re.escape(case.id) for case in cases) + r")(?![\w/-])(?!\.\w)")
    name_copies(target / "improvements", ids, {case.id for case in picked(cases, count)})
    left, number = count, 0
    while left > 0:
        number += 1
        days = 7 * chance.randrange(MOST_WEEKS + 1)
        folder = target / "cases" / f"{number:04}"
        folder.mkdir(parents=True)
        for case in picked(cases, left):
            (folder / f"{case.id}-{number}.md").write_text(case.copy(number, days, ids), "utf-8")
            left -= 1


if __name__ == "__main__":
    main()
