"""Every figure of `debrief stats --json` and the completion of `debrief actions --json`, from what reading.py has read.

Written from the definitions (trends/definitions/ and generator/insight/README.md), and where it can be by another way than
the program goes: fractions instead of floating point, days that are counted out one by one.
"""
import datetime as dt
import math
from fractions import Fraction

DAY = dt.timedelta(days=1)


def count(incidents):
    return {'count': len(incidents), 'incidents': [incident.id for incident in incidents]}


def counted_day(incident):
    return None if incident.started.precision == 'year' else incident.started.utc.date()


def period_name(day, by):
    return f'{day.year}-Q{(day.month + 2) // 3}' if by == 'quarter' else f'{day.year}-{day.month:02}'


def period_names(first, last, by):
    """{name: [its days]}, day by day."""
    names, day = {}, first.replace(day=1)
    if by == 'quarter':
        day = day.replace(month=(day.month - 1) // 3 * 3 + 1)
    while day <= last or period_name(day, by) in names:
        names.setdefault(period_name(day, by), []).append(day)
        day += DAY
    return names


def quantile(values, share):
    values = sorted(values)
    place = share * (len(values) - 1)
    below = math.floor(place)
    above = min(below + 1, len(values) - 1)
    return math.floor(values[below] + (place - below) * (values[above] - values[below]))


def keyed(name, incidents, keys_of):
    keys = {}
    for incident in incidents:
        for key in sorted(set(keys_of(incident))) or [None]:
            keys.setdefault(key, []).append(incident)
    return {key: {name: key, **count(found)} for key, found in keys.items()}


def cause_keys(incident):
    return [key for cause in incident.causes for key in {cause, cause.split('/')[0]}]


def trigger_figures(incidents):
    found = {}
    for incident in incidents:
        found.setdefault(incident.trigger.lower() or None, []).append(incident)
    return {key: {'trigger': key and same[0].trigger, **count(same)} for key, same in found.items()}


def seconds_between(incident, phase):
    end = incident.times[phase]
    if not end or not end.has_clock or not incident.started.has_clock or end.utc < incident.started.utc:
        return None
    return int((end.utc - incident.started.utc).total_seconds())


def time_figures(incidents):
    figures = {}
    clear = [incident for incident in incidents if not incident.in_doubt]
    for name, phase in (('to_detect', 'detected'), ('to_acknowledge', 'acknowledged'), ('to_mitigate', 'mitigated'),
                        ('to_resolve', 'resolved')):
        known = [incident for incident in clear if seconds_between(incident, phase) is not None]
        rest = [incident for incident in clear if incident not in known]
        still_open = [incident for incident in rest if incident.state == 'open' and not incident.times[phase]]
        values = [seconds_between(incident, phase) for incident in known]
        figures[name] = {
            'median_seconds': quantile(values, Fraction(1, 2)) if values else None,
            'percentile_90_seconds': quantile(values, Fraction(9, 10)) if values else None,
            **count(known),
            'open': count(still_open),
            'not_said': count([incident for incident in rest if incident not in still_open]),
        }
    figures['in_doubt'] = count([incident for incident in incidents if incident.in_doubt])
    return figures


def detection_figures(incidents):
    ways = {way: [incident for incident in incidents if incident.detection == way]
            for way in ('alert', 'customer', 'employee', 'partner')}
    said = sum(len(found) for found in ways.values())
    rest = [incident for incident in incidents if incident.detection not in ways]
    return {'said': said, **{way: count(found) for way, found in ways.items()}, 'not_said': count(rest)}


def promptness_of(incident, done, limit, today):
    if incident.in_doubt:
        return 'in_doubt'
    if incident.state == 'open':
        return 'not_yet'
    end = incident.times['resolved']
    if not end or end.precision not in ('day', 'minute'):
        return 'not_said'
    deadline = end.utc + limit + (dt.timedelta() if end.has_clock else DAY)
    is_over = today > deadline.date()
    if done and done.precision in ('day', 'minute'):
        if done.utc.date() > today:
            return 'late' if is_over else 'not_yet'
        return 'within' if done.utc <= deadline else 'late'
    if not is_over:
        return 'not_yet'
    return 'late' if incident.workflow in ('draft', 'in-review') else 'not_said'


def promptness(incidents, done_of, limit, today):
    lists = {name: [] for name in ('within', 'late', 'not_yet', 'not_said', 'in_doubt')}
    for incident in incidents:
        lists[promptness_of(incident, done_of(incident), limit, today)].append(incident)
    return {name: count(found) for name, found in lists.items()}


def figures(incidents, today):
    return {
        'incidents': count(incidents),
        'severities': keyed('severity', incidents, lambda incident: [incident.severity] if incident.severity else []),
        'services': keyed('service', incidents, lambda incident: incident.services),
        'causes': keyed('cause', incidents, cause_keys),
        'triggers': trigger_figures(incidents),
        'times': time_figures(incidents),
        'detection': detection_figures(incidents),
        'new': count([incident for incident in incidents if not incident.repeats]),
        'recurring': count([incident for incident in incidents if incident.repeats]),
        'reviews': promptness(incidents, lambda incident: incident.review, dt.timedelta(hours=48), today),
        'publications': promptness(incidents, lambda incident: incident.published, dt.timedelta(days=7), today),
    }


def item_count(pairs):
    """Of (incident, action): how many, and the incidents in order, each once."""
    return {'count': len(pairs), 'incidents': list(dict.fromkeys(incident.id for incident, _ in pairs))}


def items_of(incidents):
    return [(incident, action) for incident in incidents for action in incident.actions]


def knows_day(time):
    return time is not None and time.precision in ('day', 'minute')


def closing_period(action, names, by, today):
    """The name of a period, 'without_day' or 'outside'; None for what is not done."""
    if not action.done:
        return None
    if not knows_day(action.completed):
        return 'without_day'
    day = action.completed.last_day
    name = period_name(day, by)
    return name if name in names and day <= today else 'outside'


def span(incident, today):
    """First and last day, in UTC; the last is None while it goes on."""
    first = counted_day(incident)
    if not incident.in_doubt and incident.state == 'open':
        return first, None
    end = incident.times['resolved']
    if incident.in_doubt or not end or end.precision not in ('day', 'minute'):
        return first, first
    return first, min(max(first, end.utc.date()), today)


def quiet_spells(incidents, today):
    """{service: {longest, present}}: the gaps between days on which something was wrong."""
    by_service = {}
    for incident in reversed(incidents):  # the oldest first
        for service in set(incident.services):
            by_service.setdefault(service, []).append(incident)
    result = {}
    for service, found in by_service.items():
        spans = {incident: span(incident, today) for incident in found}
        covers = lambda incident, day: spans[incident][0] <= day and (spans[incident][1] or today) >= day
        busy, day = [], min(first for first, _ in spans.values())
        while day <= today:
            if any(covers(incident, day) for incident in found):
                busy.append(day)
            day += DAY
        spells = []
        for before, after in zip(busy, busy[1:]):
            if any(covers(incident, before) and covers(incident, after) for incident in found):
                continue
            spells.append({'days': (after - before).days, 'from': str(before), 'to': str(after),
                           'after': [incident.id for incident in found if spans[incident][1] == before][-1],
                           'next': [incident.id for incident in found if spans[incident][0] == after][0]})
        present = None
        if all(last for _, last in spans.values()):
            present = {'days': (today - busy[-1]).days, 'from': str(busy[-1]), 'to': str(today),
                       'after': [incident.id for incident in found if spans[incident][1] == busy[-1]][-1], 'next': None}
            spells.append(present)
        if spells:
            longest = max(spells, key=lambda spell: spell['days'])  # of equal ones the first
            result[service] = {'service': service, 'longest': longest, 'present': present}
    return result


def stats(view, all_incidents, today, by):
    undated = [incident for incident in all_incidents if counted_day(incident) is None]
    later = [incident for incident in all_incidents if counted_day(incident) and counted_day(incident) > today]
    counted = [incident for incident in all_incidents if incident not in undated and incident not in later]
    names = period_names(min(map(counted_day, counted)), today, by) if counted else {}
    pairs = items_of(all_incidents)
    closed = {}
    for pair in pairs:
        closed.setdefault(closing_period(pair[1], names, by, today), []).append(pair)
    periods = {}
    for name, days in names.items():
        of_period = [incident for incident in counted if period_name(counted_day(incident), by) == name]
        periods[name] = {'period': name, 'first_day': str(days[0]), 'last_day': str(days[-1]), **figures(of_period, today),
                         'actions_opened': item_count(items_of(of_period)),
                         'actions_closed': item_count(closed.get(name, []))}
    every = figures(counted, today)
    left_out = {
        'undated': count(undated), 'after_today': count(later),
        'actions_without_period': item_count(items_of([each for each in all_incidents if each not in counted])),
        'actions_done_without_day': item_count(closed.get('without_day', [])),
        'actions_done_outside': item_count(closed.get('outside', [])),
    }
    if view.is_public:  # which knows neither when reviews were nor when items were done
        for each in [every, *periods.values()]:
            each.update({name: None for name in ('reviews', 'publications', 'actions_closed') if name in each})
        left_out.update(actions_done_without_day=None, actions_done_outside=None)
    return {
        'today': str(today), 'view': view.name, 'by': by,
        'left_out': left_out,
        'all': every,
        'periods': periods,
        'heat_map': {key: {'cause': key, 'counts': [period['causes'].get(key, {'count': 0})['count']
                                                    for period in periods.values()]}
                     for key in every['causes'] if key is not None},
        'quiet': quiet_spells(counted, today),
    }


def completion(all_incidents, today):
    actions = [action for _, action in items_of(all_incidents) if not action.dropped]
    done = [action for action in actions if action.done]
    in_time = [action for action in done if action.due and knows_day(action.completed) and action.completed.last_day <= action.due]
    settled = [action for action in actions if action.due and (knows_day(action.completed) if action.done else action.due < today)]
    return {'all': len(actions), 'done': len(done), 'due': len(settled), 'on_time': len(in_time)}
