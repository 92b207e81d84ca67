"""Due times: the grammar of limits, pauses, and which rule holds."""
import calendar
import datetime as dt
import re
from dataclasses import dataclass
from fractions import Fraction

from flow import Unreadable
from values import at_local
from workdays import time_of_day

LIMIT = re.compile(r"^(\d+(?:\.\d+)?)(wh|wd|h|d|w|m)(?:@(?:(\d\d?:\d\d(?::\d\d)?)|(\d\d?)))?$")
DAY = dt.timedelta(days=1)
NOON = dt.time(12)
LAST_SECOND = dt.time(23, 59, 59)


@dataclass(frozen=True)
class Limit:
    amount: Fraction
    unit: str  # h, wh, d, wd, w, m or reply_by
    time: dt.time | None = None
    day_of_month: int | None = None


@dataclass
class Rule:
    name: str | None
    limit: Limit
    start: str  # a stage, `received` or `previous`
    stages: list[str]  # none: the limit of the whole case
    departments: list[str]
    when: dict[str, list[str]]


def read_limit(written):
    if written == "reply_by":
        return Limit(Fraction(0), "reply_by")
    found = LIMIT.match(written)
    if not found:
        raise Unreadable(f"not a limit: {written!r}")
    amount, unit = Fraction(found[1]), found[2]
    half = amount == Fraction(1, 2) and unit in ("d", "wd") and not found[3]
    if amount.denominator != 1 and not half and unit not in ("h", "wh"):
        raise Unreadable(f"of parts only 0.5d and 0.5wd are limits: {written!r}")
    if found[4] and unit != "m" or found[3] and unit in ("h", "wh"):
        raise Unreadable(f"not a limit: {written!r}")
    return Limit(amount, unit, time_of_day(found[3]) if found[3] else None, int(found[4]) if found[4] else None)


class Pauses:
    """Merged spans in which clocks stand still.

    Reading: a pause from one day to another covers both of them wholly, up to midnight; one without
    `to`, or with one after as-of (it has not happened yet), covers the day of as-of wholly.
    """

    def __init__(self, spans, as_of, zone):
        self.open_from = None  # the day since which a pause without end runs
        midnight = dt.datetime.combine(as_of + DAY, dt.time())
        read = []
        for start, end in spans:
            if start is None or start.day > as_of:
                continue
            if end is None or end.day > as_of:
                self.open_from = min(start.day, self.open_from or start.day)
                last = midnight
            else:
                last = dt.datetime.combine(end.day + DAY, dt.time()) if end.whole_day else end.local
            read.append((start.local, last))
        self.local = []
        for start, end in sorted(read):
            if self.local and start <= self.local[-1][1]:
                self.local[-1] = (self.local[-1][0], max(end, self.local[-1][1]))
            elif start < end:
                self.local.append((start, end))
        self.seconds = [tuple(at_local(each, zone).seconds for each in span) for span in self.local]

    def touches(self, day):
        """Whether any part of the day is paused."""
        start = dt.datetime.combine(day, dt.time())
        return any(begin < start + DAY and end > start for begin, end in self.local)

    def spend(self, now, remaining, until=None):
        """Runs a clock from `now`; returns when `remaining` seconds were used, and what is left.

        It stops at `until`; seconds inside a pause are not used.
        """
        for begin, end in self.seconds + [(None, None)]:
            stop = begin if until is None else min(begin if begin is not None else until, until)
            if stop is None or now + remaining <= stop:
                return now + remaining, 0
            if stop > now:
                remaining, now = remaining - (stop - now), stop
            if until is not None and now >= until:
                return now, remaining
            now = max(now, end) if end is not None else now
            if until is not None and now >= until:
                return now, remaining
        return now, remaining


def deadline(limit, start, pauses, work, zone):
    """Returns the local time at which a limit ends that starts at the moment `start`."""
    if limit.unit in ("h", "wh"):
        # An hour limit from a whole day starts at 23:59:59.
        began = at_local(start.end, zone).seconds
        seconds = int(limit.amount * 3600)
        end = pauses.spend(began, seconds)[0] if limit.unit == "h" else worked(began, seconds, start, pauses, work, zone)
        return dt.datetime.fromtimestamp(end, zone).replace(tzinfo=None)

    def counts(day):
        return not pauses.touches(day) and (limit.unit != "wd" or work.works(day))

    if limit.amount == Fraction(1, 2):
        return half_day(start, counts)
    if limit.unit == "m":
        count = (months_on(start.day, int(limit.amount), limit.day_of_month) - start.day).days
    else:
        count = int(limit.amount) * (7 if limit.unit == "w" else 1)
    day = counted(start.day, count, counts)
    # Reading: of a start without a time it is not known to be later, so the start day holds
    # (a comparison with a whole day uses dates only).
    later = day == start.day and not start.whole_day and limit.time and start.local.time() > limit.time
    if count == 0 and later:
        day = counted(day, 1, counts)
    return dt.datetime.combine(day, limit.time or LAST_SECOND)


def counted(day, count, counts):
    """Returns the last of `count` counted days after `day`; for 0 the day itself or the next counted."""
    while count > 0:
        day += DAY
        count -= counts(day)
    while not counts(day):
        day += DAY
    return day


def half_day(start, counts):
    # A start without a time is not before 12:00. A paused start day is like one not worked: the
    # half day is then counted from 00:00 of the next day that counts.
    day = counted(start.day, 0, counts)
    before_noon = day != start.day or (not start.whole_day and start.local.time() < NOON)
    if before_noon:
        return dt.datetime.combine(day, LAST_SECOND)
    return dt.datetime.combine(counted(day, 1, counts), NOON)


def months_on(day, months, day_of_month):
    """Returns the same (or the named) day of a later month, or its last where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day_of_month or day.day, last))


def worked(now, remaining, start, pauses, work, zone):
    """Returns when `remaining` seconds of working hours are used; pauses inside them do not run."""
    if not work.hours:
        raise Unreadable("a limit in working hours, but no working_hours")
    day = start.day
    while True:
        for opens, closes in work.hours if work.works(day) else ():
            ends = dt.datetime.combine(day, closes) if closes else dt.datetime.combine(day + DAY, dt.time.min)
            begin, end = (at_local(each, zone).seconds for each in (dt.datetime.combine(day, opens), ends))
            if end > now:
                now, remaining = pauses.spend(max(now, begin), remaining, end)
                if remaining == 0:
                    return now
        day += DAY


def matches(rule, facts):
    """Whether a case meets all conditions of a rule; `facts` maps a key of `when` to its values.

    A value given as a list: any of them; a field that is a list: if it holds one; an empty field
    meets no condition.
    """
    return all(set(wanted) & set(facts.get(key, ())) for key, wanted in rule.when.items())


def case_rule(rules, facts, has_reply_by):
    """Returns the first rule without a stage that holds for the case, or None."""
    for rule in rules:
        # Reading: `department` says who owes a stage, so without a stage it does not bear on the case.
        if not rule.stages and matches(rule, facts) and (rule.limit.unit != "reply_by" or has_reply_by):
            return rule
    return None
