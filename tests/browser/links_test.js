// Every address on every page leads somewhere, every name that one part of a page calls another by is there once, and every
// page is of a kind that is tested. Read with an HTML parser, without a browser.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';

import { kinds, kinds_of } from './support/kinds.js';
import { assert_nothing, attribute, base_of, canonicals, files_of, line_of, read_pages } from './support/pages.js';
import { run } from './support/processes.js';
import { site, views } from './support/sites.js';

const sites = ['sample', 'generated', 'hostile', 'empty', 'german'].flatMap((name) => views.map((view) => site(name, view)));

// Attributes with one address; those of `data-` are read by the search.
const address_attributes = ['href', 'src', 'action', 'formaction', 'poster', 'data', 'cite', 'xlink:href', 'data-root',
  'data-worker', 'data-engine'];
// Attributes with ids of the same page.
const id_attributes = ['for', 'form', 'list', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns',
  'aria-details', 'aria-activedescendant'];

// Pages that nobody looks for: those of the search, and those that another page says all of.
const outside_of_sitemap = new Set(['search', 'search help', 'not found', 'public text', 'public text of maintenance']);

const place = (page, element) => `${page.path || 'index.html'}:${line_of(element)} <${element.tagName}>`;

// As an address writes it: pages of our sites have no other characters in their paths.
const encoded = (page_path) => encodeURI(page_path);

const ids = new Map();
function ids_of(page) {
  if (!ids.has(page)) {
    const all = page.own.map((element) => attribute(element, 'id')).filter((id) => id !== undefined);
    ids.set(page, all);
  }
  return ids.get(page);
}

function* addresses_of(page) {
  for (const element of page.elements) {
    for (const name of address_attributes) {
      const value = attribute(element, name);
      if (value !== undefined) yield { element, address: value };
    }
    for (const name of ['srcset', 'imagesrcset']) {
      for (const part of attribute(element, name)?.split(',') ?? []) yield { element, address: part.trim().split(/\s+/)[0] };
    }
  }
}

// Where an address leads: {page, fragment}, {file}, {elsewhere}, or {problem}.
function follow({ site: root }, base, by_path, address, from) {
  let url;
  try {
    url = new URL(address, from);
  } catch {
    return { problem: 'is no address' };
  }
  if (!/^(https?|mailto):$/.test(url.protocol)) return { problem: 'is of a kind that no page may lead to' };
  if (url.origin !== new URL(base).origin) return { elsewhere: url };
  const is_written_out = /^[a-z]+:/i.test(address);
  if (!url.href.startsWith(base)) return is_written_out ? { elsewhere: url } : { problem: 'leads out of the site' };
  const inside = decodeURIComponent(url.origin + url.pathname).slice(decodeURIComponent(base).length);
  const page = by_path.get(inside);
  if (page) return { page, fragment: decodeURIComponent(url.hash.slice(1)) };
  const file = path.join(root, inside);
  if (inside.endsWith('/') || !fs.existsSync(file) || !fs.statSync(file).isFile()) return { problem: 'leads to nothing' };
  return { file };
}

for (const one of sites) {
  describe(`${one.name}, ${one.view}`, () => {
    const pages = read_pages(one);
    const by_path = new Map(pages.map((page) => [page.path, page]));
    const base = base_of(one);
    const from_of = (page) => base + encoded(page.path);
    const follow_from = (page, address) => follow(one, base, by_path, address, from_of(page));

    test('every page is of one kind, which this view has', () => {
      assert.ok(pages.length > 10, `only ${pages.length} pages`);
      assert_nothing(pages.flatMap((page) => {
        const found = kinds_of(page);
        const names = found.map(({ name }) => name).join(', ');
        if (found.length !== 1) return `${page.path} is of ${found.length} kinds: ${names}`;
        return found[0].views.includes(one.view) ? [] : `${page.path} is of the kind '${names}'`;
      }));
    });

    test('every address leads to a page or file, every fragment to a part of it', () => {
      const problems = [];
      for (const page of pages) {
        for (const { element, address } of addresses_of(page)) {
          const { problem, page: target, fragment } = follow_from(page, address);
          if (problem) problems.push(`${place(page, element)}: ${address} ${problem}`);
          if (target && fragment && !ids_of(target).includes(fragment)) {
            problems.push(`${place(page, element)}: ${address}: there is no such part of the page`);
          }
        }
      }
      assert_nothing(problems);
    });

    test('what pages load is in the site', () => {
      const problems = [];
      for (const page of pages) {
        for (const element of page.elements) {
          const is_loaded = element.tagName === 'link' ? /stylesheet|icon|preload/.test(attribute(element, 'rel')) :
            !['a', 'area', 'form', 'blockquote', 'q', 'del', 'ins'].includes(element.tagName);
          if (!is_loaded) continue;
          for (const name of address_attributes) {
            const address = attribute(element, name);
            if (address && follow_from(page, address).elsewhere) problems.push(`${place(page, element)}: ${address}`);
          }
        }
      }
      for (const name of files_of(one.site, '.css')) {
        const text = fs.readFileSync(path.join(one.site, name), 'utf8');
        for (const [, address] of text.matchAll(/(?:url\(|@import)\s*["']?([^"')]+)/g)) {
          if (!follow(one, base, by_path, address, base + encoded(name)).file) problems.push(`${name}: ${address}`);
        }
      }
      assert_nothing(problems);
    });

    test('the page for missing addresses works wherever it is shown', () => {
      const page = by_path.get('404.html');
      const problems = [...addresses_of(page)].filter(({ address }) => {
        const [near, far] = ['', 'a/b/c/d'].map((deep) => new URL(address, base + deep).href.replace(/#.*/, ''));
        return near !== far && !address.startsWith('#');
      });
      assert_nothing(problems.map(({ element, address }) => `${place(page, element)}: ${address} is relative`));
    });

    test('the index of the search is where pages look for it', () => {
      assert_nothing(pages.flatMap((page) => page.elements.flatMap((element) => {
        const folder = attribute(element, 'data-index');
        if (folder === undefined || follow_from(page, `${folder}manifest.bin`).file) return [];
        return `${place(page, element)}: ${folder}`;
      })));
    });

    test('ids are unique, and what refers to one finds it', () => {
      const problems = [];
      for (const page of pages) {
        const known = ids_of(page);
        const twice = known.filter((id, index) => known.indexOf(id) !== index);
        problems.push(...twice.map((id) => `${page.path}: '${id}' is there twice`));
        for (const element of page.own) {
          for (const name of id_attributes) {
            for (const id of attribute(element, name)?.split(/\s+/) ?? []) {
              if (!known.includes(id)) problems.push(`${place(page, element)}: ${name} names '${id}'`);
            }
          }
        }
      }
      assert_nothing(problems);
    });

    test('every page states its own address, but for that of missing ones', () => {
      assert_nothing(pages.flatMap((page) => {
        const expected = page.path === '404.html' ? [] : [base + encoded(page.path)];
        const stated = canonicals(page);
        return stated.join() === expected.join() ? [] : `${page.path}: ${stated.join() || 'nothing'}`;
      }));
    });

    // A list of nothing keeps its address, but need not be shown to anyone.
    test('every page can be reached from the first one', () => {
      const reached = new Set([by_path.get('')]);
      for (const page of reached) {
        for (const { element, address } of addresses_of(page)) {
          const target = ['a', 'form'].includes(element.tagName) && follow_from(page, address).page;
          if (target) reached.add(target);
        }
      }
      const says_nothing = (page) => page.own.some((element) => attribute(element, 'class') === 'empty');
      const lost = pages.filter((page) => !reached.has(page) && page.path !== '404.html' && !says_nothing(page));
      assert_nothing(lost.map((page) => page.path));
    });

    test('feeds and sitemap are XML, and all their addresses lead to pages', () => {
      const files = files_of(one.site, '.xml');
      const problems = [];
      for (const { file, error, addresses } of read_xml(one.site, files)) {
        if (error) problems.push(`${file}: ${error}`);
        for (const address of addresses) {
          const { page, file: target, fragment } = follow(one, base, by_path, address, base + encoded(file));
          const is_part = !fragment || ids_of(page).includes(fragment);
          if (!(page || target) || !is_part) problems.push(`${file}: ${address} leads to nothing of this site`);
        }
      }
      assert.ok(files.includes('feed.xml') && files.includes('sitemap.xml'));
      assert_nothing(problems);
    });

    test('the sitemap has every page worth finding, once', () => {
      const [{ addresses }] = read_xml(one.site, ['sitemap.xml']);
      const expected = pages.filter((page) => kinds_of(page).every(({ name }) => !outside_of_sitemap.has(name)))
        .map((page) => base + encoded(page.path));
      assert_nothing([
        ...expected.filter((address) => !addresses.includes(address)).map((address) => `${address} is missing`),
        ...addresses.filter((address) => !expected.includes(address)).map((address) => `${address} is too much`),
        ...addresses.filter((address, index) => addresses.indexOf(address) < index)
          .map((address) => `${address} is there twice`),
      ]);
    });

    test('robots.txt names the sitemap, or lets nobody in', () => {
      const text = fs.readFileSync(path.join(one.site, 'robots.txt'), 'utf8');
      const stated = /^Sitemap: (.*)$/m.exec(text)?.[1];
      if (one.view === 'public') assert.equal(stated, `${base}sitemap.xml`);
      else assert.match(text, /^Disallow: \/$/m);
    });
  });
}

// Kinds that no site has would be looked at by no test.
test('every kind has an example in each view that may have it', () => {
  const found = new Set(sites.flatMap((one) => read_pages(one).flatMap((page) =>
    kinds_of(page).map(({ name }) => `${one.view}: ${name}`))));
  const expected = kinds.flatMap((kind) => kind.views.map((view) => `${view}: ${kind.name}`));
  assert.deepEqual(expected.filter((name) => !found.has(name)), []);
});

// [{file, error, addresses: of links, and of what stands for one}], read by a parser of XML.
function read_xml(root, files) {
  const program = `
import json, sys, xml.etree.ElementTree as tree
out = []
for file in sys.argv[1:]:
  row = {"file": file, "error": "", "addresses": []}
  try:
    for element in tree.parse(file).iter():
      name = element.tag.split("}")[-1]
      if name in ("loc", "id", "uri"): row["addresses"].append(element.text)
      if "href" in element.attrib: row["addresses"].append(element.attrib["href"])
  except tree.ParseError as error:
    row["error"] = str(error)
  out.append(row)
json.dump(out, sys.stdout)
`;
  return JSON.parse(run('python3', ['-c', program, ...files], { cwd: root }));
}
