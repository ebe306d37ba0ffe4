// Pages are HTML as the standard has it, and as those need it who do not see them: html-validate on every page of the small
// sites and on examples of the generated one, the parser of HTML on every page of all.
import path from 'node:path';
import { describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';

import { examples_of } from './support/kinds.js';
import { assert_nothing, read_pages } from './support/pages.js';
import { site, views } from './support/sites.js';

// All rules of these sets but for the following.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // HTML does not care, and writes it in small letters itself.
    'doctype-style': 'off',
    // What a page loads comes from its own site, under a name that holds the sum of it.
    'require-sri': ['error', { target: 'crossorigin' }],
    // A form of one field is sent with Enter; that of the filters is never sent.
    'wcag/h32': 'off',
    // Headings may begin with any letter, and any id without a space is one. Our style sheet never names them.
    'valid-id': ['error', { relaxed: true }],
    // The results of the search are links, which a <select> cannot hold.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // Titles are as long as their authors make them.
    'long-title': 'off',
  },
});

async function complaints_about({ html, file }, { output }) {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) =>
    `${path.relative(output, file)}:${line}:${column}: ${ruleId}: ${message}`));
}

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
