"""What `debrief digest --format json` says happened: which incidents, which action items.

Days are those of the time zone.
"""
import datetime as dt

from availability import local_day
from figures import items_of, knows_day

DAY = dt.timedelta(days=1)


def is_within(time, view, first, today):
    return knows_day(time) and first <= local_day(time, view.time_zone) <= today


def item_names(pairs):
    return sorted([incident.id, action.due and str(action.due), action.completed and str(action.completed.last_day)]
                  for incident, action in pairs)


def digest(view, incidents, first, today):
    entries = []
    for incident in incidents:
        entry = {'id': incident.id,
                 'has_started': is_within(incident.started, view, first, today),
                 'was_resolved': is_within(incident.times['resolved'], view, first, today),
                 'is_open': incident.state == 'open' and local_day(incident.started, view.time_zone) <= today}
        if any(value is True for value in entry.values()):
            entries.append(entry)
    became_late = [(incident, action) for incident, action in items_of(incidents)
                   if not action.done and not action.dropped and action.due and first <= action.due + DAY <= today]
    completed = [(incident, action) for incident, action in items_of(incidents)
                 if action.done and knows_day(action.completed) and first <= action.completed.last_day <= today]
    return {'first': str(first), 'today': str(today), 'incidents': entries,
            'overdue': item_names(became_late), 'completed': item_names(completed)}


def of_program(answer):
    """The same of what it printed."""
    names = ('id', 'has_started', 'was_resolved', 'is_open')
    return {'first': answer['first'], 'today': answer['today'],
            'incidents': [{name: incident[name] for name in names} for incident in answer['incidents']],
            **{name: sorted([item['incident']['id'], item['due'], item['completed']] for item in answer[name])
               for name in ('overdue', 'completed')}}
