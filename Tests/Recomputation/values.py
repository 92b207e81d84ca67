"""Texts, numbers, money and moments, each read by the type of its field."""
import datetime as dt
import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from flow import Unreadable

FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}
FULL_WIDTH |= {ord("，"): ",", ord("．"): ".", ord("："): ":", ord("％"): "%"}
MOMENT = re.compile(
    r"^(?:(\d{4})-(\d\d)-(\d\d)|(\d{4})/(\d\d?)/(\d\d?)|(\d{4})\s*年\s*(\d\d?)\s*月\s*(\d\d?)\s*日)"
    r"(?:(?:[Tt]|\s*)(\d\d?):(\d\d)(?::(\d\d))?\s*([Zz]|[+-]\d\d:?\d\d)?)?$")
NUMBER = re.compile(r"^\d+(,\d{3})*(\.\d+)?$|^\.\d+$")


def text(value):
    """Returns the text in NFC, trimmed at both ends; None for a missing or empty one."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unreadable(f"a text was expected, not {value!r}")
    return unicodedata.normalize("NFC", value).strip() or None


def listed(value):
    """Returns a list of what was given as one or as a list."""
    if value is None:
        return []
    return [item for item in value if item is not None] if isinstance(value, list) else [value]


def number(value):
    """Returns an exact number that is not negative, or None."""
    written = text(value)
    if written is None:
        return None
    plain = written.translate(FULL_WIDTH).removesuffix("%").strip()
    if not NUMBER.match(plain):
        raise Unreadable(f"not a number: {written!r}")
    return Fraction(plain.replace(",", ""))


def money(value):
    """Returns an amount in the smallest unit (hundredths), or None; half a unit goes away from zero."""
    written = text(value)
    if written is None:
        return None
    bare = re.sub(r"^(CNY|RMB|人民币|[¥￥$€£]|[A-Z]{3})\s*|\s*(CNY|RMB|元|圆|[¥￥$€£]|[A-Z]{3})$", "", written)
    amount = number(bare)
    return int(amount * 100 + Fraction(1, 2))


@dataclass(frozen=True)
class Moment:
    """A time of the site's zone, or a whole day."""
    local: dt.datetime  # without zone; 00:00 of the day where only that is known
    seconds: int  # since 1970 in UTC, of `local`
    whole_day: bool

    @property
    def day(self):
        return self.local.date()

    @property
    def end(self):
        """The moment it ends as a deadline: 23:59:59 for a whole day."""
        return dt.datetime.combine(self.day, dt.time(23, 59, 59)) if self.whole_day else self.local

    def not_after(self, other):
        """A comparison in which either is a whole day uses dates only."""
        if self.whole_day or other.whole_day:
            return self.day <= other.day
        return self.seconds <= other.seconds


def elapsed(start, end):
    """Returns seconds from start to end; by whole days where either is one."""
    if start.whole_day or end.whole_day:
        return (end.day - start.day).days * 86_400
    return end.seconds - start.seconds


def at_local(local, zone):
    """Returns the moment of a local date-time."""
    return Moment(local, int(local.replace(tzinfo=zone).timestamp()), False)


def moment(value, zone):
    """Returns the moment that a date or date-time says, or None."""
    written = text(value)
    if written is None:
        return None
    found = MOMENT.match(written.translate(FULL_WIDTH))
    if not found:
        raise Unreadable(f"not a date: {written!r}")
    year, month, day = [int(part) for part in found.groups()[:9] if part is not None]
    hour, minute, second, offset = found.groups()[9:]
    if not 1990 <= year <= 2099:
        raise Unreadable(f"outside 1990-2099: {written!r}")
    try:
        local = dt.datetime(year, month, day, int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        raise Unreadable(f"no such date: {written!r}") from None
    if offset is not None:
        away = dt.timezone.utc if offset in "Zz" else dt.timezone(
            int(offset[0] + "1") * dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))
        local = local.replace(tzinfo=away).astimezone(zone).replace(tzinfo=None)
    read = at_local(local, zone)
    return Moment(read.local, read.seconds, hour is None)
