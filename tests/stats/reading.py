"""Reads a knowledge base as a person would, from the Markdown files alone.

This knows nothing of the program: front matter through PyYAML, timelines and action items by what the content format
promises. It reads less than the program does: of timelines only entries that name their phase, of stated durations only
hours and minutes. What the sample and the small knowledge bases of edges.py use is all there.
"""
import datetime as dt
import pathlib
import re
import zoneinfo

import yaml

UTC = dt.timezone.utc


class Time:
    """A moment, or a day, a month, a year; `utc` is when it begins."""

    def __init__(self, text):
        found = re.fullmatch(
            r'(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d{1,2}):(\d\d)(?::(\d\d))?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?', text.strip())
        if not found:
            raise ValueError(f'no time: {text!r}')
        year, month, day, hour, minute, second, zone = found.groups()
        self.precision = 'minute' if hour else 'day' if day else 'month' if month else 'year'
        self.offset = dt.timedelta()
        if zone and zone != 'Z':
            digits = zone[1:].replace(':', '')
            self.offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])) * (-1 if zone[0] == '-' else 1)
        self.local = dt.datetime(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0),
                                 int(second or 0))
        self.utc = self.local - self.offset

    @property
    def has_clock(self):
        return self.precision == 'minute'

    @property
    def last_day(self):
        """On the author's clock, the last one that is left open."""
        day = self.local.date()
        if self.precision == 'year':
            return dt.date(day.year, 12, 31)
        if self.precision == 'month':
            following = dt.date(day.year + day.month // 12, day.month % 12 + 1, 1)
            return following - dt.timedelta(days=1)
        return day


def time_or_none(text):
    return Time(text) if text else None


def certainly_before(a, b):
    """Whatever is left open: the end of `a` is before the beginning of `b`."""
    if a.has_clock:
        return a.utc < b.utc
    return a.last_day < b.local.date() if not b.has_clock else \
        dt.datetime.combine(a.last_day, dt.time()) + dt.timedelta(days=1) <= b.utc


class Incident:
    pass


def plain(text):
    return re.sub(r'[-_:.\s]', '', text.lower())


class Vocabulary:
    """Names and aliases of services, causes and severities, and the key that each of them means."""

    def __init__(self, root):
        config = load(root / 'debrief.yaml')
        self.severities = {}
        for severity in config.get('severities', []):
            for name in [severity['id'], severity.get('name', ''), *severity.get('aliases', [])]:
                if name:
                    self.severities[plain(name)] = severity['id'].lower()
        services = load(root / 'services.yaml')
        self.services = self._names(services)
        self.service_names = {service['id']: service.get('name', service['id']) for service in services}
        self.public_services = public_services(services)
        self.causes, self.public_causes = {}, {}
        for category in load(root / 'causes.yaml'):
            self.causes.update(self._names([category]))
            is_public = category.get('public') == 'yes'
            if is_public:
                self.public_causes[category['id']] = slug(category.get('name', category['id']))
            for child in category.get('children', []):
                key = f"{category['id']}/{child['id']}"
                self.causes[key.lower()] = key
                if is_public:
                    above = self.public_causes[category['id']]
                    self.public_causes[key] = above if child.get('public') == 'no' else \
                        f"{above}/{slug(child.get('name', child['id']))}"
                for name in [child['id'], child.get('name', ''), *child.get('aliases', [])]:
                    self.causes.setdefault(name.lower(), key)

    @staticmethod
    def _names(items):
        names = {}
        for item in items:
            for name in [item['id'], item.get('name', ''), *item.get('aliases', [])]:
                names[name.lower()] = item['id']
        return names


def load(path):
    """YAML of texts only: 2026-01-01 stays what was written."""
    if not path.exists():
        return []
    return yaml.load(path.read_text(encoding='utf-8'), Loader=yaml.BaseLoader) or []


def public_services(services):
    """{id: the name that the public reads}, without those that it does not know."""
    by_id = {service['id']: service for service in services}
    names = {}
    for service in services:
        above = service
        while above and above.get('public') != 'yes':
            above = by_id.get(above.get('parent'))
        if above:
            names[service['id']] = above.get('public_name') or above.get('name') or above['id']
    return names


class View:
    """What a site knows: all, or what it lists. Sections are known here by their usual names alone."""

    def __init__(self, root, name, today):
        config = load(root / 'debrief.yaml')
        self.root, self.name, self.today, self.vocabulary = root, name, today, Vocabulary(root)
        self.time_zone = zoneinfo.ZoneInfo(config.get('time_zone', 'UTC'))
        own = config['views'][name]
        self.needs_approval = own.get('approval') == 'required'
        self.approvers = {name.lower() for person in load(root / 'people.yaml') for name in (person['handle'], person['name'])}
        self.base_url = own['base_url']
        self.fields = own.get('fields', ['title', 'summary', 'severity', 'services', 'started', 'resolved', 'impact'])
        self.sections = own.get('sections', ['summary', 'impact', 'resolution'])
        scale = config.get('severities', [])
        self.weights = {severity['id'].lower(): int(severity.get('downtime', (100, 30, 0)[min(place, 2)]))
                        for place, severity in enumerate(scale)}

    @property
    def is_public(self):
        return self.name == 'public'

    def lets_out(self, front):
        """What asks to be public and says that it is published: whether it is approved, and its day has come."""
        said = front.get('public', {})
        if self.needs_approval and said.get('approved_by', '').lower().removeprefix('@') not in self.approvers:
            return False
        if 'not_before' not in said:
            return True
        time = Time(said['not_before'])
        if time.precision == 'day':
            return self.today >= time.last_day
        if not time.has_clock:
            return self.today > time.last_day
        midnight = dt.datetime.combine(self.today, dt.time(), self.time_zone)
        return midnight >= time.utc.replace(tzinfo=dt.timezone.utc)

    def shows(self, field):
        return not self.is_public or field in self.fields

    def service_name(self, service):
        return (self.vocabulary.public_services if self.is_public else self.vocabulary.service_names).get(service)

    def lines(self, lines):
        if not self.is_public:
            return lines
        shown = []
        for name, content in sections(lines).items():
            if re.sub(r'\s*\(.*\)$', '', name or 'summary').lower().replace(' ', '-') in self.sections:
                shown += [f'## {name}'] * bool(name) + content
        return shown


def slug(text):
    return re.sub(r'[^a-z0-9]+', '-', re.sub(r"['’]", '', text.lower())).strip('-')


def split_front_matter(text):
    lines = text.split('\n')
    end = lines.index('---', 1)
    return yaml.load('\n'.join(lines[1:end]), Loader=yaml.BaseLoader), lines[end + 1:]


def sections(lines):
    """{heading: its lines}, without code; deeper headings stay with the section that they are in."""
    found, name, level, in_code = {}, '', 0, False
    for line in lines:
        if line.startswith('```'):
            in_code = not in_code
            continue
        heading = None if in_code else re.match(r'(#+)\s+(.*)', line)
        if heading and (level == 0 or len(heading[1]) <= level):
            level = len(heading[1])
            name = re.sub(r'<!--.*?-->|^[\d.]+\s+', '', heading[2]).strip()
            found.setdefault(name, [])
        elif not in_code:
            found.setdefault(name, []).append(line)
    return found


def section(lines, kind):
    for name, content in sections(lines).items():
        if re.sub(r'\s*\(.*\)$', '', name).lower() == kind:
            return name, content
    return '', []


def blocks(lines):
    """List items, with the lines that go on with them, and rows of tables, each a list of cells or a text."""
    item, head = None, None
    for line in [*lines, '']:
        row = re.match(r'\s*\|(.*)\|\s*$', line)
        start = re.match(r'[-*]\s+(.*)', line)
        if item is not None and not (line.startswith('  ') and line.strip()):
            yield 'item', item
            item = None
        if row:
            cells = [cell.strip() for cell in row[1].split('|')]
            if head is None:
                head = [cell.lower() for cell in cells]
            elif not re.fullmatch(r'[\s|:-]+', line):
                yield 'row', dict(zip(head, cells))
        else:
            head = None
        if start:
            item = start[1]
        elif item is not None:
            item += ' ' + line.strip()


PHASES = ('started', 'detected', 'acknowledged', 'mitigated', 'resolved')


def timeline(lines, started):
    """(phase, Time) of entries that name theirs, in order."""
    heading, content = section(lines, 'timeline')
    found, before, day = [], None, started.local
    for kind, block in blocks(content):
        text = block if kind == 'item' else ' - '.join(block.values())
        text = re.sub(r'\*\*', '', text)
        entry = re.match(r'~?(?:(\d{4}-\d\d-\d\d)\s+)?(\d\d:\d\d)(?:\s+UTC)?\s*(?:-\s*)?(.*)', text)
        if not entry:
            continue
        in_utc = 'UTC' in heading or 'UTC' in text.split(entry[2])[1][:6]
        offset = dt.timedelta() if in_utc else started.offset
        if before is None:
            day = started.utc + offset
        clock = dt.datetime.strptime(entry[2], '%H:%M').time()
        if entry[1]:
            day = dt.datetime.strptime(entry[1], '%Y-%m-%d')
        elif before is not None and dt.datetime.combine(day, clock) + dt.timedelta(hours=6) <= before:
            day += dt.timedelta(days=1)
        before = dt.datetime.combine(day, clock)
        label = re.match(r'(started|detected|acknowledged|mitigated|resolved)\b', entry[3], re.IGNORECASE)
        if label:
            time = Time('1970')
            time.precision, time.offset, time.local, time.utc = 'minute', offset, before, before - offset
            found.append((label[1].lower(), time))
    return found


def stated_duration(lines):
    """Of "**Duration:** 1 h 5 min", and what its author has rounded off."""
    for line in lines:
        found = re.match(r'\**Duration:\**\s*(?:(\d+)\s*h(?:ours?)?)?\s*(?:(\d+)\s*min(?:utes)?)?\s*$', line)
        if found and any(found.groups()):
            value = dt.timedelta(hours=int(found[1] or 0), minutes=int(found[2] or 0))
            return value, dt.timedelta(minutes=1) if found[2] else dt.timedelta(hours=1)
    return None


MONTHS = ('january february march april may june july august september october november december').split()


def due_day(text, started):
    """"2026-02-13", or "December 19": the first such day after the start."""
    if re.fullmatch(r'\d{4}-\d\d-\d\d', text):
        return Time(text).last_day
    found = re.fullmatch(r'([A-Z][a-z]+)\s+(\d+)', text)
    if not found:
        return None
    start = started.local.date()
    day = dt.date(start.year, MONTHS.index(found[1].lower()) + 1, int(found[2]))
    return day if day >= start else day.replace(year=day.year + 1)


class Action:
    def __init__(self, done, dropped, due, completed):
        self.done, self.dropped, self.due, self.completed = done, dropped, due, completed


def action_of_item(text, started):
    box = re.match(r'\[( |x|X)\]\s*(.*)', text)
    due = re.search(r'\bDue:?\s+(\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d+)', text)
    completed = re.search(r'-\s+Done\s+(\d{4}-\d\d-\d\d)\b', text)
    done = bool(box and box[1] != ' ') or bool(completed) or '**DONE**' in text
    dropped = text.startswith('~~') or bool(box and box[2].startswith('~~'))
    return Action(done, dropped and not done, due and due_day(due[1], started), completed and Time(completed[1]))


def action_of_row(row, started):
    status = row.get('status', '')
    completed = re.match(r'Done\s+(\d{4}-\d\d-\d\d)', status)
    completed_text = completed[1] if completed else row.get('completed', '')
    done = status.lower().startswith('done') or bool(completed_text)
    dropped = re.match(r"(won't fix|dropped|cancelled)", status.lower()) is not None
    return Action(done, dropped, due_day(row.get('due', ''), started), time_or_none(completed_text))


def actions(lines, started):
    _, content = section(lines, 'action items')
    return [action_of_item(block, started) if kind == 'item' else action_of_row(block, started)
            for kind, block in blocks(content)]


def listed(value):
    return [] if value is None else value if isinstance(value, list) else [value]


def read_incident(path, view):
    """None if the view does not show it."""
    vocabulary = view.vocabulary
    front, lines = split_front_matter(path.read_text(encoding='utf-8'))
    incident = Incident()
    incident.kind = front.get('kind', 'incident')
    incident.workflow = front.get('status', 'published')
    if incident.workflow == 'draft':
        return None
    if view.is_public:
        if front.get('visibility') != 'public' or front.get('status') != 'published' or not view.lets_out(front):
            return None
        front = {**front, **{name: text for name, text in front.get('public', {}).items() if name in ('title', 'summary')}}
        front = {name: value for name, value in front.items()
                 if name in ('id', 'title') or view.shows(name)}
        lines = view.lines(lines)
    incident.file = front.get('id') or (path.parent.name if path.name == 'index.md' else path.stem)
    incident.title = front['title']
    incident.severity = vocabulary.severities.get(plain(front.get('severity', '')))
    incident.services = [vocabulary.services[name.lower()] for name in listed(front.get('services'))]
    incident.causes = [vocabulary.causes[name.lower()] for name in listed(front.get('causes'))]
    incident.trigger = ' '.join(front.get('trigger', '').split())
    incident.detection = front.get('detection', '')
    incident.repeats = listed(front.get('repeats'))
    incident.review = time_or_none(front.get('review', {}).get('date'))
    incident.published = time_or_none(front.get('published'))
    incident.started = Time(front['started'])
    incident.id = f"{front['started'][:10]}-{slug(incident.title)}" if view.is_public else incident.file
    if view.is_public:
        incident.services = list(dict.fromkeys(
            slug(view.service_name(service)) for service in incident.services if view.service_name(service)))
        incident.causes = list(dict.fromkeys(
            vocabulary.public_causes[cause] for cause in incident.causes if cause in vocabulary.public_causes))
    incident.address = f"{view.base_url}incidents/{incident.id if view.is_public else slug(incident.file)}/"
    said = front.get('resolved', '')
    is_flag = said.lower() in ('yes', 'no', 'true', 'false')
    times = {phase: time_or_none(front.get(phase)) for phase in PHASES[1:4]}
    times['resolved'] = None if is_flag else time_or_none(said)
    for phase, time in timeline(lines, incident.started):
        known = times.get(phase)
        is_first = phase in ('detected', 'acknowledged') and known is not None and getattr(known, 'of_timeline', False)
        if phase == 'started' or is_first or (known and known.has_clock and not getattr(known, 'of_timeline', False)):
            continue
        if not view.shows(phase):
            continue
        time.of_timeline = True
        times[phase] = time
    incident.times = times
    resolved = times['resolved']
    if resolved or said.lower() in ('yes', 'true'):
        incident.state = 'resolved'
    elif is_flag or incident.started.has_clock:
        incident.state = 'open'
    else:
        incident.state = 'unknown'
    incident.in_doubt = False
    if resolved:
        incident.in_doubt = certainly_before(resolved, incident.started)
        stated = stated_duration(lines)
        if stated and resolved.has_clock and incident.started.has_clock and not incident.in_doubt:
            difference = abs(resolved.utc - incident.started.utc - stated[0])
            incident.in_doubt = difference > stated[1] + dt.timedelta(minutes=1)
    incident.actions = actions(lines, incident.started)
    return incident


def read_knowledge_base(view):
    """Its incidents, newest first, without drafts."""
    files = sorted(path for path in (view.root / 'incidents').rglob('*.md') if not path.name.startswith(('.', '_')))
    incidents = [incident for incident in (read_incident(path, view) for path in files)
                 if incident and incident.kind == 'incident']
    shown = {incident.file for incident in incidents}
    for incident in incidents:
        incident.repeats = [name for name in incident.repeats if name in shown]
    incidents.sort(key=lambda incident: incident.title)
    incidents.sort(key=lambda incident: incident.started.utc, reverse=True)
    return incidents
