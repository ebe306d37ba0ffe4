"""Small knowledge bases, each with what one rule of counting turns on."""

CONFIG = '''title: Edges
time_zone: Europe/Berlin
severities: [{id: SEV1, aliases: [P1]}, {id: SEV2}]
views:
  internal: {base_url: "https://wiki.edges.example/"}
  public: {base_url: "https://status.edges.example/"}
'''
SERVICES = '''- {id: shop, name: Shop}
- {id: pay, name: Payments}
- {id: idle, name: Idle}
'''
CAUSES = '''- id: capacity
  name: Capacity
  children: [{id: disk, name: Disk full}]
- {id: dns, name: DNS}
'''

# name: (front matter, text)
ONE = {'one': ('started: 2026-02-01T10:00:00Z\nresolved: 2026-02-01T10:30:00Z\nservices: [shop]', '')}

MANY = {
    # In UTC these are on the other side of the new year.
    'before-midnight': ('started: 2025-12-31T23:30:00-01:00\nresolved: 2026-01-01T00:45:00-01:00\nservices: [shop]', ''),
    'after-midnight': ('started: 2026-01-01T00:30:00+01:00\nresolved: 2026-01-01T01:00:00+01:00\nservices: [pay]\n'
                       'severity: P1', ''),
    'same-minute': ('started: 2026-01-10T10:00:00Z\ndetected: 2026-01-10T10:00:00Z\nresolved: 2026-01-10T10:00:00Z\n'
                    'services: [shop, pay]\ncauses: [capacity/disk, dns]\ntrigger: A  Release', ''),
    # The clock goes from 02:00 to 03:00: an hour, not two.
    'spring': ('started: 2026-03-29T01:30:00+01:00\nresolved: 2026-03-29T03:30:00+02:00\nservices: [shop]\n'
               'causes: [Disk full]\ntrigger: a release\nreview: {date: 2026-03-31}', ''),
    'autumn': ('started: 2025-10-26T02:30:00+02:00\nresolved: 2025-10-26T02:30:00+01:00\nrepeats: [spring]\n'
               'causes: [capacity]\nreview: {date: 2025-10-29}', ''),
    'ongoing': ('started: 2026-04-20T08:00:00Z\ndetected: 2026-04-20T08:05:00Z\nservices: [pay]\ndetection: alert',
                '## Action items\n\n- [ ] Wait - Due 2026-04-30\n'),
    'backwards': ('started: 2026-02-02T10:00:00Z\nresolved: 2026-02-02T09:00:00Z\nservices: [shop]\n'
                  'detected: 2026-02-02T10:01:00Z', ''),
    'contradicted': ('started: 2026-02-03T10:00:00Z\nresolved: 2026-02-03T11:00:00Z\nservices: [shop]',
                     '**Duration:** 3 hours\n'),
    'stated': ('started: 2026-02-04T10:00:00Z\nresolved: 2026-02-04T11:00:00Z\nservices: [shop]',
               '**Duration:** 1 hour\n'),
    # Only as much of the start as is still known.
    'a-day': ('started: 2026-02-10\nresolved: 2026-02-12\nservices: [shop]\nreview: {date: 2026-02-15}\n'
              'published: 2026-02-20', ''),
    'a-month': ('started: 2025-11\nresolved: yes\nservices: [pay]\ndetection: partner', ''),
    'a-year': ('started: 2024\nservices: [shop]', '## Action items\n\n- [x] Late - Due 2026-01-31 - Done 2026-02-01\n'),
    'to-come': ('started: 2026-12-24T10:00:00Z\nresolved: 2026-12-24T11:00:00Z\nservices: [shop]', ''),
    # Reviewed and published to the last hour, and after it.
    'in-time': ('started: 2026-02-20T10:00:00Z\nresolved: 2026-02-20T12:00:00Z\nreview: {date: 2026-02-22}\n'
                'published: 2026-02-27\nservices: [shop]', ''),
    'to-the-minute': ('started: 2026-02-21T10:00:00Z\nresolved: 2026-02-22T00:00:00Z\nreview: {date: 2026-02-24}\n'
                      'published: 2026-03-01\nservices: [shop]', ''),
    'too-late': ('started: 2026-02-21T10:00:00Z\nresolved: 2026-02-21T23:59:00Z\nreview: {date: 2026-02-24}\n'
                 'published: 2026-03-01\nservices: [shop]', ''),
    'unfinished': ('started: 2026-03-01T10:00:00Z\nresolved: 2026-03-01T12:00:00Z\nstatus: in-review\nservices: [shop]', ''),
    'planned': ('started: 2026-04-28T10:00:00Z\nresolved: 2026-04-28T12:00:00Z\nreview: {date: 2026-05-02}\n'
                'services: [idle]', ''),
    # One quiet day, and an end to it that lasts.
    'next-day': ('started: 2026-04-29T10:00:00Z\nservices: [idle]', ''),
    'hidden': ('started: 2026-03-02T10:00:00Z\nstatus: draft\nservices: [shop]', ''),
    # What the front matter lacks stands in the timeline.
    'told': ('started: 2026-03-10T22:50:00Z\nservices: [shop]\ndetection: customer',
             '## Timeline (UTC)\n\n- 22:58 - Detected: customers call\n- 23:05 - Acknowledged by Dana\n'
             '- 00:20 - Mitigated: restarted\n- 00:40 - Resolved: all well\n\n'
             '## Action items\n\n'
             '| Action | Owner | Due | Status |\n|---|---|---|---|\n'
             '| Alert on it | @dana | 2026-03-20 | Done 2026-03-20 |\n'
             '| Write it down | @dana | 2026-03-20 | Done 2026-04-01 |\n'
             '| Buy a new one | @dana | 2026-03-20 | Won\'t fix |\n'
             '| Sell the old one | @dana | 2026-03-20 | Open |\n'),
    'listed': ('started: 2026-03-12T08:00:00Z\nresolved: 2026-03-12T09:00:00Z',
               '## Action items\n\n- [x] Done at some time - Due 2026-03-20\n'
               '- [x] Done before all of it - @dana - Done 2023-01-01\n'
               '- [ ] Not yet due - Due 2026-12-01\n- Due next year (Owner: Dana, Due: January 10)\n'),
    'tabled': ('started: 2026-03-13T08:00:00Z\nresolved: 2026-03-13T09:00:00Z',
               '## Action items\n\n| Action | Due | Completed |\n|---|---|---|\n| On a day | 2026-03-20 | 2026-03-19 |\n'
               '| To come | 2026-03-20 | 2026-05-20 |\n| Not at all | 2026-03-20 | |\n'),
}


def make_one(root, incidents):
    (root / 'incidents').mkdir(parents=True)
    (root / 'debrief.yaml').write_text(CONFIG, encoding='utf-8')
    (root / 'services.yaml').write_text(SERVICES, encoding='utf-8')
    (root / 'causes.yaml').write_text(CAUSES, encoding='utf-8')
    for name, (front, text) in incidents.items():
        (root / 'incidents' / f'{name}.md').write_text(f'---\ntitle: {name}\n{front}\n---\n\n{text}', encoding='utf-8')
    return root


def make(folder):
    """[(root, today)]"""
    empty = make_one(folder / 'empty', {})
    one = make_one(folder / 'one', ONE)
    many = make_one(folder / 'many', MANY)
    return [(empty, '2026-05-01'), (one, '2026-02-01'), (one, '2026-05-01'), (one, '2026-01-31'), (many, '2026-05-01'),
            (many, '2026-04-29'), (many, '2026-02-24'), (many, '2027-01-01')]
