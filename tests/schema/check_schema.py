#!/usr/bin/env python3
"""Holds `debrief schema` to what Debrief itself says of front matter.

usage: check_schema.py PROGRAM CONTENT

A real validator reads the schema, and the front matter as editors do (YAML 1.2). Whatever Debrief reads without a word must
be valid, and whatever it reports must not be, but for what CANNOT_SAY lists. Prints each difference; the exit status is 1 if
there is one.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """The types of YAML 1.2: `no` and `2026-02-15` are texts."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+0123456789.")),
]:
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)

VOCABULARY = {
    "debrief.yaml": """title: Lighthouse
fields: {started: [begin_time], title: [headline]}
severities:
  - {id: SEV1, name: Critical, aliases: [P0, major outage, 1]}
  - {id: SEV2, name: Major, aliases: [P1]}
views:
  internal: {base_url: "https://wiki.lighthouse.example/"}
  public: {base_url: "https://status.lighthouse.example/"}
""",
    "services.yaml": """- {id: checkout, name: Check-out (web)}
- {id: "404", name: Error pages}
- {id: störung, name: C++ service}
""",
    "causes.yaml": """- id: capacity
  name: Capacity
  aliases: [overload]
  children: [{id: disk, name: Disk full}, {id: review, name: Review}]
- id: change
  name: Change
  children: [{id: review, name: Review}]
""",
    "people.yaml": "- {handle: dana, name: Dana Whitfield, role: the on-call engineer}\n",
}

# Front matter beside a title and a start, one a line; several keys are parted by ' / '.
VARIANTS = """
id: PM-1
id: 42
id:
id: [a]
kind: incident
kind: maintenance
kind: maintenance / severity: SEV1
kind: maintenance / severity:
kind: maintenance / labels: [a]
kind: Maintenance
kind: outage
status: draft
status: in-review
status: published
status: Published
status: done
status: "draft "
status:
visibility: internal
visibility: public / status: draft
visibility: public
visibility: secret
severity: SEV1
severity: sev-1
severity: severity::2
severity: Sev 2 (worst in years)
severity: "P0: all of it"
severity: Major outage
severity: 1
severity: [SEV1]
severity: SEV3
severity: SVE1
severity: major-ish
severity: 7
severity: {id: SEV1}
severity: ""
priority: P1
sev: SEV9
services: [checkout]
services: checkout
services: [CHECKOUT, "Check-out (web)"]
services: [404]
services: [störung, c++ service]
services: [checkot]
services: checkout, 404
services: [checkout, [404]]
services: {checkout: yes}
services: []
affected: [Error pages]
affected: [Error page]
component: [checkout]
causes: [capacity/disk]
causes: [capacity, change/review]
causes: [disk, overload]
causes: [Disk Full]
causes: [review]
causes: [capacity/dsk]
contributing_factors: [Capacity]
trigger: A deployment
trigger: 2026
trigger: [a, b]
trigger: "<!-- internal -->x"
detected: 2026-02-15T14:32:00+01:00
detected: 2026-02-15 14:33Z
detected: 2026-02-15 14:33:01.5 +0100
detected: 2026-02-15t8:30 utc
detected: 2026-02-15T14:33+01
detected: 2026-02-15
detected: 2026-02
detected: 2026
detected: "2026"
detected:
detected: 2026-02-15T14:32:00
detected: 2026-02-15 25:00Z
detected: 2026-13-01
detected: 2026-02-15T14:32:00+15:00
detected: 15.02.2026
detected: 1969
detected: 20202
detected: yesterday
detected: [2026-02-15]
acknowledged_at: 2026-03-01
mitigated: soon
resolved: yes
resolved: No
resolved: true
resolved: 2026-02-16T10:00:00Z
resolved: perhaps
end_time: 2026-02-16
end_time: off
detection: alert
detection: customer
detection: Alert
detection: pager
impact: Nobody could pay
impact: 1240
impact: {summary: Nobody could pay, customers: 1240, requests: "3 %", revenue: 12.5, data_loss: no}
impact: {data_loss: False}
impact: {data_loss: some}
impact: {users: 12}
impact: {}
impact: [a]
summary: One sentence.
tldr: One sentence.
summery: One sentence.
review: {date: 2026-02-20, facilitator: dana, attendees: [dana, Somebody Else]}
review: {date: 2026-02-20T10:00}
review: {date: Friday}
review: {leader: dana}
review: 2026-02-20
review:
published: 2026-02-20
published: yes
authors: dana
authors: [dana, "Guest, of another company"]
authors: {dana: author}
author: dana
tags: [a, 1, true]
tags: a
repeats: [PM-2025-001]
tags: [[a]]
links: {Ticket: "https://tickets.example/1", Empty: }
links: {Ticket: tickets.example/1}
links: [https://tickets.example/1]
links: https://tickets.example/1
links:
public: {title: Payments failed, summary: They did., approved_by: dana, not_before: 2026-03-01}
public: {titel: Payments failed}
public: yes
section: issue / uuid: 7 / pin: false
begin_time:
colour: red
Title: Again
""".strip().splitlines()

# What only other files, or other lines, can tell.
CANNOT_SAY = {
    "detected: 2026-02-30": "how long a month is",
    "end_time: off / end: no": "that two names mean the same field",
    "visibility: public / status:": "that an empty field says nothing",
}
VARIANTS += CANNOT_SAY

WHOLE = {
    "": False,
    "title: A": False,
    "started: 2026-02-15": False,
    "title: / started: 2026-02-15": False,
    "title: 404 / date: 2026-02-15": True,
    "headline: A / begin_time: 2026-02-15T14:32:00Z": True,
    "title: A / start_time: 2026-02-15T14:32:00Z": True,
    "title: [A] / started: 2026-02-15": False,
}

failures = []


def expect(condition, message):
    if not condition:
        failures.append(message)


def front_matter(path):
    text = path.read_text(encoding="utf-8")
    return yaml.load(text.split("---\n", 2)[1], Core)


def run(program, root, *arguments):
    return subprocess.run([program, "--root", str(root), *arguments], capture_output=True, text=True, encoding="utf-8")


def schema_of(program, root):
    result = run(program, root, "schema")
    expect(result.returncode == 0 and not result.stderr, f"schema fails: {result.stderr}")
    schema = json.loads(result.stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def reported(program, root):
    """The files of which a build says something, and what."""
    said = {}
    with tempfile.TemporaryDirectory() as output:
        lines = run(program, root, "build", "--drafts", "--output", output + "/site").stderr.splitlines()
    for line in lines:
        if match := re.match(r"(incidents/[^:]*):[\d:]* (.*)", line):
            said.setdefault(match[1], []).append(match[2])
    return said


def check_samples(program, content):
    validator = schema_of(program, content)
    said = reported(program, content)
    files = sorted(content.glob("incidents/**/*.md"))
    expect(len(files) > 20, f"only {len(files)} samples in {content}")
    for path in files:
        name = path.relative_to(content).as_posix()
        if name in said:
            continue
        for error in validator.iter_errors(front_matter(path)):
            failures.append(f"{name}: {error.json_path}: {error.message[:200]}")


def check_variants(program, root):
    for name, text in VOCABULARY.items():
        (root / name).write_text(text, encoding="utf-8")
    (root / "incidents").mkdir()
    cases = {f"title: T / started: 2026-02-14T14:00:00Z / {v}": v for v in VARIANTS}
    cases["title: T / begin_time: 2026-02-15 / started:"] = "started:"
    cases.update({whole: whole for whole in WHOLE})
    paths = {}
    for number, case in enumerate(cases):
        paths[case] = f"incidents/case-{number}.md"
        (root / paths[case]).write_text("---\n" + case.replace(" / ", "\n") + "\n---\n\nText.\n", encoding="utf-8")
    validator = schema_of(program, root)
    said = reported(program, root)
    counts = {True: 0, False: 0}
    for case, variant in cases.items():
        read = yaml.load(case.replace(" / ", "\n"), Core)
        valid = validator.is_valid(read if read is not None else {})
        remarks = said.get(paths[case], [])
        if case in WHOLE:
            expect(valid == WHOLE[case], f"'{case}' should {'' if WHOLE[case] else 'not '}be valid")
        if variant in CANNOT_SAY:
            expect(valid and remarks, f"CANNOT_SAY lists '{variant}', which is {'valid' if valid else 'invalid'}; said: {remarks}")
            continue
        counts[valid] += 1
        expect(valid == (not remarks), f"'{variant}' is {'valid' if valid else 'invalid'}; Debrief says {remarks or 'nothing'}")
    return counts


def check_open_vocabulary(program, root):
    (root / "debrief.yaml").write_text("title: T\n", encoding="utf-8")
    validator = schema_of(program, root)
    anything = {"title": "T", "started": "2026", "services": ["what you like"], "causes": "and this"}
    expect(validator.is_valid(anything), "without services.yaml and causes.yaml any name should be valid")
    (root / "services.yaml").write_text("- {id: a}\n- {id: a}\n", encoding="utf-8")
    result = run(program, root, "schema")
    expect(result.returncode == 1 and not result.stdout and "services.yaml:2" in result.stderr,
           f"a vocabulary with errors should give no schema: {result}")


def check_snippets(program, content):
    snippets = json.loads(run(program, content, "schema", "--format", "snippets").stdout)
    fields = schema_of(program, content).schema["properties"]
    prefixes = [s["prefix"] for s in snippets.values()]
    expect(set(fields) <= set(prefixes), f"no snippet for {set(fields) - set(prefixes)}")
    ids = [entry["id"] for entry in yaml.load((content / "services.yaml").read_text(encoding="utf-8"), Core)]
    body = "\n".join(snippets["Post-mortem: services"]["body"])
    expect(body == "services: [${1|" + ",".join(ids) + "|}]", f"the snippet of services is {body}")


def main():
    program, content = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        check_samples(program, content)
        counts = check_variants(program, pathlib.Path(one))
        check_open_vocabulary(program, pathlib.Path(two))
        check_snippets(program, content)
    expect(min(counts.values()) > 20, f"too few cases: {counts}")
    for failure in failures:
        print(failure)
    print(f"{counts[True]} valid, {counts[False]} invalid, {len(failures)} differences")
    return 1 if failures else 0


sys.exit(main())
