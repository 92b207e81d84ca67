"""Due times and YAML worked out by hand; part of selftest.py.

October 2026: 1-7 are holidays (1, 2, 5, 6 and 7 fall on working weekdays), Saturday 10 is a make-up
day; 12 is a Monday.
"""
import datetime as dt

from flow import Unreadable
from frontmatter import document, front_matter
from limits import Pauses, deadline, read_limit
from values import moment
from workdays import CalendarMissing, WorkCalendar, time_of_day

DAYS_OFF = {dt.date(2026, 10, day) for day in (1, 2, 5, 6, 7)}
HOURS = [(time_of_day("09:00"), time_of_day("12:00")), (time_of_day("13:00"), time_of_day("18:00"))]
CALENDAR = WorkCalendar({2026: (DAYS_OFF, {dt.date(2026, 10, 10)})}, None, HOURS)

DUE = [  # limit, start, pauses, due
    ("24h", "2026-10-12 09:30", [], "2026-10-13T09:30:00"),
    ("24h", "2026-10-12", [], "2026-10-13T23:59:59"),
    ("24h", "2026-10-12 09:30", [("2026-10-12 10:30", "2026-10-12 12:30")], "2026-10-13T11:30:00"),
    ("24h", "2026-10-12 09:30", [("2026-10-12 10:30", "2026-10-12 12:30"), ("2026-10-12 11:30", "2026-10-12 13:30")],
     "2026-10-13T12:30:00"),
    ("24h", "2026-10-12 09:30", [("2026-10-13", "2026-10-14")], "2026-10-15T09:30:00"),
    ("2wh", "2026-10-12 17:00", [], "2026-10-13T10:00:00"),
    ("2wh", "2026-10-12 11:00", [], "2026-10-12T14:00:00"),
    ("1wh", "2026-10-12 17:00", [], "2026-10-12T18:00:00"),
    ("2wh", "2026-10-10 17:30", [], "2026-10-12T10:30:00"),
    ("2wh", "2026-10-12", [], "2026-10-13T11:00:00"),
    ("2wh", "2026-10-12 09:00", [("2026-10-12 10:00", "2026-10-12 14:00")], "2026-10-12T15:00:00"),
    ("13d", "2026-10-12 09:30", [], "2026-10-25T23:59:59"),
    ("13d", "2026-10-12", [("2026-10-14", "2026-10-15")], "2026-10-27T23:59:59"),
    ("0.5d", "2026-10-12 11:59:59", [], "2026-10-12T23:59:59"),
    ("0.5d", "2026-10-12 12:00", [], "2026-10-13T12:00:00"),
    ("0.5wd", "2026-10-09 14:00", [], "2026-10-10T12:00:00"),
    ("0.5wd", "2026-10-11 14:00", [], "2026-10-12T23:59:59"),
    ("2wd", "2026-09-30 10:00", [], "2026-10-09T23:59:59"),
    ("0wd", "2026-10-03 10:00", [], "2026-10-08T23:59:59"),
    ("1wd", "2026-10-09 10:00", [("2026-10-10 08:00", "2026-10-10 09:00")], "2026-10-12T23:59:59"),
    ("2w", "2026-10-12 09:30", [], "2026-10-26T23:59:59"),
    ("1m", "2026-01-31 09:30", [], "2026-02-28T23:59:59"),
    ("1m", "2026-10-12", [("2026-10-14", "2026-10-15")], "2026-11-14T23:59:59"),
    ("1m@10", "2026-10-12", [], "2026-11-10T23:59:59"),
    ("1d@15:00", "2026-10-12 16:00", [], "2026-10-13T15:00:00"),
    ("1wd@17:00", "2026-10-10 09:00", [], "2026-10-12T17:00:00"),
    ("0d@17:00", "2026-10-12 17:00", [], "2026-10-12T17:00:00"),
    ("0d@17:00", "2026-10-12 17:00:01", [], "2026-10-13T17:00:00"),
    ("0wd@17:00", "2026-10-10 18:00", [], "2026-10-12T17:00:00"),
    ("0wd@17:00", "2026-10-11 18:00", [], "2026-10-12T17:00:00"),
]

YAML = [
    ("a: 0123 # note\nb: no\nc: ~\nd:\ne: null\nf: '~'", {"a": "0123", "b": "no", "c": None, "d": None, "e": "null", "f": "~"}),
    ("a: one\n  two\n\n  three\nb: x", {"a": "one two\nthree", "b": "x"}),
    ("a:\n- 1\n- b: 2\n  c: [x, 'y, z', {k: 12:30}]\n-\n  - p\n  - q\nd: |\n  l1\n   l2\n\n  l3\ne: >-\n  f1\n  f2\n",
     {"a": ["1", {"b": "2", "c": ["x", "y, z", {"k": "12:30"}]}, ["p", "q"]], "d": "l1\n l2\n\nl3\n", "e": "f1 f2"}),
    ("a: {b: 1,\n  c: \"x\\ty\"}  # end\n\"k 1\": v#w", {"a": {"b": "1", "c": "x\ty"}, "k 1": "v#w"}),
    ("客户: {客户姓名: 汀南, 联系人: 'it''s'}\n# c\nu: http://x/y", {"客户": {"客户姓名": "汀南", "联系人": "it's"}, "u": "http://x/y"}),
    ("a: []\nb: {}\nc: \"one\n  two\"\nd: -1", {"a": [], "b": {}, "c": "one two", "d": "-1"}),
    ("- - a\n  - b\n- c", [["a", "b"], "c"]),
    ("", None), ("# only\n", None),
]
REFUSED = ["a: &x 1", "a: *x", "a: !!int 1", "a: 1\na: 2", "a: b: c", "a: [1, 2", "a: 'x", "a: 1\n   b: 2", "a: [x] y"]
DATES = {"2026-10-12": "2026-10-12T00:00:00", "2026-10-12 09:30": "2026-10-12T09:30:00", "2026/1/2": "2026-01-02T00:00:00",
         "2026年10月2日 8:05:09": "2026-10-02T08:05:09", "2026-10-12T23:30:00Z": "2026-10-13T07:30:00",
         "2026-10-12T09:30:00+09:00": "2026-10-12T08:30:00", "2026/10/12T09:30": "2026-10-12T09:30:00"}


def limits(zone):
    """Yields each due time that differs from the one worked out by hand."""
    for limit, start, spans, due in DUE:
        pauses = Pauses([tuple(moment(each, zone) for each in span) for span in spans], dt.date(2026, 12, 31), zone)
        found = deadline(read_limit(limit), moment(start, zone), pauses, CALENDAR, zone).isoformat()
        if found != due:
            yield f"{limit} from {start}, paused {spans}: {found}, expected {due}"
    try:
        deadline(read_limit("2wd"), moment("2026-12-31", zone), Pauses([], dt.date(2026, 12, 31), zone), CALENDAR, zone)
        yield "2wd into a year without a calendar passed"
    except CalendarMissing:
        pass
    for written, wanted in DATES.items():
        if moment(written, zone).local.isoformat() != wanted:
            yield f"{written}: {moment(written, zone).local.isoformat()}, expected {wanted}"


def yaml():
    """Yields each text that reads otherwise than it should."""
    for written, wanted in YAML:
        if document(written) != wanted:
            yield f"{written!r}: {document(written)!r}, expected {wanted!r}"
    for written in REFUSED:
        try:
            yield f"{written!r} was read as {document(written)!r}"
        except Unreadable:
            pass
    if front_matter("---  \nid: 1\n...\nx: 2\n---\n") != {"id": "1"}:
        yield "the first closing fence does not end the front matter"
