// The queries that all browsers must answer as the terminal does: queries/sample.json for the knowledge base in content/,
// queries/generated.json for the invented one of tests/bench/make_corpus.py.
//
// Each is what a search page sends: `query` and, where there are any, `services`, `causes`, `severities`, `owners`, `tags`
// (lists), `after`, `before`, `sort` and `limit`. `times` repeats the query so often.
import fs from 'node:fs';

export const facet_fields = ['kind', 'service', 'cause', 'severity', 'year', 'status', 'owner', 'tag'];

export function read_queries(name) {
  const file = new URL(`../queries/${name}.json`, import.meta.url);
  return JSON.parse(fs.readFileSync(file, 'utf8')).map(({ times, ...request }) => ({
    ...request, query: request.query.repeat(times ?? 1),
  }));
}

// A request as the worker takes it, with nothing left to guess.
export function complete(request) {
  return {
    services: [], causes: [], severities: [], owners: [], tags: [], statuses: [], kinds: [], years: [], after: '',
    before: '', sort: 'relevance', offset: 0, limit: 10, facets: facet_fields, typing: false, ...request,
  };
}

// One line to tell a query by in a report.
export function title_of(request) {
  const { query, ...filters } = request;
  const text = query.length > 90 ? `${query.slice(0, 80)}… (${query.length} characters)` : query;
  return JSON.stringify(text) + (Object.keys(filters).length > 0 ? ' ' + JSON.stringify(filters) : '');
}
