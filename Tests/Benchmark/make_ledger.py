"""Makes a large ledger of the sample's kind: copies of the sample's case files, moved in time, each with an id of its own.

usage: make_ledger.py SAMPLE TARGET CASES [SEED]

The same arguments make the same bytes. Relations stay within a copy; the calendars cover the whole span.
"""

import random
import re
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

DATE = re.compile(r"(20\d\d)([-/年])(\d{1,2})([-/月])(\d{1,2})(?!\d)")


def moved(text: str, days: int) -> str:
    """Every date of the text, so many days earlier, in the form in which it was written."""

    def move(match: re.Match) -> str:
        year, first, month, second, day = match.groups()
        try:
            then = date(int(year), int(month), int(day)) - timedelta(days=days)
        except ValueError:
            return match.group()
        width = 2 if first == "-" else 1
        return f"{then.year}{first}{then.month:0{width}}{second}{then.day:0{width}}"

    return DATE.sub(move, text)


def main() -> None:
    sample, target, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    if target.exists():
        shutil.rmtree(target)
    target.mkdir(parents=True)
    for folder in ("calendar", "exposure", "reports", "processes", "attachments"):
        if (sample / folder).exists():
            shutil.copytree(sample / folder, target / folder)
    site = (sample / "site.yaml").read_text("utf-8")
    # Copies do not number on, so the rule of numbers has nothing to say here.
    site = "\n".join(line for line in site.splitlines() if not line.startswith("numbering:"))
    (target / "site.yaml").write_text(site + "\n", "utf-8")
    files = sorted((sample / "cases").rglob("*.md"))
    ids = {path.stem for path in files}
    known = re.compile(r"(?<![\w-])(" + "|".join(sorted(ids)) + r")(?![\w-])(?!-\w)")
    made, copy = 0, 0
    while made < count:
        copy += 1
        days = 7 * chance.randrange(0, 60)
        for path in files:
            if made == count:
                break
            head, fence, body = path.read_text("utf-8").partition("\n---\n")
            # Evidence keeps its name; ids get the number of the copy.
            lines = [line if "/" in line and ".md" not in line and "20" not in line[:12] and re.search(r"\d{4}/\d{6}-", line) else known.sub(rf"\1-{copy}", line) for line in head.split("\n")]
            text = moved("\n".join(lines), days) + fence + moved(body, days)
            place = target / "cases" / f"{copy:04}" / f"{path.stem}-{copy}.md"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
            made += 1


main()
