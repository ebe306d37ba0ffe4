// What `debrief search` answers: the truth that browsers are held to.
import { run, run_all } from './processes.js';

// `output` is what `debrief build` wrote, with the internal site in it.
export function ask_natively(program, knowledge_base, output, request) {
  return normal(JSON.parse(run(program, command_line(knowledge_base, output, request))));
}

export async function ask_all_natively(program, knowledge_base, output, requests) {
  const outs = await run_all(program, requests.map((request) => command_line(knowledge_base, output, request)));
  return outs.map((out) => normal(JSON.parse(out)));
}

function command_line(knowledge_base, output, request) {
  const options = [];
  const add = (flag, values) => values?.forEach((value) => options.push(flag, value));
  add('--service', request.services);
  add('--cause', request.causes);
  add('--severity', request.severities);
  add('--owner', request.owners);
  add('--tag', request.tags);
  add('--after', request.after ? [request.after] : []);
  add('--before', request.before ? [request.before] : []);
  add('--sort', request.sort ? [request.sort] : []);
  add('--limit', request.limit ? [String(request.limit)] : []);
  return ['--root', knowledge_base, 'search', '--output', output, '--json', ...options, '--', request.query];
}

// The form in which both sides are compared: nothing is null, times are seconds since 1970.
export function normal(answer) {
  return {
    total: answer.total,
    problem: answer.problem ?? '',
    suggestion: answer.suggestion ?? '',
    results: answer.results.map((result) => ({
      path: result.path,
      kind: result.kind,
      id: result.id ?? '',
      title: result.title,
      severity: result.severity ?? '',
      status: result.status ?? '',
      services: result.services,
      started: seconds(result.started),
      duration_seconds: result.duration_seconds ?? 'none',
      score: result.score,
      snippet: result.snippet.map(({ text, matched }) => (matched ? `[${text}]` : text)).join(''),
    })),
    facets: Object.fromEntries(Object.entries(answer.facets).map(([field, values]) => [field, line_of(values)])),
  };
}

function line_of(facet) {
  return facet.map(({ value, count }) => `${value} ${count}`).join(', ');
}

function seconds(time) {
  if (time === null || time === undefined) return 'none';
  return typeof time === 'string' ? Date.parse(time) / 1000 : time;
}

// How `actual` differs from `expected`, a line each; empty if it does not.
export function differences(expected, actual) {
  const lines = [];
  const compare = (name, native, browser) => {
    if (native === browser) return;
    lines.push(`${name}:`, `  terminal  ${show(native)}`, `  browser   ${show(browser)}`);
  };
  compare('total', expected.total, actual.total);
  compare('problem', expected.problem, actual.problem);
  compare('suggestion', expected.suggestion, actual.suggestion);
  const order = (answer) => answer.results.map((result) => result.path).join('  ');
  compare('order', order(expected), order(actual));
  if (order(expected) === order(actual)) {
    expected.results.forEach((result, index) => compare_result(result, actual.results[index], `result ${index + 1}`, compare));
  }
  for (const field of new Set([...Object.keys(expected.facets), ...Object.keys(actual.facets)])) {
    compare(`facet ${field}`, expected.facets[field], actual.facets[field]);
  }
  return lines;
}

function compare_result(expected, actual, name, compare) {
  const { score, services, ...fields } = expected;
  for (const field of Object.keys(fields)) compare(`${field} of ${name}`, expected[field], actual[field]);
  compare(`services of ${name}`, services.join(), actual.services.join());
  // The logarithm of one C library may differ from another's in the last digit.
  if (Math.abs(score - actual.score) > 1e-9 * Math.abs(score)) compare(`score of ${name}`, score, actual.score);
}

function show(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? 'nothing';
  return text.length > 700 ? text.slice(0, 700) + '…' : text;
}
