// What `debrief check` writes for other programs, held to what those programs are known to take:
//
//   SARIF     the published schema (of @microsoft/jest-sarif), and what code scanning asks for beyond it
//   GitHub    the toolkit that makes such commands (@actions/core), byte for byte, and how the runner takes them apart
//   summary   a parser of GitHub's Markdown (micromark), and of HTML behind it
//   GitLab    its documentation, https://docs.gitlab.com/ci/testing/code_quality/, written down here as a schema, and stricter
//   rdjson    its documentation, https://github.com/reviewdog/reviewdog/tree/master/proto/rdf, likewise
//
// `--format json` says what the findings are; every other format must say the same. Each check is shown a few faults first.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';

import Ajv from 'ajv';
import Ajv4 from 'ajv-draft-04';
import add_formats from 'ajv-formats';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';

import { assert_nothing } from './support/pages.js';
import { run } from './support/processes.js';
import { program } from './support/sites.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-check-'));
const today = '2026-03-01';
// GitHub's own: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
const most_annotations = 10;
const most_summary = 1024 * 1024;

// Everything that a review can find, in files whose names try what they can.
const bad_config = `title: Bad
severities:
  - {id: SEV1, name: Critical}
  - {id: SEV2, name: Major}
views:
  public: {base_url: "https://status.example/", approval: required}
`;
const files = {
  'debrief.yaml': bad_config,
  'services.yaml': '- {id: lamp, name: Lamp, public: yes}\n- {id: bell, name: Bell, team: tower}\n',
  'people.yaml': '- {handle: sam, name: Sam Sailor, role: the keeper, team: tower}\n- {handle: kim, name: Kim Keeper, role: a keeper, team: tower}\n',
  'redactions.yaml': '- {term: Initech, replace: a customer}\n',
  'incidents/one.md': `---
title: Lamp of the tower dark after a change of the bulb
status: published
severity: SEV1
services: [lamp]
causes: [human-error]
started: 2025-01-04T05:06:07Z
resolved: 2025-01-04T07:06:07Z
impact: {customers: 40}
authors: [sam]
published: 2025-03-01
review: {date: 2025-02-01, facilitator: sam, attendees: [kim]}
repeats: [two]
---

<!-- check: off action-count -->

## Summary

Lamp of the tower dark after a change of the bulb: the keeper carelessly forgot the bulb, and should have known better.

## Timeline (UTC)

- 06:00 - Ships wait
- 05:00 - Lamp dark
- [HH:MM] - Detected by Sam

## Root Cause

Sam pushed the wrong bulb. It was human error.

## Five Whys

- Why was it dark? → The bulb was broken.
  - Why was it broken? → Sam dropped it.

## Resolution

## Action Items

- [ ] Be more careful
- [ ] Improve monitoring - @sam @kim - Due 2025-01-02
- [ ] Count the hours of the bulbs - @sam - Due 2025-02-01
- [ ] Buy a second lamp - @kim - Due 2031-01-01
- [ ] Paint the tower - @tower - Due 2027-01-01
- [ ] Wash the windows
- [ ] TODO: more
`,
  'incidents/two.md': `---
title: Lamp of the tower dark after a change of the bulb in winter
status: published
visibility: public
severity: SEV2
services: [lamp]
started: 2024-12-01T05:06:07Z
resolved: 2024-12-01T07:06:07Z
---

<!-- check: off timeline-order nothing needs this -->

## Summary

Lamp of the tower dark after a change of the bulb: the keeper found the bulb broken.

## Root Cause

The bulb was broken.

## Action Items

- [ ] Count the hours of the bulbs of the lamp - @sam - Due 2025-02-01
`,
  'incidents/four.md': `---
title: Lamp of the tower dark after a change of the bulb in spring
status: published
severity: SEV1
services: [lamp]
started: 2025-04-01T05:06:07Z
detected: 2025-04-01 9:32 UTC
resolved: 2025-04-01T10:06:07Z
---

## Summary

Lamp of the tower dark after a change of the bulb: the keeper found the bulb broken.

## Root Cause

The bulb was broken.

## 5 Whys

1. Why was it dark? → The bulb was broken.
2. Why was the bulb broken? → It had fallen from the stairs.
3. Why had it fallen? → Somebody forgot the rope.

## Action Items

- [ ] Count the hours of the bulbs of the lamp - @sam - Due 2025-05-01
- [ ] We already put a net below the stairs - @kim - Due 2025-05-01
`,
  'incidents/three.md': `---
title: The bell is silent
status: in-review
severity: SEV2
services: [bell]
started: 2026-01-01T05:06:07Z
resolved: 2026-01-01T07:06:07Z
---

## Summary

No sound.
`,
  'incidents/five.md': `---
title: Maintenance of the bell
status: published
started: 2026-01-02
---

It is oiled.
`,
  // A name that every format has to write in its own way; messages with line ends, signs of Markdown and of markup.
  'incidents/a b, 100%: ü #1 [x](y) `c` & <d> \'e\' "f".md': `---
title: "Ünïcödé, 100%: everything"
status: published
severity: "x\\r\\ny%0A::error::z, a=b]"
services: ["<script>alert(1)</script>", "a|b\`c\`@octocat #12 _d_ https://elsewhere.example/ &amp; \\\\"]
causes: ["äöü 𐐀 %25"]
started: 2026-01-01T05:06:07Z
---

## Summary

äöü 𐐀: the keeper should have known better. ::warning::no command
`,
};

function make(name, root, content) {
  const base = path.join(folder, name);
  for (const [file, text] of Object.entries(content)) {
    const place = path.join(base, root, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text);
  }
  run('git', ['init', '-q', base]);
  const knowledge_base = path.join(base, root);
  const check = (format, env = {}) => {
    const { stdout, stderr, status } = spawnSync(program, ['--root', knowledge_base, 'check', '--today', today, '--format', format],
      { encoding: 'utf8', maxBuffer: 1 << 28, env: { PATH: process.env.PATH, ...env } });
    assert.equal(stderr, '');
    assert.ok([0, 1].includes(status), stdout);
    return stdout;
  };
  const file = path.join(base, 'summary.md');
  const one = {
    content,
    prefix: root === '' ? '' : `${root}/`,
    findings: JSON.parse(check('json')).findings,
    github: check('github', { GITHUB_STEP_SUMMARY: file }),
    gitlab: check('gitlab'),
    sarif: check('sarif'),
    rdjson: check('rdjson'),
  };
  return { ...one, summary: fs.readFileSync(file, 'utf8') };
}

// --- SARIF

const sarif_schema = JSON.parse(fs.readFileSync(createRequire(import.meta.url)
  .resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'));
const sarif_ajv = new Ajv4({ allErrors: true, strict: false, unicodeRegExp: false });
add_formats(sarif_ajv);
const validate_sarif = sarif_ajv.compile(sarif_schema);

function same(problems, what, actual, expected) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    problems.push(`${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
  }
}

const schema_problems = (validate, value) => (validate(value) ? [] : validate.errors.map((error) =>
  `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));

function sarif_problems(text, { prefix, findings }) {
  const sarif = JSON.parse(text);
  const problems = schema_problems(validate_sarif, sarif);
  if (problems.length > 0) return problems;
  const [{ tool, results, columnKind }] = sarif.runs;
  same(problems, 'runs', sarif.runs.length, 1);
  same(problems, 'columns', columnKind, 'unicodeCodePoints');
  const ids = tool.driver.rules.map((rule) => rule.id);
  // Beyond the schema: https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
  for (const { id, shortDescription, fullDescription, help } of tool.driver.rules) {
    if (!shortDescription?.text || !fullDescription?.text || !help?.text) problems.push(`GitHub wants descriptions and help of ${id}`);
  }
  same(problems, 'rules are listed once', ids.length, new Set(ids).size);
  same(problems, 'results', results.length, findings.length);
  const levels = { error: 'error', warning: 'warning', info: 'note' };
  results.forEach((result, index) => {
    const finding = findings[index] ?? {};
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    same(problems, 'rule', ids[result.ruleIndex], result.ruleId);
    // A relative reference that, resolved, is a file below the root.
    const url = new URL(artifactLocation.uri, 'file:///root/');
    same(problems, 'path', decodeURIComponent(url.pathname), `/root/${prefix}${finding.file}`);
    same(problems, 'reference', url.search + url.hash, '');
    same(problems, 'finding', [result.ruleId, result.level, result.message.text, region?.startLine, region?.startColumn ?? null,
      Object.values(result.partialFingerprints ?? {})], [finding.rule, levels[finding.level], finding.message, finding.line ?? 1,
      finding.line === null ? null : finding.column, [finding.fingerprint]]);
  });
  return problems;
}

// --- GitHub

// As the runner does: data behind the second "::", properties between commas, escapes undone one after the other.
function parse_command(line) {
  const text = line.trimStart();
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  const [, name, rest] = /^(\S*) ?(.*)$/s.exec(text.slice(2, end));
  const undo = (escaped, pairs) => pairs.reduce((done, [code, sign]) => done.replaceAll(code, sign), escaped);
  const data = [['%0D', '\r'], ['%0A', '\n'], ['%25', '%']];
  const property = [['%0D', '\r'], ['%0A', '\n'], ['%3A', ':'], ['%2C', ','], ['%25', '%']];
  const properties = Object.fromEntries(rest.split(',').filter(Boolean).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), undo(pair.slice(at + 1), property)];
  }));
  return { name, properties, data: undo(text.slice(end + 2), data), pieces: [...rest.split(',').filter(Boolean)].sort(),
    escaped: text.slice(end + 2) };
}

// What GitHub's own toolkit writes of the same.
function toolkit_commands(commands) {
  const code = `import * as core from '@actions/core';
    for (const { name, properties, data } of ${JSON.stringify(commands)}) {
      core[name](data, { title: properties.title, file: properties.file,
        ...(properties.line && { startLine: Number(properties.line) }), ...(properties.col && { startColumn: Number(properties.col) }) });
    }`;
  return run(process.execPath, ['--input-type=module', '-e', code], { cwd: path.dirname(fileURLToPath(import.meta.url)) })
    .split('\n').slice(0, -1).map(parse_command);
}

const order = ['error', 'warning', 'info'];
const worst_first = (findings) => findings.map((finding, index) => ({ finding, index })).sort((a, b) =>
  order.indexOf(a.finding.level) - order.indexOf(b.finding.level) || a.index - b.index).map(({ finding }) => finding);

function github_problems(text, { prefix, findings }) {
  const problems = [];
  const lines = text.split('\n');
  const commands = lines.map(parse_command).filter(Boolean);
  const expected = worst_first(findings).slice(0, most_annotations);
  same(problems, 'commands', commands.length, expected.length);
  expected.forEach((finding, index) => {
    const command = commands[index];
    if (!command) return;
    const name = { error: 'error', warning: 'warning', info: 'notice' }[finding.level];
    const { file, line, col, title } = command.properties;
    same(problems, 'finding', [command.name, file, line ?? null, col ?? null, title, command.data], [name, prefix + finding.file,
      finding.line === null ? null : String(finding.line), finding.line === null || finding.column === null ? null : String(finding.column),
      finding.rule, finding.message]);
  });
  if (problems.length === 0) {
    toolkit_commands(commands).forEach((other, index) => {
      same(problems, 'as the toolkit writes it', [commands[index].name, commands[index].pieces, commands[index].escaped],
        [other.name, other.pieces, other.escaped]);
    });
  }
  const rest = findings.length - expected.length;
  if (rest > 0) same(problems, 'rest', lines.at(-3), `${rest} more; all of them are in the summary of the job.`);
  return problems;
}

function nodes_of(node, found = []) {
  found.push(node);
  for (const child of node.childNodes ?? []) nodes_of(child, found);
  return found;
}
const text_of = (node) => nodes_of(node).map((one) => (one.nodeName === '#text' ? one.value : '')).join('');

function summary_problems(text, { prefix, findings }) {
  const problems = [];
  if (Buffer.byteLength(text) > most_summary) problems.push(`${Buffer.byteLength(text)} bytes`);
  const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
  const nodes = nodes_of(parseFragment(html));
  const known = new Set(['#document-fragment', '#text', 'h2', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a']);
  for (const node of nodes) if (!known.has(node.nodeName)) problems.push(`an element ${node.nodeName}`);
  // Addresses in messages become links on GitHub whatever one does; a link must not say something else than its address.
  for (const node of nodes.filter(({ nodeName }) => nodeName === 'a')) {
    const address = node.attrs.find(({ name }) => name === 'href').value;
    if (!decodeURI(address).endsWith(text_of(node)) && !address.includes('check')) problems.push(`a link to ${address}`);
  }
  const rows = nodes.filter(({ nodeName }) => nodeName === 'tr').slice(1)
    .map((row) => row.childNodes.filter(({ nodeName }) => nodeName === 'td').map((cell) => text_of(cell)));
  const one_line = (words) => words.replace(/[\r\n]/g, ' ').trim();
  const expected = worst_first(findings).map(({ level, file, line, rule, message }) => [level,
    one_line(`${prefix}${file}${line === null ? '' : `:${line}`}`), rule, one_line(message)]);
  const left_out = Number(/\n(\d+) more are not shown\.\n$/.exec(text)?.[1] ?? 0);
  same(problems, 'rows', rows.length + left_out, expected.length);
  if (left_out > 0 && Buffer.byteLength(text) < most_summary / 2) problems.push('rows are left out without need');
  rows.forEach((row, index) => same(problems, 'row', row, expected[index]));
  return problems;
}

// --- GitLab

const ajv = new Ajv({ allErrors: true });
const validate_gitlab = ajv.compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^[^/]' },
          lines: {
            type: 'object', required: ['begin'], additionalProperties: false, properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

function gitlab_problems(text, { prefix, findings }) {
  const report = JSON.parse(text);
  const problems = schema_problems(validate_gitlab, report);
  if (problems.length > 0) return problems;
  // Of two with the same fingerprint GitLab keeps one.
  same(problems, 'fingerprints', new Set(report.map(({ fingerprint }) => fingerprint)).size, report.length);
  same(problems, 'findings', report.length, findings.length);
  const severities = { error: 'major', warning: 'minor', info: 'info' };
  report.forEach(({ description, check_name, fingerprint, severity, location }, index) => {
    const finding = findings[index] ?? {};
    // Where the site explains the rules, the description ends with the address of the rule.
    const [message] = description.split(/ – https?:\/\/\S+$/);
    same(problems, 'finding', [message, check_name, fingerprint, severity, location.path, location.lines.begin],
      [finding.message, finding.rule, finding.fingerprint, severities[finding.level], prefix + finding.file, finding.line ?? 1]);
  });
  return problems;
}

// --- rdjson

const validate_rdjson = ajv.compile({
  type: 'object',
  required: ['source', 'diagnostics'],
  additionalProperties: false,
  properties: {
    source: { type: 'object', required: ['name'], additionalProperties: false, properties: { name: { const: 'debrief' } } },
    diagnostics: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location', 'severity', 'code'],
        additionalProperties: false,
        properties: {
          message: { type: 'string', minLength: 1 },
          severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
          code: {
            type: 'object', required: ['value'], additionalProperties: false,
            properties: { value: { type: 'string' }, url: { type: 'string', pattern: '^https?://' } },
          },
          location: {
            type: 'object',
            required: ['path'],
            additionalProperties: false,
            properties: {
              path: { type: 'string', pattern: '^[^/]' },
              range: {
                type: 'object',
                required: ['start'],
                additionalProperties: false,
                properties: {
                  start: {
                    type: 'object', required: ['line'], additionalProperties: false,
                    properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
});

function rdjson_problems(text, { prefix, findings, content }) {
  const report = JSON.parse(text);
  const problems = schema_problems(validate_rdjson, report);
  if (problems.length > 0) return problems;
  same(problems, 'findings', report.diagnostics.length, findings.length);
  report.diagnostics.forEach(({ message, severity, code, location }, index) => {
    const finding = findings[index] ?? {};
    const start = location.range?.start ?? {};
    // Columns are of bytes here, of characters there.
    const line = finding.line === null ? '' : source_line(content, finding);
    const characters = start.column === undefined ? null
      : [...Buffer.from(line).subarray(0, start.column - 1).toString()].length + 1;
    const severities = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };
    same(problems, 'finding', [message, code.value, severity, location.path, start.line ?? null, characters], [finding.message,
      finding.rule, severities[finding.level], prefix + finding.file, finding.line, finding.line === null ? null : finding.column]);
  });
  return problems;
}
const source_line = (content, { file, line }) => (content[file] ?? '').split('\n')[line - 1] ?? '';

// --- the bases

const formats = { sarif: sarif_problems, github: github_problems, summary: summary_problems, gitlab: gitlab_problems, rdjson: rdjson_problems };
const made = {};

describe('formats of check', () => {
  before(() => {
    made.bad = make('bad', 'a folder, 50%: ö', files);
    made.root = make('root', '', files);
    made.sample = make('sample', 'content', Object.fromEntries(fs.readdirSync(path.join(repository, 'content'), { recursive: true })
      .filter((file) => /\.(md|yaml)$/.test(file) && !file.startsWith('site/'))
      .map((file) => [file, fs.readFileSync(path.join(repository, 'content', file), 'utf8')])));
    made.nothing = make('nothing', '', { 'debrief.yaml': 'title: Nothing\n' });
    const many = Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`incidents/${index}-${'long'.repeat(20)}.md`,
      `---\ntitle: Outage ${index}\nstatus: published\nstarted: 2026-01-01\n---\n\n## Action Items\n\n- [ ] Be more careful\n`]));
    made.many = make('many', '', { 'debrief.yaml': 'title: Many\n', ...many });
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  test('the bad base is bad: every rule finds something, in lines and in whole files', () => {
    const found = new Set(made.bad.findings.map(({ rule }) => rule));
    const rules = JSON.parse(made.bad.sarif).runs[0].tool.driver.rules.filter((rule) => rule.properties).map(({ id }) => id);
    // That one takes two branches.
    assert.deepEqual(rules.filter((rule) => !found.has(rule)), ['id-taken']);
    assert.ok(found.has('unknown-severity') || found.has('unknown-service'), [...found].join(' '));
    assert.ok(made.bad.findings.some(({ line }) => line === null));
    assert.ok(made.bad.findings.some(({ line, column }) => line !== null && column === null));
    assert.ok(made.bad.findings.some(({ column }) => column > 1));
    assert.ok(made.bad.findings.some(({ message }) => message.includes('\n')), 'a message of several lines');
    assert.ok(made.many.findings.length > 5000);
    assert.equal(made.nothing.findings.length, 0);
    assert.ok(Buffer.byteLength(made.many.summary) > 500_000);
  });

  for (const [format, problems_of] of Object.entries(formats)) {
    for (const name of ['bad', 'root', 'sample', 'nothing', 'many']) {
      test(`${format}: ${name}`, () => assert_nothing(problems_of(made[name][format], made[name]).slice(0, 20)));
    }
  }

  // What the checks are worth.
  const in_json = (change) => (text) => {
    const value = JSON.parse(text);
    change(value);
    return JSON.stringify(value);
  };
  const faults = {
    sarif: {
      'a level that is none': in_json((sarif) => (sarif.runs[0].results[0].level = 'info')),
      'a line 0': in_json((sarif) => (sarif.runs[0].results.find(({ locations }) => locations[0].physicalLocation.region)
        .locations[0].physicalLocation.region.startLine = 0)),
      'a rule without a word': in_json((sarif) => delete sarif.runs[0].tool.driver.rules.at(-1).shortDescription),
      'a finding on no line': in_json((sarif) => delete sarif.runs[0].results[0].locations[0].physicalLocation.region),
      'no version': in_json((sarif) => delete sarif.version),
      'a key of our own': in_json((sarif) => (sarif.runs[0].results[0].owner = 'x')),
      'a rule of another': in_json((sarif) => (sarif.runs[0].results[0].ruleIndex += 1)),
      'a path as it is': in_json((sarif) => sarif.runs[0].results.forEach(({ locations }) => {
        const { artifactLocation } = locations[0].physicalLocation;
        artifactLocation.uri = artifactLocation.uri.replaceAll('%23', '#').replaceAll('%25', '%');
      })),
      'a finding too few': in_json((sarif) => sarif.runs[0].results.pop()),
    },
    github: {
      'a sign of per cent as it is': (text) => text.replaceAll('%25', '%'),
      'a comma as it is': (text) => text.replaceAll('%2C', ','),
      'a colon as it is': (text) => text.replaceAll('%3A', ':'),
      'a line end as it is': (text) => text.replaceAll('%0A', '\n'),
      'another order': (text) => text.replace(/^(.*)\n(.*)\n/, '$2\n$1\n'),
      'eleven commands': (text) => text.replace(/^(.*\n)/, '$1$1'),
    },
    summary: {
      'a bar as it is': (text) => text.replaceAll('\\|', '|'),
      'markup as it is': (text) => text.replaceAll('&lt;', '<').replaceAll('\\>', '>'),
      'an entity as it is': (text) => text.replaceAll('&amp;', '&'),
      'a row too few': (text) => text.replace(/\n\| error .*\n/, '\n'),
      'more than may be': (text) => text + ' '.repeat(most_summary),
    },
    gitlab: {
      'a line that is a word': in_json((report) => (report[0].location.lines.begin = '1')),
      'a severity that is none': in_json((report) => (report[0].severity = 'warning')),
      'no fingerprint': in_json((report) => delete report[0].fingerprint),
      'a fingerprint twice': in_json((report) => (report[0].fingerprint = report[1].fingerprint)),
      'no list': (text) => JSON.stringify({ issues: JSON.parse(text) }),
    },
    rdjson: {
      'columns of characters': in_json((report) => report.diagnostics.forEach(({ location }, index) => {
        if (location.range?.start.column) location.range.start.column = made.bad.findings[index].column;
      })),
      'a severity in small letters': in_json((report) => (report.diagnostics[0].severity = 'error')),
      'a line 0': in_json((report) => (report.diagnostics.find(({ location }) => location.range).location.range.start.line = 0)),
      'a path without its folder': in_json((report) => (report.diagnostics[0].location.path = 'incidents/one.md')),
    },
  };
  for (const [format, list] of Object.entries(faults)) {
    for (const [name, break_it] of Object.entries(list)) {
      test(`${format}: ${name} is found out`, () => {
        const text = made.bad[format];
        const broken = break_it(text);
        assert.notEqual(broken, text);
        assert.notDeepEqual(formats[format](broken, made.bad), []);
      });
    }
  }
});
