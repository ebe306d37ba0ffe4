// The page that `debrief diff --format html` makes: sound HTML, readable by everybody, and nothing but a picture of texts,
// whatever they say. And what it makes to be posted, read by a parser of GitHub's Markdown.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parseFragment } from 'parse5';

import { launch, open_page } from './support/browsers.js';
import { complaints_about } from './support/html_rules.js';
import { axe, look_at } from './support/page_checks.js';
import { assert_nothing, read_pages } from './support/pages.js';
import { run } from './support/processes.js';
import { program, views } from './support/sites.js';
import { StaticServer } from './support/static_server.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-diff-'));
const pages = path.join(folder, 'pages');

const identity = { GIT_AUTHOR_NAME: 'Ann', GIT_AUTHOR_EMAIL: 'a@a.example', GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'a@a.example', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

// A knowledge base with two commits, "before" and "after". `change` is given a function that rewrites a file.
function make(name, source, prepare, change) {
  const base = path.join(folder, name);
  fs.cpSync(path.join(repository, source), base, { recursive: true, filter: (file) => !file.endsWith('/site') });
  const git = (...words) => run('git', ['-C', base, ...words], { env: { ...process.env, ...identity } });
  const rewrite = (file, text_of) => {
    const place = path.join(base, file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text_of(fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : ''));
  };
  git('init', '-q', '-b', 'main');
  for (const [tag, step] of [['before', prepare], ['after', change]]) {
    step(rewrite, base);
    git('add', '-A');
    git('commit', '-q', '-m', tag);
    git('tag', tag);
  }
  for (const view of views) {
    fs.mkdirSync(path.join(pages, name, view), { recursive: true });
    for (const [format, file] of [['html', 'index.html'], ['markdown', 'comment.md']]) {
      fs.writeFileSync(path.join(pages, name, view, file), run(program, ['--root', base, 'diff', 'before', 'after',
        '--view', view, '--format', format]));
    }
  }
}

const nothing = () => {};
const hostile = `---
title: "<script>fail()</script> \\" onload=fail() </title> @octocat \\u202Egnp.exe"
status: published
visibility: public
started: 2026-03-04T05:06:07Z
---

## Summary

A sentence with \`</article></main><script>fail()</script>\` and \`<img src=x onerror=fail()>\` and [a link](https://elsewhere.example/x.png).

${'long'.repeat(20000)}

\`\`\`
<style>* { background: url(https://elsewhere.example/) }</style>
${'x'.repeat(3000)}
</pre></details></body>
\`\`\`

## שלום وداعا

נכתב מימין לשמאל, with a few words from the left.
`;

const cases = {
  changes(name) {
    make(name, 'content', nothing, (rewrite) => {
      rewrite('incidents/2026/2026-03-17-cards-charged-twice.md', (text) => text.replace('visibility: public\n', ''));
      rewrite('incidents/2026/2026-01-13-sign-in-clocks-drift.md', (text) => text.replace(/customers/g, 'passengers')
        .replace('  passengers:', '  customers:').concat('\nThe last sentence is new.\n'));
      rewrite('incidents/2026/2026-02-04-month-report-holds-connections.md', (text) =>
        text.replace('visibility: internal', 'visibility: public\npublic: {approved_by: noor}'));
      rewrite('debrief.yaml', (text) => text.replace(/title: .*$/gm, 'title: Another title'));
    });
  },
  nothing(name) {
    make(name, 'content', nothing, (rewrite) => rewrite('README.md', () => 'Not read.\n'));
  },
  hostile(name) {
    make(name, 'tests/browser/hostile', (rewrite, base) => fs.renameSync(`${base}/incidents`, `${base}/_later`),
      (rewrite, base) => {
        fs.renameSync(`${base}/_later`, `${base}/incidents`);
        rewrite('incidents/new.md', () => hostile);
      });
  },
  german(name) {
    make(name, 'tests/browser/german', nothing, (rewrite, base) => {
      const file = fs.readdirSync(`${base}/incidents`, { recursive: true }).filter((one) => one.endsWith('.md')).sort()[0];
      rewrite(`incidents/${file}`, (text) => text.concat('\nEin neuer Satz über Fähren.\n'));
    });
  },
  many(name) {
    const incident = (number, word) => `---\ntitle: Outage ${number}\nstatus: published\nvisibility: public\n`
      + `started: 2026-01-01T00:00:00Z\n---\n\n## Summary\n\nThis is the ${word} text of it.\n`;
    const all = (word) => (rewrite) => {
      for (let number = 0; number < 300; ++number) rewrite(`incidents/${number}.md`, () => incident(number, word));
    };
    make(name, 'tests/browser/empty', all('first'), all('second'));
  },
};

function nodes_of(node, inside = [], found = []) {
  found.push({ node, inside });
  for (const child of node.childNodes ?? []) nodes_of(child, [...inside, node.nodeName], found);
  return found;
}

const page_of = (name, view) => fs.readFileSync(path.join(pages, name, view, 'index.html'), 'utf8');

describe('the page of diff', () => {
  let server;
  let chromium;
  before(async () => {
    for (const [name, make_case] of Object.entries(cases)) make_case(name);
    server = await new StaticServer(pages).start();
    chromium = await launch('chromium');
  });
  after(async () => {
    await chromium?.close();
    await server?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  for (const name of Object.keys(cases)) {
    for (const view of views) {
      test(`${name}, ${view}: the parser mends nothing, html-validate finds nothing`, async () => {
        const output = path.join(pages, name);
        const one = { name, view, output, site: path.join(output, view) };
        const read = read_pages(one);
        assert.equal(read.length, 1);
        assert_nothing(read[0].errors.map(String));
        assert_nothing(await complaints_about(read[0], one));
      });

      test(`${name}, ${view}: sound in a browser`, async () => {
        const { page, complaints, close } = await open_page(chromium, `${server.url}${name}/${view}/`);
        await page.evaluate(axe);
        // What is folded is looked at as well.
        await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
        const looks = name === 'many' ? ['light 1280'] : ['light 1280', 'dark 1280', 'light 320', 'dark 320'];
        const found = await look_at(page, ['light', 'dark'], looks);
        assert_nothing([...found].map(([text, seen_in]) => `${text} (${seen_in.join(', ')})`));
        assert_nothing(complaints());
        await close();
      });
    }
  }

  // Names, numbers of issues and addresses mean something to GitHub and GitLab wherever they stand in a text, but not in code.
  const ours = new RegExp(['internal: do not pass on', '(Nothing|No text) of the (internal|public) site changes\\.',
    '([Tt]he site itself|\\d+ (incident|guide|service|cause|picture|maintenance announcement)s?|\\d+ severit(y|ies)|, | and |; '
    + '| becomes? public| ceases? to be public| changes?| (is|are) (new|gone))+\\.', 'From', 'to( the files as they are\\.)?',
    '(Becomes public|Ceases to be public|Changes|New|Gone): (site|incident|maintenance|guide|service|cause|severity|picture)( [-0-9]+)?',
    'Address( changes from)?:?', 'Not shown here for want of space:', 'and \\d+ more pages', '\\d+ lines? (is|are) left out; the whole in a browser:',
    'The theme has changed:', 'Note:', '[.,]'].map((text) => `^${text}$`).join('|'));
  for (const name of Object.keys(cases)) {
    for (const view of views) {
      test(`${name}, ${view}: what is posted says nothing of the texts but in code`, () => {
        const text = fs.readFileSync(path.join(pages, name, view, 'comment.md'), 'utf8');
        assert.ok([...text].length <= 65536);
        const html = micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
        const problems = [];
        for (const { node, inside } of nodes_of(parseFragment(html))) {
          if (node.nodeName === '#text') {
            const said = node.value.trim();
            if (said !== '' && !inside.includes('code') && !ours.test(said)) problems.push(`'${said}' in ${inside.join(' ')}`);
          } else if (!/^(#document-fragment|p|strong|details|summary|pre|code|ul|li)$/.test(node.nodeName)) {
            problems.push(`an element ${node.nodeName}`);
          }
        }
        assert_nothing(problems);
        assert.equal(html.includes('internal: do not pass on'), view === 'internal');
        const pages_changed = (page_of(name, view).match(/<article /g) ?? []).length;
        const listed = (html.match(/<summary>/g) ?? []).length + (html.match(/<li>(Becomes|Ceases|Changes|New|Gone)/g) ?? []).length
          + Number(/and (\d+) more pages/.exec(html)?.[1] ?? 0);
        assert.equal(listed, pages_changed);
      });
    }
  }

  test('a fault in what is posted is found out', () => {
    assert.ok(!ours.test('@octocat'));
    assert.ok(!ours.test('closes #12'));
    assert.ok(!ours.test('A sentence changes.'));
  });

  for (const view of views) {
    test(`${view}: no script, no other file, one style sheet, which the page vouches for`, async () => {
      const text = page_of('hostile', view);
      const sheet = /<style>([\s\S]*?)<\/style>/.exec(text)[1];
      const sum = createHash('sha256').update(sheet).digest('base64');
      const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)[1];
      assert.equal(policy, `default-src 'none'; style-src 'sha256-${sum}'; base-uri 'none'; form-action 'none'`);

      const { page, complaints, close } = await open_page(chromium, `${server.url}hostile/${view}/`);
      const seen = await page.evaluate(() => ({
        elements: [...new Set([...document.querySelectorAll('*')].map((node) => node.localName))].sort(),
        attributes: [...new Set([...document.querySelectorAll('*')].flatMap((node) => node.getAttributeNames()))].sort(),
        links: [...document.links].filter((link) => !link.getAttribute('href').startsWith('#')).length,
        ids: [...document.querySelectorAll('[id]')].filter((node) => !/^change-\d+$/.test(node.id)).length,
        text: document.querySelector('main').textContent,
        color: getComputedStyle(document.querySelector('.line.added')).backgroundColor,
      }));
      assert.deepEqual(seen.elements.filter((name) => !'a article aside bdi body code dd del details div dl dt h1 h2 h3 head '
        .concat('header html ins li main meta nav p section span style summary title ul').split(' ').includes(name)), []);
      assert.deepEqual(seen.attributes.filter((name) => !['aria-hidden', 'aria-label', 'charset', 'class', 'content', 'dir', 'href',
        'http-equiv', 'id', 'lang', 'name', 'open'].includes(name)), []);
      assert.equal(seen.links, 0);
      assert.equal(seen.ids, 0);
      assert.match(seen.text, /<\/article><\/main><script>fail\(\)<\/script>/);
      // What would reorder the text of others is written out.
      assert.match(seen.text, /\\u\{202e\}gnp\.exe/);
      assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069\u200b]/);
      // The style sheet is used.
      assert.equal(seen.color, 'rgb(232, 245, 236)');
      assert_nothing(complaints());
      await close();
    });
  }

  test('says what becomes public and what ceases to be, and leads there', async () => {
    const { page, close } = await open_page(chromium, `${server.url}changes/public/`);
    const seen = await page.evaluate(() => ({
      headline: document.querySelector('.headline').textContent,
      contents: [...document.querySelectorAll('nav summary')].map((node) => node.textContent),
      links: [...document.querySelectorAll('nav a')].map((node) => [node.textContent,
        document.querySelector(node.getAttribute('href')).querySelector('h3').textContent]),
      words: [...document.querySelectorAll('.words del, .words ins')].slice(0, 2).map((node) => `${node.localName} ${node.textContent}`),
    }));
    assert.equal(seen.headline,
      '1 incident becomes public; 1 incident ceases to be public; the site itself and 1 incident change.');
    assert.deepEqual(seen.contents, ['Becomes public (1)', 'Ceases to be public (1)', 'Changes (2)']);
    assert.equal(seen.links.length, 4);
    for (const [link, heading] of seen.links) assert.equal(link, heading);
    assert.ok(seen.words.length === 2, 'words are marked');
    await close();
  });

  test('only what is internal says so, on every sheet of paper', async () => {
    for (const name of Object.keys(cases)) {
      assert.match(page_of(name, 'internal'), />internal: do not pass on<\/aside>/);
      assert.match(page_of(name, 'internal'), /<title>[^<]*internal: do not pass on[^<]*<\/title>/);
      assert.doesNotMatch(page_of(name, 'public').replace(/<style>[\s\S]*<\/style>/, ''), /do not pass on/);
    }
    const { page, close } = await open_page(chromium, `${server.url}changes/internal/`);
    await page.emulateMediaType('print');
    const kept = await page.evaluate(() => getComputedStyle(document.querySelector('.secrecy')).position);
    assert.equal(kept, 'static');
    assert.ok((await page.pdf()).length > 10000);
    await close();
  });

  test('says the language of the texts, which is not its own', () => {
    assert.match(page_of('german', 'internal'), /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(page_of('german', 'internal'), /<p class="line added[^"]*" dir="auto" lang="de">/);
    assert.doesNotMatch(page_of('changes', 'internal').replace('<html lang="en">', '').replaceAll('class="for-ears" lang="en"', ''), / lang=/);
  });

  test('folds what stays, and lays out of very many pages those that are seen', async () => {
    assert.match(page_of('changes', 'internal'), /<details class="fold"><summary>\d+ lines that stay<\/summary>/);
    assert.match(page_of('many', 'public'), /<main class="long">/);
    assert.match(page_of('many', 'public'), /<details><summary>Changes \(300\)<\/summary>/);
    assert.match(page_of('nothing', 'public'), /<p class="headline">Nothing of the public site changes\.<\/p>/);
  });
});
