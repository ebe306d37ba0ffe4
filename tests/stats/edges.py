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
    'only-day': ('started: 2026-02-10\nresolved: 2026-02-12\nservices: [shop]\nreview: {date: 2026-02-15}\n'
              'published: 2026-02-20', ''),
    'only-month': ('started: 2025-11\nresolved: yes\nservices: [pay]\ndetection: partner', ''),
    'only-year': ('started: 2024\nservices: [shop]', '## Action items\n\n- [x] Late - Due 2026-01-31 - Done 2026-02-01\n'),
    'to-come': ('started: 2026-12-24T10:00:00Z\nresolved: 2026-12-24T11:00:00Z\nservices: [shop]', ''),
    # Reviewed and published to the last hour, and after it.
    'in-time': ('started: 2026-02-20T10:00:00Z\nresolved: 2026-02-20T12:00:00Z\nreview: {date: 2026-02-22}\n'
                'published: 2026-02-27\nservices: [shop]', ''),
    'to-the-minute': ('started: 2026-02-21T10:00:00Z\nresolved: 2026-02-22T00:00:00Z\nreview: {date: 2026-02-24}\n'
                      'published: 2026-03-01\nservices: [shop]', ''),
    'too-late': ('started: 2026-02-21T10:00:00Z\nresolved: 2026-02-21T23:59:00Z\nreview: {date: 2026-02-24}\n'
                 'published: 2026-03-01\nservices: [shop]', ''),
    'unfinished': ('started: 2026-03-01T10:00:00Z\nresolved: 2026-03-01T12:00:00Z\nstatus: in-review\nservices: [shop]', ''),
    # In Berlin the third of April, with which four weeks to the first of May begin.
    'first-night': ('started: 2026-04-02T22:30:00Z\nresolved: 2026-04-02T22:45:00Z\nservices: [idle]', ''),
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
               '- [x] Done on the last day of a quarter - @dana - Done 2026-03-31\n- [x] Done today - @dana - Done 2026-05-01\n'
               # Four weeks before the first of May is the third of April.
               '- [ ] Late since the third of April - Due 2026-04-02\n- [ ] Late a day longer - Due 2026-04-01\n'
               '- [ ] Not yet due - Due 2026-12-01\n- Due next year (Owner: Dana, Due: January 10)\n'),
    'tabled': ('started: 2026-03-13T08:00:00Z\nresolved: 2026-03-13T09:00:00Z',
               '## Action items\n\n| Action | Due | Completed |\n|---|---|---|\n| On a day | 2026-03-20 | 2026-03-19 |\n'
               '| To come | 2026-03-20 | 2026-05-20 |\n| Not at all | 2026-03-20 | |\n'),
}


# Availability. The scale has its own weights, one of them half; the second site shows what the first does not hide.
DOWN_CONFIG = '''title: Down
time_zone: Europe/Berlin
severities: [{id: SEV1}, {id: SEV2, downtime: 50}, {id: SEV3}, {id: SEV4, downtime: 7}]
views:
  internal: {base_url: "https://wiki.down.example/"}
  public:
    base_url: "https://status.down.example/"
    fields: [title, services, started, %s]
    sections: [summary, %s]
'''
DOWN_SERVICES = '''- {id: shop, name: Shop, public: yes, public_name: Orders}
- {id: cart, name: Cart, public: yes, public_name: Orders}
- {id: pay, name: Payments, public: yes}
- {id: ledger, name: Ledger, parent: pay}
- {id: disk, name: Disk, parent: ledger}
- {id: cron, name: Cron}
- {id: quiet, name: Quiet, public: yes}
'''
SHOWN = 'visibility: public\nstatus: published\n'
# Of two that ask to be public only one is approved by somebody known.
APPROVED = {
    'approved': (SHOWN + 'public: {approved_by: dana}\nstarted: 2026-02-10T10:00:00Z\nresolved: 2026-02-10T11:00:00Z\n'
                 'services: [shop]\nseverity: SEV1', ''),
    'by-a-stranger': (SHOWN + 'public: {approved_by: dan}\nstarted: 2026-02-11T10:00:00Z\nresolved: 2026-02-11T11:00:00Z\n'
                      'services: [shop]\nseverity: SEV1', ''),
    'by-nobody': (SHOWN + 'started: 2026-02-12T10:00:00Z\nresolved: 2026-02-12T11:00:00Z\nservices: [shop]\nseverity: SEV1', ''),
}
DOWN = {
    # Over the year, and begun before it in Berlin alone.
    'new-year': (SHOWN + 'started: 2025-12-31T22:30:00Z\nresolved: 2026-01-01T01:15:00Z\nservices: [shop]\nseverity: SEV1', ''),
    # A day of 23 hours and one of 25, from before to behind.
    'spring-forward': (SHOWN + 'started: 2026-03-28T20:00:00Z\nresolved: 2026-03-30T01:00:00Z\nservices: [pay]\nseverity: SEV1', ''),
    'fall-back': (SHOWN + 'started: 2026-10-24T23:30:00+02:00\nresolved: 2026-10-26T00:30:00+01:00\nservices: [pay, shop]\n'
                  'severity: SEV2', ''),
    # One hour twice.
    'twice': (SHOWN + 'started: 2025-10-26T02:15:00+02:00\nresolved: 2025-10-26T02:15:00+01:00\nservices: [shop]\nseverity: SEV1', ''),
    # Two at a time, of other weight: the worse within the lesser, and one that hangs over.
    'lesser': (SHOWN + 'started: 2026-02-10T08:00:00Z\nresolved: 2026-02-10T12:00:00Z\nservices: [shop]\nseverity: SEV2', ''),
    'worse-within': (SHOWN + 'started: 2026-02-10T09:00:00Z\nresolved: 2026-02-10T09:30:00Z\nservices: [cart, shop]\nseverity: SEV1', ''),
    'hangs-over': (SHOWN + 'started: 2026-02-10T11:30:00Z\nresolved: 2026-02-10T12:45:00Z\nservices: [cart, shop]\nseverity: SEV4', ''),
    # Wholly in the shadow of a worse one, and two that are the same.
    'shade': (SHOWN + 'started: 2026-02-11T08:00:00Z\nresolved: 2026-02-11T12:00:00Z\nservices: [shop]\nseverity: SEV1', ''),
    'shaded': (SHOWN + 'started: 2026-02-11T09:00:00Z\nresolved: 2026-02-11T10:00:00Z\nservices: [shop]\nseverity: SEV2', ''),
    'twin-a': (SHOWN + 'started: 2026-02-12T08:00:00Z\nresolved: 2026-02-12T09:00:00Z\nservices: [shop]\nseverity: SEV2', ''),
    'twin-b': (SHOWN + 'started: 2026-02-12T08:00:00Z\nresolved: 2026-02-12T09:00:00Z\nservices: [shop]\nseverity: SEV2', ''),
    # Internal, so the public has less of that day.
    'unseen': ('started: 2026-02-12T09:00:00Z\nresolved: 2026-02-12T11:00:00Z\nservices: [shop]\nseverity: SEV1', ''),
    'misspelt': ('visibility: Public\nstatus: published\nstarted: 2026-02-12T13:00:00Z\nresolved: 2026-02-12T14:00:00Z\n'
                 'services: [shop]\nseverity: SEV1', ''),
    'unpublished': ('visibility: public\nstarted: 2026-02-12T15:00:00Z\nresolved: 2026-02-12T16:00:00Z\nservices: [shop]\n'
                    'severity: SEV1', ''),
    # Kept back from the public: until tomorrow, until today, until the month or the hour is over.
    'kept-back': (SHOWN + 'public: {not_before: 2026-05-02}\nstarted: 2026-02-12T17:00:00Z\nresolved: 2026-02-12T17:10:00Z\n'
                  'services: [shop]\nseverity: SEV1', ''),
    'let-go': (SHOWN + 'public: {not_before: 2026-05-01}\nstarted: 2026-02-12T18:00:00Z\nresolved: 2026-02-12T18:20:00Z\n'
               'services: [shop]\nseverity: SEV1', ''),
    'kept-a-month': (SHOWN + 'public: {not_before: 2026-04}\nstarted: 2026-02-12T19:00:00Z\nresolved: 2026-02-12T19:40:00Z\n'
                     'services: [shop]\nseverity: SEV1', ''),
    # Midnight in Berlin, and an hour later.
    'to-the-hour': (SHOWN + 'public: {not_before: 2026-04-30T22:00:00Z}\nstarted: 2026-02-12T20:00:00Z\n'
                    'resolved: 2026-02-12T20:05:00Z\nservices: [shop]\nseverity: SEV1', ''),
    'an-hour-late': (SHOWN + 'public: {not_before: 2026-04-30T23:00:00Z}\nstarted: 2026-02-12T21:00:00Z\n'
                     'resolved: 2026-02-12T21:03:00Z\nservices: [shop]\nseverity: SEV1', ''),
    'same-minute': (SHOWN + 'started: 2026-02-13T10:00:00Z\nresolved: 2026-02-13T10:00:00Z\nservices: [shop]\nseverity: SEV1', ''),
    'a-second': (SHOWN + 'started: 2026-02-14T10:00:00Z\nresolved: 2026-02-14T10:00:01Z\nservices: [quiet]\nseverity: SEV4', ''),
    'to-midnight': (SHOWN + 'started: 2026-02-15T22:00:00+01:00\nresolved: 2026-02-16T00:00:00+01:00\nservices: [shop]\n'
                    'severity: SEV1', ''),
    'no-weight': (SHOWN + 'started: 2026-02-17T10:00:00Z\nresolved: 2026-02-17T12:00:00Z\nservices: [shop]\nseverity: SEV3', ''),
    # Until it was mitigated, where that is known.
    'mitigated': (SHOWN + 'started: 2026-02-18T10:00:00Z\nmitigated: 2026-02-18T10:20:00Z\nresolved: 2026-02-18T20:00:00Z\n'
                  'services: [pay]\nseverity: SEV1', ''),
    'mitigated-open': (SHOWN + 'started: 2026-04-10T10:00:00Z\nmitigated: 2026-04-10T10:20:00Z\nservices: [pay]\nseverity: SEV2', ''),
    'mitigated-in-text': (SHOWN + 'started: 2026-02-19T10:00:00Z\nresolved: 2026-02-19T20:00:00Z\nservices: [disk]\nseverity: SEV1',
                          '## Timeline (UTC)\n\n- 10:40 - Mitigated: restarted\n'),
    'resolved-in-text': (SHOWN + 'started: 2026-02-20T10:00:00Z\nservices: [quiet]\nseverity: SEV1',
                         '## Timeline (UTC)\n\n- 10:10 - Mitigated: restarted\n- 11:40 - Resolved: all well\n'),
    # Of these nobody can tell.
    'mitigated-on-a-day': (SHOWN + 'started: 2026-02-21T10:00:00Z\nmitigated: 2026-02-21\nresolved: 2026-02-21T20:00:00Z\n'
                           'services: [ledger]\nseverity: SEV1', ''),
    'resolved-some-day': (SHOWN + 'started: 2026-02-22T10:00:00Z\nresolved: 2026-02-23\nservices: [ledger]\nseverity: SEV1', ''),
    'resolved-somehow': (SHOWN + 'started: 2026-02-22T11:00:00Z\nresolved: yes\nservices: [ledger]\nseverity: SEV1', ''),
    'no-clock': (SHOWN + 'started: 2026-02-24\nresolved: 2026-02-24T12:00:00Z\nservices: [ledger]\nseverity: SEV1', ''),
    'some-month': (SHOWN + 'started: 2026-02\nresolved: yes\nservices: [ledger]\nseverity: SEV1', ''),
    'no-severity': (SHOWN + 'started: 2026-02-25T10:00:00Z\nresolved: 2026-02-25T12:00:00Z\nservices: [ledger]', ''),
    'backwards': (SHOWN + 'started: 2026-02-26T10:00:00Z\nresolved: 2026-02-26T08:00:00Z\nservices: [ledger]\nseverity: SEV1', ''),
    'too-long': (SHOWN + 'started: 2026-02-27T10:00:00Z\nresolved: 2026-02-27T11:00:00Z\nservices: [ledger]\nseverity: SEV1',
                 '**Duration:** 3 hours\n'),
    'too-long-in-secret': (SHOWN + 'started: 2026-02-28T10:00:00Z\nresolved: 2026-02-28T11:00:00Z\nservices: [ledger]\n'
                           'severity: SEV1', '## Impact\n\n**Duration:** 3 hours\n'),
    'mitigated-too-early': (SHOWN + 'started: 2026-03-02T10:00:00Z\nmitigated: 2026-03-02T09:00:00Z\n'
                            'resolved: 2026-03-02T11:00:00Z\nservices: [ledger]\nseverity: SEV1', ''),
    'mitigated-too-late': (SHOWN + 'started: 2026-03-03T10:00:00Z\nmitigated: 2026-03-03T12:00:00Z\n'
                           'resolved: 2026-03-03T11:00:00Z\nservices: [ledger]\nseverity: SEV1', ''),
    'detected-too-early': (SHOWN + 'started: 2026-03-04T10:00:00Z\ndetected: 2026-03-04T09:00:00Z\n'
                           'resolved: 2026-03-04T11:00:00Z\nservices: [ledger]\nseverity: SEV1', ''),
    # Of the counted time by its end alone, or because it goes on.
    'long-ago-till-now': ('started: 2025-03-10T10:00:00Z\nresolved: 2025-05-10T10:00:00Z\nservices: [cron]', ''),
    'long-ago-and-open': ('started: 2025-03-10T11:00:00Z\nservices: [cron]', ''),
    'long-ago-and-over': ('started: 2025-03-10T12:00:00Z\nresolved: 2025-04-10T10:00:00Z\nservices: [cron]', ''),
    'some-year': ('started: 2026\nservices: [cron]\nseverity: SEV1', ''),
    # Open: to the end of yesterday.
    'goes-on': (SHOWN + 'started: 2026-04-28T12:00:00Z\nservices: [quiet]\nseverity: SEV2', ''),
    'goes-on-unseen': ('started: 2026-04-29T22:30:00Z\nresolved: no\nservices: [cron]\nseverity: SEV1', ''),
    'of-today': (SHOWN + 'started: 2026-05-01T08:00:00Z\nresolved: 2026-05-01T09:00:00Z\nservices: [shop]\nseverity: SEV1', ''),
    'announced': (SHOWN + 'kind: maintenance\nstarted: 2026-04-20T08:00:00Z\nresolved: 2026-04-20T12:00:00Z\nservices: [shop]', ''),
    'not-yet': ('status: draft\nstarted: 2026-04-21T08:00:00Z\nresolved: 2026-04-21T12:00:00Z\nservices: [shop]\nseverity: SEV1', ''),
}

# Only the month of the first is known, and the public is not told how severe they were.
FIRST = {
    'first': (SHOWN + 'started: 2026-01\nresolved: yes\nservices: [shop]\nseverity: SEV1', ''),
    'second': (SHOWN + 'started: 2026-03-10T10:00:00Z\nresolved: 2026-03-10T11:00:00Z\nservices: [shop]\nseverity: SEV1', ''),
}

# Quiet spells: one incident within another, two spells of one length, and an end that nobody believes.
QUIET = {
    'outer': ('started: 2026-01-05T10:00:00Z\nresolved: 2026-01-20T10:00:00Z\nservices: [shop]', ''),
    'inner': ('started: 2026-01-08T10:00:00Z\nresolved: 2026-01-09T10:00:00Z\nservices: [shop]', ''),
    'after-both': ('started: 2026-02-20T10:00:00Z\nresolved: 2026-02-20T11:00:00Z\nservices: [shop]', ''),
    'equal-1': ('started: 2026-01-01T10:00:00Z\nresolved: 2026-01-01T11:00:00Z\nservices: [pay]', ''),
    'equal-2': ('started: 2026-01-31T10:00:00Z\nresolved: 2026-01-31T11:00:00Z\nservices: [pay]', ''),
    'equal-3': ('started: 2026-03-02T10:00:00Z\nresolved: 2026-03-02T11:00:00Z\nservices: [pay]', ''),
    'doubtful': ('started: 2026-01-01T10:00:00Z\nresolved: 2026-01-11T10:00:00Z\nservices: [idle]', '**Duration:** 3 hours\n'),
    'after-doubt': ('started: 2026-02-01T10:00:00Z\nresolved: 2026-02-01T11:00:00Z\nservices: [idle]', ''),
}


def make_one(root, incidents, config=CONFIG, services=SERVICES):
    (root / 'incidents').mkdir(parents=True)
    (root / 'debrief.yaml').write_text(config, encoding='utf-8')
    (root / 'services.yaml').write_text(services, encoding='utf-8')
    (root / 'causes.yaml').write_text(CAUSES, encoding='utf-8')
    for name, (front, text) in incidents.items():
        (root / 'incidents' / f'{name}.md').write_text(f'---\ntitle: {name}\n{front}\n---\n\n{text}', encoding='utf-8')
    return root


def make(folder):
    """[(root, today)]"""
    empty = make_one(folder / 'empty', {})
    one = make_one(folder / 'one', ONE)
    many = make_one(folder / 'many', MANY)
    down = make_one(folder / 'down', DOWN, DOWN_CONFIG % ('severity, resolved', 'impact'), DOWN_SERVICES)
    down_told = make_one(folder / 'down-told', DOWN, DOWN_CONFIG % ('severity, resolved, mitigated', 'timeline'), DOWN_SERVICES)
    first = make_one(folder / 'first', FIRST, DOWN_CONFIG % ('resolved', 'impact'), DOWN_SERVICES)
    quiet = make_one(folder / 'quiet', QUIET)
    approved = make_one(folder / 'approved', APPROVED, DOWN_CONFIG % ('severity, resolved', 'impact') + '    approval: required\n',
                        DOWN_SERVICES)
    (approved / 'people.yaml').write_text('- {handle: dana, name: Dana Whitfield, role: an engineer}\n', encoding='utf-8')
    days_of_down = ('2026-05-01', '2026-04-30', '2026-11-01', '2027-01-01', '2026-03-29')
    return [(approved, '2026-05-01'), (quiet, '2026-03-05'), (quiet, '2026-03-01'),
            (first, '2026-05-01'), (first, '2026-01-01'), (first, '2026-02-15'),
            *((down, day) for day in days_of_down), (down_told, '2026-05-01'),
            (empty, '2026-05-01'), (one, '2026-02-01'), (one, '2026-05-01'), (one, '2026-01-31'), (many, '2026-05-01'),
            (many, '2026-04-29'), (many, '2026-02-24'), (many, '2027-01-01')]
