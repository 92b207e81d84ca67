"""What site.yaml and the calendars say, as far as a figure rests on it."""
import datetime as dt
import zoneinfo
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from fields import CASE, CLOSURE, CUSTOMER, fields
from flow import Unreadable
from frontmatter import decode, document
from limits import Rule, read_limit
from values import listed, moment, text
from vocabulary import Vocabulary, vocabularies
from workdays import WorkCalendar, time_of_day

# A machine without the time zone tables still knows the zones that have had one offset since 1992.
FIXED = {"Asia/Shanghai": 8, "Asia/Hong_Kong": 8, "Asia/Taipei": 8, "Asia/Singapore": 8, "Asia/Tokyo": 9, "UTC": 0}
# In `when`, the vocabulary that reads the values; None: plain text.
WHEN = {"region": "region", "category": "category", "severity": "severity", "urgency": "urgency", "level": "level",
        "weight": "weight", "flags": "flags", "business": "business", "branch": "branch", "channel": "channel",
        "product": None, "process": None, "customer.type": "customer.type", "closure.kind": "closure.kind",
        "validity": "validity"}


@dataclass
class Settings:
    language: str
    zone: dt.tzinfo
    zone_name: str
    as_of: dt.date | None
    vocabularies: dict[str, Vocabulary]
    rules: list[Rule]
    calendar: WorkCalendar
    laney: bool
    rebase: list[tuple[str, str]]  # chart, first period of the new phase
    targets: list[tuple]  # metric, (at least, at most)


def zone_of(name):
    try:
        return zoneinfo.ZoneInfo(name)
    except zoneinfo.ZoneInfoNotFoundError:
        if name not in FIXED:
            raise Unreadable(f"unknown time zone {name}") from None
        return dt.timezone(dt.timedelta(hours=FIXED[name]))


def read_settings(content):
    """Returns the settings of the ledger in the folder `content`."""
    tree = document(decode((content / "site.yaml").read_bytes())) or {}
    language = text(tree.get("language")) or "zh-Hans"
    zone_name = text(tree.get("time_zone")) or "Asia/Shanghai"
    zone = zone_of(zone_name)
    words = vocabularies(tree.get("vocabularies"), language)
    as_of = moment(tree.get("as_of"), zone)
    charts = tree.get("control_charts") or {}
    hours = tree.get("working_hours")
    return Settings(
        language=language, zone=zone, zone_name=zone_name, as_of=as_of.day if as_of else None, vocabularies=words,
        rules=[read_rule(rule, words) for rule in listed(tree.get("limits"))],
        calendar=WorkCalendar(
            {year: days for year, days in map(calendar_year, sorted((content / "calendar").glob("*.yaml")))},
            listed(tree.get("weekend")) if "weekend" in tree else None,
            [part for piece in listed(hours) for part in map(working_span, piece.split(","))]),
        laney=text(charts.get("laney")) in ("true", "yes", "是"),
        rebase=[(text(entry["chart"]), text(entry["at"])) for entry in listed(charts.get("rebase"))],
        targets=[(text(name), tuple(decimal(goal.get(end)) for end in ("min", "max")))
                 for name, goal in (tree.get("targets") or {}).items()])


def decimal(value):
    """Returns a number of site.yaml, or None."""
    written = text(value)
    return None if written is None else Fraction(written.rstrip("%")) / (100 if written.endswith("%") else 1)


def read_rule(tree, words):
    conditions = {}
    for key, value in flattened(fields(tree.get("when"), CASE)):
        if key not in WHEN:
            raise Unreadable(f"`when` does not take {key}")
        vocabulary = words.get(WHEN[key]) if WHEN[key] else None
        wanted = [vocabulary.code(item) if vocabulary else text(item) for item in listed(value)]
        conditions[key] = wanted
    return Rule(
        name=text(tree.get("name")), limit=read_limit(text(tree["limit"])), start=text(tree.get("from")) or "received",
        stages=[words["stage"].code(item) for item in listed(tree.get("stage"))],
        departments=words["department"].codes(tree.get("department")), when=conditions)


def flattened(when):
    """Yields `customer: {type: vip}` as `customer.type`, too."""
    for key, value in when.items():
        if isinstance(value, dict):
            table = {"customer": CUSTOMER, "closure": CLOSURE}.get(key, {})
            yield from ((f"{key}.{inner}", each) for inner, each in fields(value, table).items())
        else:
            yield key, value


def calendar_year(path):
    """Returns the year of a file, and the days off and the make-up working days it lists."""
    tree = document(decode(Path(path).read_bytes())) or {}
    days = [{moment(day, dt.timezone.utc).day for day in listed(tree.get(key))} for key in ("holidays", "workdays")]
    return int(path.stem), tuple(days)


def working_span(piece):
    """Returns its two times; None is 24:00, the end of the day."""
    start, end = (side.strip() for side in piece.replace("–", "-").split("-"))
    return time_of_day(start), None if end == "24:00" else time_of_day(end)
