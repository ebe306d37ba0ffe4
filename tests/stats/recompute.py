#!/usr/bin/env python3
"""recompute.py PROGRAM CONTENT [--today DAY]: whether the program's figures are those that the files say.

Computes every figure of `debrief stats --json`, by quarter and by month, and of availability.json, of both sites; the
completion of `debrief actions --json` and what `debrief digest --format json` says happened; from the Markdown files
alone, and prints each difference. Beside CONTENT it looks at small knowledge bases of its own (edges.py). Exit status 1
if anything differs.
"""
import argparse
import datetime as dt
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from concurrent import futures

import availability
import digest
import edges
import figures
import reading

VIEWS = ('internal', 'public')

# On which the sample is looked at: as it is, in its middle, and before its first incident.
TODAYS = ('2026-11-21', '2026-11-24', '2026-03-31', '2025-06-21', '2024-12-31')

# Lists that are told apart by a key: their order is the program's own affair.
KEYS = {'severities': 'severity', 'services': 'service', 'causes': 'cause', 'triggers': 'trigger', 'periods': 'period',
        'heat_map': 'cause', 'quiet': 'service'}


def by_keys(value, name=''):
    if isinstance(value, dict):
        return {key: by_keys(each, key) for key, each in value.items()}
    if name in KEYS and isinstance(value, list):
        key_of = (lambda each: each['trigger'] and each['trigger'].lower()) if name == 'triggers' else \
            (lambda each: each[KEYS[name]])
        return {key_of(each): by_keys(each) for each in value}
    return value


def differences(expected, actual, path):
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in [*expected, *(key for key in actual if key not in expected)]:
            yield from differences(expected.get(key), actual.get(key), f'{path}.{key}')
    elif isinstance(expected, list) and isinstance(actual, list) and len(expected) == len(actual):
        for place, (one, other) in enumerate(zip(expected, actual)):
            yield from differences(one, other, f'{path}[{place}]')
    elif expected != actual:
        yield f'{path}: the files say {json.dumps(expected, ensure_ascii=False)}, ' \
              f'the program {json.dumps(actual, ensure_ascii=False)}'


def run(program, root, *arguments):
    command = [program, '--root', str(root), *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f'{" ".join(command)}: exit status {result.returncode}\n{result.stderr}')
    return result.stdout


def ask(program, root, *arguments):
    return json.loads(run(program, root, *arguments))


def built(program, root, today):
    """{view: availability.json of its site, None without}"""
    with tempfile.TemporaryDirectory() as folder:
        run(program, root, 'build', '--today', today, '--output', folder)
        files = {view: pathlib.Path(folder) / view / 'availability.json' for view in VIEWS}
        return {view: json.loads(path.read_text(encoding='utf-8')) if path.exists() else None
                for view, path in files.items()}


def compare(program, root, today):
    """(differences, how many figures were compared)"""
    day = dt.date.fromisoformat(today)
    found, compared = [], 0

    def check(expected, actual, name):
        nonlocal compared
        compared += len(list(leaves(expected)))
        found.extend(differences(expected, actual, f'{root} {today} {name}'))

    sites = built(program, root, today)
    for name in VIEWS:
        view = reading.View(pathlib.Path(root), name, day)
        incidents = reading.read_knowledge_base(view)
        for by in ('quarter', 'month'):
            actual = ask(program, root, 'stats', '--view', name, '--by', by, '--today', today, '--json')
            check(figures.stats(view, incidents, day, by), by_keys(actual), f'{name} by {by}')
        actual = sites[name] and {**sites[name], 'services': {each['name']: each for each in sites[name]['services']}}
        check(availability.availability(view, incidents, day), actual, f'{name} availability')
        if name == 'internal':
            check(figures.completion(incidents, day), ask(program, root, 'actions', '--today', today, '--json')['completion'],
                  'completion')
            actual = ask(program, root, 'digest', '--format', 'json', '--since', '4w', '--today', today)
            check(digest.digest(view, incidents, day - dt.timedelta(weeks=4), day), digest.of_program(actual), 'digest')
    return found, compared


def leaves(value):
    if not isinstance(value, (dict, list)):
        yield value
        return
    for each in value.values() if isinstance(value, dict) else value:
        yield from leaves(each)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('program')
    parser.add_argument('content')
    parser.add_argument('--today')
    options = parser.parse_args()
    found, compared = [], 0
    with tempfile.TemporaryDirectory() as folder:
        made = edges.make(pathlib.Path(folder))
        todo = [*((options.content, day) for day in ([options.today] if options.today else TODAYS)), *made]
        with futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for more, figures_compared in pool.map(lambda each: compare(options.program, *each), todo):
                found += more
                compared += figures_compared
    for line in found:
        print(line)
    print(f'{compared} figures compared, {len(found)} differ')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
