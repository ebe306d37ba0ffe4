"""availability.json of a site, from what reading.py has read and the definition in generator/insight/availability.h.

The days are those of zoneinfo; the downtime of each is added up piece by piece, in whole seconds and per cent.
"""
import datetime as dt

from reading import UTC, slug

DAY = dt.timedelta(days=1)


def midnight(day, zone):
    return dt.datetime.combine(day, dt.time(), zone).astimezone(UTC).replace(tzinfo=None)


def local_day(time, zone):
    """Of a day that is stated without a time of day, just that one."""
    return time.utc.replace(tzinfo=UTC).astimezone(zone).date() if time.has_clock else time.local.date()


def months_back(day, count):
    place = day.year * 12 + day.month - 1 - count
    return dt.date(place // 12, place % 12 + 1, 1)


def counted_time(view, incidents, today):
    dated = [local_day(incident.started, view.time_zone) for incident in incidents if incident.started.precision != 'year']
    last = today - DAY
    if not dated or not view.shows('severity'):
        return None
    first = max(months_back(last, 11), min(dated).replace(day=1))
    return (first, last) if first <= last else None


def weight_of(view, incident):
    return view.weights.get(incident.severity)


def lasted(incident, end_of_all):
    """(from, to), or None where nobody can tell."""
    mitigated, resolved = incident.times['mitigated'], incident.times['resolved']
    end = mitigated or resolved
    if mitigated and resolved and mitigated.has_clock and resolved.has_clock and resolved.utc < mitigated.utc:
        end = resolved
    if incident.in_doubt or not incident.started.has_clock:
        return None
    if not end:
        return (incident.started.utc, end_of_all) if incident.state == 'open' else None
    return (incident.started.utc, end.utc) if end.has_clock and end.utc >= incident.started.utc else None


def last_known_day(view, incident, last):
    """As far as its own times tell."""
    if incident.state == 'open':
        return last
    days = [local_day(time, view.time_zone) for time in (incident.started, incident.times['resolved']) if time]
    return max(days)


def figure(length, down):
    """`down` in hundredths of a second."""
    hundredths = 10000 - -(-down * 100 // length)
    return {'length_seconds': length, 'downtime_seconds': down / 100, 'availability': hundredths / 100}


def down_on(day, spans, view):
    """Length in seconds, downtime in hundredths of them, and who was down in part."""
    begin, end = midnight(day, view.time_zone), midnight(day + DAY, view.time_zone)
    length = int((end - begin).total_seconds())
    here = [(max(start, begin), min(stop, end), weight, incident) for start, stop, weight, incident in spans
            if weight > 0 and max(start, begin) < min(stop, end)]
    cuts = sorted({moment for start, stop, _, _ in here for moment in (start, stop)})
    down = 0
    for start, stop in zip(cuts, cuts[1:]):
        worst = max((weight for one, other, weight, _ in here if one <= start and stop <= other), default=0)
        down += worst * int((stop - start).total_seconds())
    return length, down, {incident for *_, incident in here}


def of_service(view, incidents, first, last):
    end_of_all = midnight(last + DAY, view.time_zone)
    spans, left_out = [], []
    for incident in incidents:
        span, weight = lasted(incident, end_of_all), weight_of(view, incident)
        if span and weight is not None:
            spans.append((*span, weight, incident))
        elif local_day(incident.started, view.time_zone) <= last and first <= last_known_day(view, incident, last):
            left_out.append(incident)
    months, day = {}, first
    while day <= last:
        month = months.setdefault(f'{day.year}-{day.month:02}', {'length': 0, 'down': 0, 'days': []})
        length, down, makers = down_on(day, spans, view)
        month['length'] += length
        month['down'] += down
        if down:
            month['days'].append({'day': str(day), **figure(length, down),
                                  'incidents': [each.address for each in incidents if each in makers]})
        day += DAY
    return {
        **figure(sum(month['length'] for month in months.values()), sum(month['down'] for month in months.values())),
        'left_out': [incident.address for incident in left_out],
        'months': [{'month': name, **figure(month['length'], month['down']), 'days': month['days']}
                   for name, month in reversed(months.items())],
    }


def availability(view, incidents, today):
    """{name of a service: …}, or None if the site has no such figures."""
    time = counted_time(view, incidents, today)
    if not time:
        return None
    names = {}
    for service in view.vocabulary.service_names:
        if view.service_name(service):
            names.setdefault(view.service_name(service), slug(view.service_name(service)) if view.is_public else service)
    return {
        'first_day': str(time[0]), 'last_day': str(time[1]), 'time_zone': view.time_zone.key,
        'services': {name: {'key': key, 'name': name,
                            **of_service(view, [incident for incident in incidents if key in incident.services], *time)}
                     for name, key in names.items()},
    }
