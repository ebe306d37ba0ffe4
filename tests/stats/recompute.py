#!/usr/bin/env python3
"""recompute.py PROGRAM CONTENT [--today DAY]: whether the program's figures are those that the files say.

Computes every figure of `debrief stats --json`, by quarter and by month, and the completion of `debrief actions --json`,
from the Markdown files alone, and prints each difference. Beside CONTENT it looks at small knowledge bases of its own
(edges.py). Exit status 1 if anything differs.
"""
import argparse
import datetime as dt
import json
import pathlib
import subprocess
import sys
import tempfile

import edges
import figures
import reading

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
    elif expected != actual:
        yield f'{path}: the files say {json.dumps(expected, ensure_ascii=False)}, ' \
              f'the program {json.dumps(actual, ensure_ascii=False)}'


def ask(program, root, *arguments):
    command = [program, '--root', str(root), *arguments, '--json']
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f'{" ".join(command)}: exit status {result.returncode}\n{result.stderr}')
    return json.loads(result.stdout)


def compare(program, root, today):
    """(differences, how many figures were compared)"""
    incidents = reading.read_knowledge_base(root)
    day = dt.date.fromisoformat(today)
    found, compared = [], 0
    for by in ('quarter', 'month'):
        expected = figures.stats(incidents, day, by)
        compared += len(list(leaves(expected)))
        actual = by_keys(ask(program, root, 'stats', '--by', by, '--today', today))
        found += differences(expected, actual, f'{root} {today} by {by}')
    expected = figures.completion(incidents, day)
    compared += len(expected)
    found += differences(expected, ask(program, root, 'actions', '--today', today)['completion'],
                         f'{root} {today} completion')
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
        for root, today in [*((options.content, day) for day in ([options.today] if options.today else TODAYS)), *made]:
            more, figures_compared = compare(options.program, root, today)
            found += more
            compared += figures_compared
    for line in found:
        print(line)
    print(f'{compared} figures compared, {len(found)} differ')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
