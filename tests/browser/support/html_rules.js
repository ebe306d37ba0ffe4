// What html-validate is asked to hold pages to.
import path from 'node:path';
import { HtmlValidate } from 'html-validate';

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

export async function complaints_about({ html, file }, { output }) {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) => messages.map(({ line, column, ruleId, message }) =>
    `${path.relative(output, file)}:${line}:${column}: ${ruleId}: ${message}`));
}
