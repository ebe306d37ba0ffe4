// Pages are HTML as the standard has it, and as those need it who do not see them: html-validate on every page of the small
// sites and on examples of the generated one, the parser of HTML on every page of all.
import path from 'node:path';
import { describe, test } from 'node:test';

import { complaints_about } from './support/html_rules.js';
import { examples_of } from './support/kinds.js';
import { assert_nothing, read_pages } from './support/pages.js';
import { site, views } from './support/sites.js';

describe('html-validate finds nothing', () => {
  for (const name of ['sample', 'german', 'empty', 'hostile', 'generated']) {
    for (const view of views) {
      test(`${name}, ${view}`, async () => {
        const one = site(name, view);
        const examples = () => examples_of(name, view, 1).flatMap((example) => example.pages);
        const pages = name === 'generated' ? examples() : read_pages(one);
        const problems = [];
        for (const page of pages) problems.push(...await complaints_about(page, one));
        assert_nothing(problems);
      });
    }
  }
});

describe('the parser mends nothing', () => {
  for (const name of ['sample', 'german', 'empty', 'hostile', 'generated']) {
    for (const view of views) {
      test(`${name}, ${view}`, () => {
        assert_nothing(read_pages(site(name, view)).flatMap((page) =>
          page.errors.map((error) => `${path.relative(site(name, view).output, page.file)}:${error}`)));
      });
    }
  }
});
