// The comparison of answers_chromium_test.js and answers_firefox_test.js.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';

import { launch, open_page } from './browsers.js';
import { debrief_serve, nginx, python } from './hosts.js';
import { differences, normal } from './native.js';
import { complete, title_of } from './queries.js';
import { ask_worker, open_worker, whole_answer } from './search_worker.js';
import { program, queries_with_answers, site } from './sites.js';

const hosts = {
  'debrief serve': (name) => debrief_serve(program, site(name).knowledge_base),
  nginx: (name) => nginx(site(name).site),
  'python http.server': (name) => python(site(name).site),
};

export function answers_agree(browser_name, host_names) {
  describe(`in ${browser_name}`, () => {
    let launched;
    before(async () => (launched = await launch(browser_name)));
    after(() => launched?.close());
    for (const host_name of host_names) {
      for (const name of ['sample', 'generated']) {
        test(`${name} knowledge base, served by ${host_name}`, async () => {
          const host = await hosts[host_name](name);
          try {
            await compare_all(launched, host.url, name);
          } finally {
            await host.stop();
          }
        });
      }
    }
  });
}

async function compare_all(launched, url, name) {
  const cases = queries_with_answers(name);
  const { page, complaints, close } = await open_page(launched, url);
  const opened = await open_worker(page);
  assert.deepEqual(opened, { type: 'ready' });
  const outcomes = await ask_worker(page, cases.map(({ request }) => complete(request)));

  const report = [];
  cases.forEach(({ request, expected }, index) => {
    const outcome = outcomes[index];
    const lines = outcome.error ? [`no answer: ${JSON.stringify(outcome.error)}`]
      : differences(expected, normal(whole_answer(outcome)));
    if (lines.length > 0) report.push([`query ${title_of(request)}`, ...lines.map((line) => `    ${line}`)].join('\n'));
  });
  if (report.length > 12) report.splice(12, report.length, `… and ${report.length - 12} more`);
  report.push(...complaints());
  await close();
  if (report.length > 0) assert.fail(`the browser does not answer as the terminal does:\n${report.join('\n')}`);
}
