// Feeds, status API and calendars, read by published programs that know nothing of us: two readers of feeds, each of both
// formats, a client of Statuspage, and a parser of calendars. Beside them, what the formats demand and lenient readers
// forgive: by schemas, and by rules where these cannot say it. Without a browser.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, test } from 'node:test';

import { extract } from '@extractus/feed-extractor';
import Ajv from 'ajv';
import add_formats from 'ajv-formats';
import { parseFeed } from 'feedsmith';
import ICAL from 'ical.js';
import json_feed_schema from 'jsonfeed-schema/v1.1.js';
import statuspage from 'statuspage.io';

import { assert_nothing, base_of, files_of, read_pages } from './support/pages.js';
import { run } from './support/processes.js';
import { program, site, views } from './support/sites.js';
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

// The client asks for those to come whichever it wants.
const maintenance_of = async (server) => (await fetch(`${root_of(server)}/api/v2/scheduled-maintenances.json`)).json();

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
      const with_feeds = listed.filter((page) => page === '' ||
        /^(services|causes)\/(?!.*\b(page\/\d+|availability)\/$)./.test(page)).sort();
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
      validate_atom(atoms.map((file) => path.join(one.site, file)));
      assert_nothing(read_xml(one.site, atoms).flatMap(([file, feed]) =>
        problems_of_atom(feed, base + encodeURI(file)).map((problem) => `${file}: ${problem}`)));
      const ids = read_xml(one.site, atoms).map(([, feed]) => all_of(feed, 'id')[0].text);
      assert.equal(new Set(ids).size, ids.length, 'two feeds have one id');
    });

    test('JSON is what JSON Feed 1.1 demands', () => {
      assert_nothing(jsons.flatMap((file) =>
        problems_of_json(JSON.parse(text_of(one, file)), base + encodeURI(file)).map((problem) => `${file}: ${problem}`)));
      for (const file of jsons) validate_json(JSON.parse(text_of(one, file)), file);
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
      const all = (await maintenance_of(server)).scheduled_maintenances;
      const of_status = (status) => all.filter((other) => other.status === status).reverse();
      const upcoming = of_status('scheduled');
      const active = of_status('in_progress');
      assert.deepEqual(await client.scheduledMaintenances.getUpcoming(), { page, scheduled_maintenances: upcoming });
      assert.deepEqual(summary.scheduled_maintenances, [...active, ...upcoming]);
      const answer = await fetch(`${root_of(server)}/api/v2/scheduled-maintenances/active.json`);
      assert.deepEqual(await answer.json(), { page, scheduled_maintenances: active });
      assert.equal(answer.headers.get('Content-Type'), 'application/json');
      assert.equal(answer.headers.get('Access-Control-Allow-Origin'), '*');
    });

    test('maintenance leads to its pages, and is of known components', async () => {
      const { components, page } = await client.getSummary();
      const all = (await maintenance_of(server)).scheduled_maintenances;
      const addresses = new Set(read_pages(one).map((other) => base + encodeURI(other.path)));
      const problems = [];
      const check = (is_so, problem) => is_so || problems.push(problem);
      for (const window of all) {
        const { name: title, incident_updates: [update, ...more] } = window;
        check(addresses.has(window.shortlink), `${title}: ${window.shortlink}`);
        check(/^(scheduled|in_progress|completed)$/.test(window.status), `${title}: ${window.status}`);
        for (const name of ['created_at', 'updated_at', 'started_at', 'scheduled_for', 'scheduled_until']) {
          check(exact_moment.test(window[name]), `${title}: ${name} ${window[name]}`);
        }
        check(window.scheduled_for <= window.scheduled_until, `${title}: over before it begins`);
        check((window.status === 'completed') === (window.resolved_at !== null), `${title}: over or not`);
        check(window.impact === 'maintenance' && window.page_id === page.id, `${title}: ${window.impact}, of ${window.page_id}`);
        check(window.components.every((own) => components.some(({ id }) => id === own.id)), `${title}: unknown component`);
        check(more.length === 0 && update.incident_id === window.id && update.status === window.status && update.body.trim() !== '',
          `${title}: its update`);
      }
      check(new Set(all.map(({ id }) => id)).size === all.length, 'an id is there twice');
      assert_nothing(problems);
    });

    test('components are the services, as bad as the worst open incident, or under maintenance', async () => {
      const { components, incidents, scheduled_maintenances: coming, status } = await client.getSummary();
      const reasons = [...incidents, ...coming.filter((window) => window.status === 'in_progress')];
      const pages = read_pages(one).map((page) => page.path).filter((page) => /^services\/[^/]+\/$/.test(page));
      assert.equal(components.length, pages.length);
      const levels = { none: 'operational', maintenance: 'under_maintenance', minor: 'degraded_performance',
        major: 'partial_outage', critical: 'major_outage' };
      const order = Object.keys(levels);
      const worst = (found) => order[Math.max(0, ...found.map(({ impact }) => order.indexOf(impact)))];
      assert.equal(status.indicator, worst(reasons));
      for (const component of components) {
        const own = reasons.filter((incident) => incident.components.some(({ id }) => id === component.id));
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
        if (incident.status !== 'resolved' && updates.length > 0) {
          check(incident.status === updates[0].status, `${title}: ${incident.status}, but its last update ${updates[0].status}`);
          check(incident.updated_at >= updates[0].display_at, `${title}: changed ${incident.updated_at}, before its last update`);
          check(page.updated_at >= updates[0].display_at, `${title}: its last update is newer than the page`);
        }
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

test('an open incident of the sample tells what its public timeline tells, and nothing else', () => {
  const { incidents: [incident] } = JSON.parse(text_of(site('sample', 'public'), 'api/v2/incidents/unresolved.json'));
  const source = fs.readFileSync(path.join(site('sample').knowledge_base, 'incidents/2026/2026-11-20-live-departures-delayed.md'), 'utf8');
  const entries = [...source.matchAll(/^- (?:\d{4}-\d\d-\d\d )?\d\d:\d\d - (.*)$/gm)]
    .map(([, text]) => text.replace(/<!-- internal -->.*?<!-- \/internal -->/g, '').replace('Kwame Asante', 'a site reliability engineer'));
  assert.deepEqual(incident.incident_updates.map(({ body }) => body), entries.reverse());
});

// The site is as old as its build, so each day is one of its own.
describe('maintenance: sample, as the days go by', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'maintenance-'));
  after(() => fs.rmSync(folder, { recursive: true }));
  for (const [today, status, component] of [
    ['2026-11-24', 'scheduled', 'operational'],
    ['2026-11-25', 'in_progress', 'under_maintenance'],
    ['2026-11-26', 'completed', 'operational'],
  ]) {
    test(`${today}: ${status}`, async () => {
      const output = path.join(folder, today);
      run(program, ['--root', site('sample').knowledge_base, 'build', '--view', 'public', '--today', today, '--output', output]);
      const server = await new StaticServer(path.join(output, 'public')).start();
      try {
        const page = new statuspage.Statuspage('ours');
        page.setApiUrl(root_of(server));
        const [storage, certificates, ...more] = (await maintenance_of(server)).scheduled_maintenances;
        assert.deepEqual(more, []);
        assert.deepEqual([storage.name, storage.status], ['Payments: new storage', status]);
        assert.deepEqual([storage.scheduled_for, storage.scheduled_until], ['2026-11-25T00:00:00.000Z', '2026-11-25T02:00:00.000Z']);
        assert.deepEqual(storage.components.map(({ name }) => name), ['Payments']);
        assert.deepEqual([certificates.name, certificates.status], ['Rotation of the sign-in certificates', 'completed']);
        const upcoming = await page.api.scheduledMaintenances.getUpcoming();
        assert.deepEqual(upcoming.scheduled_maintenances, status === 'scheduled' ? [storage] : []);
        const summary = await page.api.getSummary();
        assert.equal(summary.components.find(({ name }) => name === 'Payments').status, component);
        assert.deepEqual(summary.scheduled_maintenances, status === 'completed' ? [] : [storage]);
      } finally {
        await server.stop();
      }
    });
  }
});

// Of a day, a month or a year.
const last_day_of = (due) => (due.length === 10 ? due :
  new Date(Date.UTC(due.slice(0, 4), due.slice(5, 7) || 12, 0)).toISOString().slice(0, 10));

for (const name of names) {
  test(`calendars: ${name}`, () => {
    const one = site(name, 'internal');
    const pages = new Set(read_pages(one).map((page) => base_of(one) + encodeURI(page.path)));
    const open = JSON.parse(run(program, ['--root', one.knowledge_base, 'actions', '--json'])).actions
      .filter(({ state, due }) => (state === 'open' || state === 'overdue') && due);
    const calendars = files_of(one.site, '.ics');
    assert.equal(calendars.length > 0, open.length > 0 || files_of(one.site, 'actions/due.ics').length > 0);
    for (const file of calendars) {
      const text = text_of(one, file);
      assert_nothing(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || line.includes('\n')));
      const calendar = new ICAL.Component(ICAL.parse(text));
      assert.equal(calendar.getFirstPropertyValue('version'), '2.0');
      assert.ok(calendar.getFirstPropertyValue('prodid'));
      const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, `${file}: an id is there twice`);
      for (const event of events) {
        assert.ok(event.startDate.isDate && event.endDate.isDate, `${file}: ${event.summary} at a time of day`);
        assert.equal(event.duration.toSeconds(), 24 * 3600, `${file}: ${event.summary}`);
        assert.ok(event.component.getFirstPropertyValue('dtstamp').toUnixTime() > 0);
        assert.ok(pages.has(event.component.getFirstPropertyValue('url')), `${file}: ${event.summary}`);
      }
      if (file !== 'actions/due.ics') continue;
      const day_of = ({ startDate, summary }) => [startDate.toString(), summary];
      assert.deepEqual(events.map(day_of).sort(), open.map(({ due, text: summary }) => [last_day_of(due), summary]).sort());
    }
  });
}

describe('broken feeds are found', () => {
  const one = site('sample', 'public');
  const base = base_of(one);
  const address = `${base}feed.xml`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'feeds-'));
  after(() => fs.rmSync(folder, { recursive: true }));

  const check_atom = (text) => {
    fs.writeFileSync(path.join(folder, 'feed.xml'), text);
    validate_atom([path.join(folder, 'feed.xml')]);
    assert_nothing(read_xml(folder, ['feed.xml']).flatMap(([, feed]) => problems_of_atom(feed, address)));
  };
  test('Atom', () => {
    const good = text_of(one, 'feed.xml');
    check_atom(good);
    const [entry_id] = good.match(/<entry>\s*<id>.*?<\/id>/);
    for (const [what, from, to] of [
      ['an entry without id', entry_id, '<entry>'],
      ['no time', /<updated>.*?</, '<updated>yesterday<'],
      ['no day', /<updated>.*?</, '<updated>2026-02-30T00:00:00Z<'],
      ['a time without a zone', /<updated>(.*?)Z</, '<updated>$1<'],
      ['two entries with one id', /<entry>\s*<id>.*?<\/id>(?![\s\S]*<entry>)/, entry_id],
      ['a relative address', /href="[^"]*\/incidents/, 'href="/incidents'],
      ['a relative id', /<id>https:.*?<\/id>/, '<id>x</id>'],
      ['an address with a space', /href="([^"]*)\/"/, 'href="$1 x/"'],
      ['markup', /<summary>/, '<summary><b>so</b> '],
      ['an ampersand', /<summary>/, '<summary>R&D '],
      ['a character that XML has not', /<summary>/, '<summary>\u0001'],
      ['no author', /<author>[\s\S]*?<\/author>/, ''],
      ['an empty title', /<title>.*?</, '<title> <'],
      ['two titles', /<title>.*?<\/title>/, '$&$&'],
      ['an unknown element', /<author>/, '<pubDate>2026</pubDate><author>'],
      ['another vocabulary', 'http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#'],
    ]) {
      const broken = good.replace(from, to);
      assert.notEqual(broken, good, what);
      assert.throws(() => check_atom(broken), what);
    }
  });

  test('JSON', () => {
    const check_json = (feed) => {
      validate_json(feed, 'feed.json');
      assert_nothing(problems_of_json(feed, `${base}feed.json`));
    };
    const good = () => JSON.parse(text_of(one, 'feed.json'));
    check_json(good());
    for (const [what, damage] of [
      ['an item without id', (feed) => delete feed.items[0].id],
      ['a number as id', (feed) => (feed.items[0].id = 7)],
      ['no time', (feed) => (feed.items[0].date_modified = 'yesterday')],
      ['no day', (feed) => (feed.items[0].date_modified = '2026-02-30T00:00:00Z')],
      ['a time without a zone', (feed) => (feed.items[0].date_published = '2026-02-20T00:00:00')],
      ['two items with one id', (feed) => (feed.items[1].id = feed.items[0].id)],
      ['a relative address', (feed) => (feed.items[0].url = '/incidents/')],
      ['a relative home', (feed) => (feed.home_page_url = '/')],
      ['neither text nor HTML', (feed) => delete feed.items[0].content_text],
      ['no title', (feed) => delete feed.title],
      ['no items', (feed) => delete feed.items],
      ['a tag that is no text', (feed) => (feed.items[0].tags = [1])],
      ['an unknown member', (feed) => (feed.items[0].content = 'x')],
      ['the version before', (feed) => (feed.version = 'https://jsonfeed.org/version/1')],
    ]) {
      const broken = good();
      damage(broken);
      assert.throws(() => check_json(broken), what);
    }
  });
});

const schema = fileURLToPath(new URL('support/atom.rng', import.meta.url));

function validate_atom(files) {
  if (files.length > 0) run('xmllint', ['--noout', '--nonet', '--relaxng', schema, ...files]);
}

const is_json_feed = add_formats(new Ajv({ allErrors: true })).compile(json_feed_schema);

function validate_json(feed, file) {
  assert.ok(is_json_feed(feed), `${file}: ${JSON.stringify(is_json_feed.errors, null, 1)}`);
}

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
