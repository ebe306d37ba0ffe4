// Feeds and status API, read by published programs that know nothing of us: two readers of feeds, each of both formats, and
// a client of Statuspage. Beside them, what the formats demand and lenient readers forgive. Without a browser.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';

import { extract } from '@extractus/feed-extractor';
import { parseFeed } from 'feedsmith';
import statuspage from 'statuspage.io';

import { assert_nothing, base_of, files_of, read_pages } from './support/pages.js';
import { run } from './support/processes.js';
import { site, views } from './support/sites.js';
import { StaticServer } from './support/static_server.js';

const names = ['sample', 'generated', 'hostile', 'empty', 'german'];

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const exact_moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

const folder_of = (file) => file.replace(/[^/]*$/, '');
const text_of = (one, file) => fs.readFileSync(path.join(one.site, file), 'utf8');
const milliseconds = (time) => time && new Date(time).getTime();

// The headers of an answer. Over a connection of its own: one that was idle while a test was busy may be closed by now.
const headers_of = (address) => new Promise((resolve, reject) => {
  http.get(address, { agent: false }, (response) => response.resume().on('end', () => resolve(response.headers)))
    .on('error', reject);
});

// Clients add the path of the API themselves.
const root_of = ({ url }) => url.replace(/\/$/, '');

// Entries as [{id, title, text, updated, tags}], whichever format they were read from.
function entries_of({ format, feed }) {
  if (format === 'atom') {
    return (feed.entries ?? []).map(({ id, title, summary, updated, categories }) => ({
      id, title: title.value, text: summary.value, updated: milliseconds(updated), tags: (categories ?? []).map(({ label }) => label),
    }));
  }
  return (feed.items ?? []).map(({ id, title, content_text, date_modified, tags }) => ({
    id, title, text: content_text, updated: milliseconds(date_modified), tags: tags ?? [],
  }));
}

for (const one of names.flatMap((name) => views.map((view) => site(name, view)))) {
  describe(`feeds: ${one.name}, ${one.view}`, () => {
    const base = base_of(one);
    const atoms = files_of(one.site, 'feed.xml');
    const jsons = files_of(one.site, 'feed.json');
    const pages = new Set(read_pages(one).map((page) => base + encodeURI(page.path)));
    let server;
    before(async () => (server = await new StaticServer(one.site).start()));
    after(() => server.stop());

    test('the site, every service and every cause has one in each format', () => {
      const listed = [...pages].map((address) => decodeURI(address.slice(base.length)));
      const with_feeds = listed.filter((page) => page === '' || /^(services|causes)\/(?!.*\bpage\/\d+\/$)./.test(page)).sort();
      assert.deepEqual(atoms.map(folder_of).sort(), with_feeds);
      assert.deepEqual(jsons.map(folder_of).sort(), with_feeds);
    });

    test('two readers find the same in both formats', async () => {
      for (const file of atoms) {
        const twin = `${folder_of(file)}feed.json`;
        const [atom, json] = [file, twin].map((name) => parseFeed(text_of(one, name)));
        assert.equal(atom.format, 'atom');
        assert.equal(json.format, 'json');
        const [left, right] = [atom, json].map(entries_of);
        // Of a day JSON says nothing, where Atom has to name a moment of it.
        right.forEach((entry, index) => (entry.updated ??= left[index].updated));
        assert.deepEqual(left, right, file);
        assert.equal(atom.feed.title.value, json.feed.title);

        // One of them knows an Atom feed by its entries, which the format does not demand.
        for (const name of left.length > 0 ? [file, twin] : [twin]) {
          const read = await extract(`${root_of(server)}/${encodeURI(name)}`, { descriptionMaxLen: 0 });
          assert.deepEqual([read.title, read.link], [json.feed.title, base + encodeURI(folder_of(file))], name);
          assert.deepEqual(read.entries.map(({ id, title, link }) => [id, title, link]),
            left.map(({ id, title }) => [id, title, id]), name);
        }
      }
    });

    test('entries lead to pages', () => {
      assert_nothing(atoms.flatMap((file) => entries_of(parseFeed(text_of(one, file)))
        .filter(({ id }) => !pages.has(id)).map(({ id }) => `${file}: ${id}`)));
    });

    test('Atom is what RFC 4287 demands', () => {
      assert_nothing(read_xml(one.site, atoms).flatMap(([file, feed]) =>
        problems_of_atom(feed, base + encodeURI(file)).map((problem) => `${file}: ${problem}`)));
      const ids = read_xml(one.site, atoms).map(([, feed]) => all_of(feed, 'id')[0].text);
      assert.equal(new Set(ids).size, ids.length, 'two feeds have one id');
    });

    test('JSON is what JSON Feed 1.1 demands', () => {
      assert_nothing(jsons.flatMap((file) =>
        problems_of_json(JSON.parse(text_of(one, file)), base + encodeURI(file)).map((problem) => `${file}: ${problem}`)));
    });

    test('pages name their feeds', () => {
      for (const page of read_pages(one)) {
        const own = atoms.includes(`${page.path}feed.xml`) && page.path !== '';
        const named = page.elements.filter(({ tagName, attrs }) => tagName === 'link' &&
          attrs.some(({ name, value }) => name === 'rel' && value === 'alternate') &&
          attrs.some(({ name, value }) => name === 'type' && /^application\/(atom\+xml|feed\+json)$/.test(value)));
        const expected = (one.view === 'public' ? 2 : 1) + (own ? 2 : 0);
        // The later pages of a list have the feeds of its first.
        const is_later = /\/page\/\d+\/$/.test(page.path);
        assert.ok(named.length === expected || is_later, `${page.path}: ${named.length} feeds`);
      }
    });

    test('other sites may read those of the public', async () => {
      const name = 'access-control-allow-origin';
      for (const file of [...atoms, ...jsons]) {
        const headers = await headers_of(`${root_of(server)}/${encodeURI(file)}`);
        assert.equal(headers[name], one.view === 'public' ? '*' : undefined, file);
      }
      assert.equal((await headers_of(server.url))[name], undefined);
    });
  });
}

for (const name of names) {
  describe(`status API: ${name}`, () => {
    const one = site(name, 'public');
    const base = base_of(one);
    let server;
    let client;
    before(async () => {
      server = await new StaticServer(one.site).start();
      const page = new statuspage.Statuspage('ours');
      page.setApiUrl(root_of(server));
      client = page.api;
    });
    after(() => server.stop());

    test('a client reads all of it', async () => {
      const summary = await client.getSummary();
      const { page, status, components } = summary;
      assert.equal(page.url, base.replace(/\/$/, ''));
      assert.match(page.updated_at, exact_moment);
      assert.deepEqual(await client.getStatus(), { page, status });
      assert.deepEqual(await client.getComponents(), { page, components });
      assert.deepEqual(await client.incidents.getUnresolved(), { page, incidents: summary.incidents });
      const none = { page, scheduled_maintenances: [] };
      assert.deepEqual(summary.scheduled_maintenances, []);
      assert.deepEqual(await client.scheduledMaintenances.getAll(), none);
      assert.deepEqual(await client.scheduledMaintenances.getUpcoming(), none);
      assert.deepEqual(await client.scheduledMaintenances.getActive(), none);
      // This client asks for the upcoming ones when it wants the active ones.
      const active = await fetch(`${root_of(server)}/api/v2/scheduled-maintenances/active.json`);
      assert.deepEqual(await active.json(), none);
      assert.equal(active.headers.get('Content-Type'), 'application/json');
      assert.equal(active.headers.get('Access-Control-Allow-Origin'), '*');
    });

    test('components are the services, as bad as the worst open incident', async () => {
      const { components, incidents, status } = await client.getSummary();
      const pages = read_pages(one).map((page) => page.path).filter((page) => /^services\/[^/]+\/$/.test(page));
      assert.equal(components.length, pages.length);
      const levels = { none: 'operational', minor: 'degraded_performance', major: 'partial_outage', critical: 'major_outage' };
      const order = Object.keys(levels);
      const worst = (found) => order[Math.max(0, ...found.map(({ impact }) => order.indexOf(impact)))];
      assert.equal(status.indicator, worst(incidents));
      for (const component of components) {
        const own = incidents.filter((incident) => incident.components.some(({ id }) => id === component.id));
        assert.equal(component.status, levels[worst(own)], component.name);
        assert.match(component.created_at, exact_moment);
        assert.match(component.updated_at, exact_moment);
      }
    });

    test('incidents lead to their pages and tell their course, the newest first', async () => {
      const { incidents } = await client.incidents.getAll();
      const { incidents: open } = await client.incidents.getUnresolved();
      const { components, page } = await client.getSummary();
      const addresses = new Set(read_pages(one).map((other) => base + encodeURI(other.path)));
      const problems = [];
      const check = (is_so, problem) => is_so || problems.push(problem);
      check(incidents.length <= 50, `${incidents.length} incidents`);
      for (const incident of [...incidents, ...open]) {
        const { name: title, incident_updates: updates } = incident;
        check(addresses.has(incident.shortlink), `${title}: ${incident.shortlink}`);
        check(incident.page_id === page.id, `${title}: of another page`);
        check(/^(investigating|identified|monitoring|resolved)$/.test(incident.status), `${title}: ${incident.status}`);
        check((incident.status !== 'resolved') === open.some(({ id }) => id === incident.id), `${title}: open or not`);
        for (const time of [incident.created_at, incident.updated_at, incident.started_at]) {
          check(exact_moment.test(time), `${title}: ${time}`);
        }
        check(incident.created_at <= incident.updated_at, `${title}: changed before it was there`);
        check(incident.components.every((own) => components.some(({ id }) => id === own.id)), `${title}: unknown component`);
        updates.forEach((update, index) => {
          check(update.incident_id === incident.id, `${title}: update of another`);
          check(update.body.trim() !== '', `${title}: empty update`);
          check(exact_moment.test(update.display_at), `${title}: ${update.display_at}`);
          check(index === 0 || update.display_at <= updates[index - 1].display_at, `${title}: updates out of order`);
        });
      }
      const ids = [...incidents, ...incidents.flatMap(({ incident_updates }) => incident_updates), ...components, page]
        .map(({ id }) => id);
      check(new Set(ids).size === ids.length, 'an id is there twice');
      assert_nothing(problems);
    });

    test('the internal site has none', async () => {
      assert.equal(fs.existsSync(path.join(site(name, 'internal').site, 'api')), false);
    });
  });
}

// The sample would say nothing of most of this if it had nothing to tell.
test('the sample has incidents with a course, and an open one', () => {
  const read = (file) => JSON.parse(text_of(site('sample', 'public'), `api/v2/${file}`));
  assert.ok(read('incidents.json').incidents.some(({ incident_updates }) => incident_updates.length > 1));
  assert.ok(read('incidents/unresolved.json').incidents.length > 0);
  assert.ok(read('components.json').components.length > 2);
});

const atom_names = { one: ['id', 'title', 'updated'], most_one: ['generator', 'icon', 'logo', 'rights', 'subtitle'] };
const entry_names = { one: ['id', 'title', 'updated'], most_one: ['content', 'published', 'rights', 'source', 'summary'] };

const all_of = (element, name) => element.children.filter((child) => child.name === `{http://www.w3.org/2005/Atom}${name}`);

// RFC 4287, sections 3 and 4.
function problems_of_atom(feed, address) {
  const problems = [];
  const check = (is_so, problem) => is_so || problems.push(problem);
  const check_parts = (element, { one: exactly, most_one }, allowed, where) => {
    for (const name of exactly) check(all_of(element, name).length === 1, `${where} has not one ${name}`);
    for (const name of most_one) check(all_of(element, name).length <= 1, `${where} has several of ${name}`);
    const known = [...exactly, ...most_one, ...allowed].map((name) => `{http://www.w3.org/2005/Atom}${name}`);
    for (const { name } of element.children) check(known.includes(name), `${where} has ${name}`);
    for (const { text } of [...all_of(element, 'updated'), ...all_of(element, 'published')]) {
      check(moment.test(text) && !Number.isNaN(milliseconds(text)), `${where}: ${text} is no time`);
    }
    for (const { text } of all_of(element, 'id')) check(URL.canParse(text), `${where}: ${text} is no IRI`);
    for (const author of all_of(element, 'author')) check(all_of(author, 'name').length === 1, `${where} has a nameless author`);
    for (const { attributes } of all_of(element, 'category')) {
      check(attributes.term, `${where} has a category without a term`);
      check(URL.canParse(attributes.scheme), `${where}: ${attributes.scheme} is no IRI`);
    }
    for (const { attributes } of all_of(element, 'link')) check(URL.canParse(attributes.href), `${where}: ${attributes.href}`);
    const alternates = all_of(element, 'link').filter(({ attributes }) => attributes.rel === 'alternate');
    check(alternates.length === 1, `${where} has ${alternates.length} alternates`);
  };
  check(feed.name === '{http://www.w3.org/2005/Atom}feed', feed.name);
  check_parts(feed, atom_names, ['author', 'category', 'contributor', 'link', 'entry'], 'the feed');
  check(all_of(feed, 'author').length > 0, 'the feed has no author, nor has each entry');
  const self = all_of(feed, 'link').filter(({ attributes }) => attributes.rel === 'self').map(({ attributes }) => attributes.href);
  check(self.join() === address, `the feed is not at ${self}`);
  const entries = all_of(feed, 'entry');
  for (const entry of entries) {
    check_parts(entry, entry_names, ['author', 'category', 'contributor', 'link'], all_of(entry, 'title')[0]?.text);
  }
  const ids = entries.map((entry) => all_of(entry, 'id')[0]?.text);
  check(new Set(ids).size === ids.length, 'two entries have one id');
  const newest = entries.map((entry) => all_of(entry, 'updated')[0]?.text).sort().pop();
  check(newest === undefined || all_of(feed, 'updated')[0].text === newest, 'the feed is not updated with its entries');
  return problems;
}

// https://www.jsonfeed.org/version/1.1/
function problems_of_json(feed, address) {
  const problems = [];
  const check = (is_so, problem) => is_so || problems.push(problem);
  const known = ['version', 'title', 'home_page_url', 'feed_url', 'language', 'authors', 'items'];
  for (const name of Object.keys(feed)) check(known.includes(name), `it has ${name}`);
  check(feed.version === 'https://jsonfeed.org/version/1.1', feed.version);
  check(typeof feed.title === 'string' && feed.title !== '', 'it has no title');
  check(feed.feed_url === address, `it is not at ${feed.feed_url}`);
  check(URL.canParse(feed.home_page_url), feed.home_page_url);
  check(feed.authors.every(({ name }) => name), 'an author has no name');
  const item_names = ['id', 'url', 'title', 'content_text', 'summary', 'date_published', 'date_modified', 'authors', 'tags'];
  for (const item of feed.items) {
    for (const name of Object.keys(item)) check(item_names.includes(name), `an item has ${name}`);
    check(typeof item.id === 'string' && URL.canParse(item.url), `${item.id} at ${item.url}`);
    check(typeof item.content_text === 'string' && item.content_text !== '', `${item.id} has no content`);
    for (const time of [item.date_published, item.date_modified]) {
      check(time === undefined || moment.test(time), `${item.id}: ${time} is no time`);
    }
    check((item.tags ?? []).every((tag) => typeof tag === 'string'), `${item.id}: tags`);
  }
  check(new Set(feed.items.map(({ id }) => id)).size === feed.items.length, 'two items have one id');
  return problems;
}

// [[file, {name, attributes, text, children}]], read by a parser of XML.
function read_xml(root, files) {
  const program = `
import json, sys, xml.etree.ElementTree as tree
def read(element):
  return {"name": element.tag, "attributes": element.attrib, "text": element.text or "", "children": [read(e) for e in element]}
json.dump([[file, read(tree.parse(file).getroot())] for file in sys.argv[1:]], sys.stdout)
`;
  return JSON.parse(run('python3', ['-c', program, ...files], { cwd: root }));
}
