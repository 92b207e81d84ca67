"""A case on the day of as-of: what is later has not happened yet."""
import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from cases import Case
from limits import Pauses, case_rule, deadline
from values import at_local, elapsed


@dataclass
class View:
    """A case on the day of as-of: what is later has not happened yet."""
    case: Case
    settings: object
    as_of: dt.date

    def known(self, *stages):
        return [e for e in self.case.events if e.stage in stages and e.at and e.at.day <= self.as_of]

    def first(self, stage):
        """The moment of the first event of a stage with result done or none, or None."""
        best = None
        for event in self.known(stage):
            if event.holds and (best is None or best.after(event)):
                best = event
        return best.at if best else None

    @cached_property
    def first_told(self):
        """When those who are to handle the case were first given or told it, or None."""
        times = [event for event in self.known("assigned", "informed") if event.holds]
        return min(times, key=lambda event: event.order).at if times else None

    @cached_property
    def paused_days(self):
        """The days from receipt to closing (or to the end of as-of) in which the clocks stood still."""
        end = at_local(self.closed.end, self.settings.zone).seconds if self.closed else self.end_of_day.seconds
        start = self.case.received.seconds
        spans = [(max(begin, start), min(last, end)) for begin, last in self.paused.seconds]
        return Fraction(sum(max(last - begin, 0) for begin, last in spans), 86_400)

    @cached_property
    def closed(self):
        """The last closing, or None while the case is open (a reopening came after it)."""
        best = None
        for event in self.known("closed"):
            if event.holds and (best is None or event.after(best)):
                best = event
        # Reading: a closing that was undone by as-of counts in no period; open_end needs that.
        # Reading: a reopening on the day of a closing comes after it only if both have a time that says so.
        if best is None or any(not event.at.not_after(best.at) for event in self.known("reopened")):
            return None
        return best.at

    @cached_property
    def status(self):
        written = self.case.one("status")
        if self.closed:
            return "closed"
        return "in_progress" if written == "closed" else written

    @cached_property
    def departments(self):
        """Shares as last decided by as-of; without any by then, the case's own."""
        decided = [e for e in self.case.events if e.stage == "attributed" and e.holds and e.at and e.departments]
        best = None
        for event in decided:
            if event.at.day <= self.as_of and (best is None or event.after(best)):
                best = event
        if best:
            return best.departments
        return self.case.departments

    @property
    def end_of_day(self):
        """The last second of as-of."""
        return at_local(dt.datetime.combine(self.as_of, dt.time(23, 59, 59)), self.settings.zone)

    def in_order(self):
        """The events by as-of in order of time: on one day those without a time first, then as the file has them."""
        known = [event for event in self.case.events if event.at and event.at.day <= self.as_of]
        return sorted(known, key=lambda event: event.order)

    def receipt(self, event):
        """When the department got what an event answers, by as-of; None where nothing says so."""
        return event.received if event.received and event.received.day <= self.as_of else None

    @cached_property
    def follow_up(self):
        """none, exempt, tried, reached, satisfied or unsatisfied: what the last call by as-of that says so found."""
        state = "none"
        for at, reached, satisfied in self.case.calls:
            if at and at.day > self.as_of:
                continue
            if satisfied is not None:
                state = "satisfied" if satisfied else "unsatisfied"
            elif reached:
                state = "reached" if state in ("none", "tried") else state
            elif state == "none":
                state = "tried"
        return "exempt" if self.case.call_exempt and state in ("none", "tried") else state

    @property
    def deductions(self):
        """(kind, hundredths) of those approved, or else published, by as-of; one without a date stands."""
        return [(kind, amount) for kind, amount, when in self.case.deductions if not when or when.day <= self.as_of]

    @cached_property
    def paused(self):
        return Pauses(self.case.pauses, self.as_of, self.settings.zone)

    @cached_property
    def due(self):
        """The moment after which the case is overdue, or None."""
        case, zone = self.case, self.settings.zone
        if case.due_given:
            return case.due_given
        ends = [case.promised] if case.promised else []
        rule = case_rule(self.settings.rules, case.facts, case.reply_by is not None)
        if rule and rule.limit.unit == "reply_by":
            ends.append(case.reply_by)
        elif rule and self.start(rule.start):
            local = deadline(rule.limit, self.start(rule.start), self.paused, self.settings.calendar, zone)
            ends.append(at_local(local, zone))
        return min(ends, key=lambda end: end.end) if ends else None

    def start(self, stage):
        """Where the clock of the case's limit starts; None while that event is missing."""
        if stage == "received":
            return self.case.received
        if stage == "previous":
            # Reading: what is measured is the closing; `received` of that event, else the event before.
            return self.previous()
        begun = self.first(self.settings.vocabularies["stage"].code(stage))
        return begun or (self.case.received if stage == "registered" else None)

    def previous(self):
        events = [e for e in self.case.events if e.at and e.at.day <= self.as_of]
        if self.closed:
            closing = [e for e in events if e.stage == "closed" and e.at == self.closed][-1]
            if self.receipt(closing):
                return self.receipt(closing)
            events = [e for e in events if e is not closing and closing.after(e)]
        last = None
        for event in events:
            last = event if last is None or event.after(last) else last
        return last.at if last else self.case.received

    @property
    def on_time(self):
        return self.closed.not_after(self.due) if self.closed and self.due else None

    @property
    def overdue(self):
        # Reading: false for every closed case, also for one without a due time.
        if self.closed:
            return False
        return self.overdue_from <= self.as_of < self.overdue_until if self.due else None

    @cached_property
    def overdue_from(self):
        """The first day at whose end (23:59:59) an open case would be overdue, or None without a due time."""
        if not self.due:
            return None
        end = self.due.end
        # What is due at the very last second of a day is not yet overdue then.
        day = end.date() + (dt.timedelta(days=1) if end.time() >= dt.time(23, 59, 59) else dt.timedelta())
        return max(day, self.case.received.day)

    @property
    def overdue_until(self):
        """The first day at whose end it is so no longer: closed, or in a pause without end."""
        ends = [self.closed.day if self.closed else None, self.paused.open_from]
        return min([day for day in ends if day], default=dt.date.max)

    @property
    def days_to_close(self):
        return Fraction(elapsed(self.case.received, self.closed), 86_400) if self.closed else None

    @property
    def hours_to_respond(self):
        """Between a receipt and a first response that both have a time."""
        at = self.first("responded")
        if at is None or at.whole_day or self.case.received.whole_day:
            return None
        return Fraction(elapsed(self.case.received, at), 3600)
