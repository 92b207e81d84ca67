"""Which days are worked: weekends, holidays and make-up days, by calendar files."""
import datetime as dt

WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
CHINESE = "一二三四五六日"


class CalendarMissing(Exception):
    """A limit in working days reaches into a year that has no calendar."""


def time_of_day(written):
    hour, minute, *second = [int(part) for part in written.split(":")]
    return dt.time(hour, minute, second[0] if second else 0)


def weekday(name):
    """Returns 0 for Monday to 6 for Sunday."""
    lower = name.strip().lower()
    matches = [index for index, full in enumerate(WEEKDAYS) if lower in (full, full[:3])]
    return matches[0] if matches else CHINESE.index(lower[-1].replace("天", "日"))


class WorkCalendar:
    def __init__(self, years, weekend=None, hours=()):
        self.years = years  # year -> (days off, make-up working days)
        self.weekend = {5, 6} if weekend is None else {weekday(name) for name in weekend}
        self.hours = sorted(hours)

    def works(self, day):
        if day.year not in self.years:
            raise CalendarMissing(f"no calendar for {day.year}")
        off, made_up = self.years[day.year]
        return day in made_up or (day.weekday() not in self.weekend and day not in off)
