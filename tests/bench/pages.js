// pages.js [--weight] [N]: what pages weigh and when they are seen, of a site of N post-mortems, beside the pages of a site that
// Hugo makes of the same texts. With --weight only what they weigh. Ends with status 1 if a goal is missed.
//
//   HTML, gzip, brotli   the page itself, in KB of 1,000 bytes
//   CSS + JS             styles and scripts, compressed with brotli, without the worker, which only comes with a search
//   first visit          requests, and KB as sent, headers and all, of a host that compresses with brotli; nothing cached
//   next page            the same for somebody who comes from another page of the site
//   FCP, LCP, CLS        first and largest contentful paint (ms, median of 7) and cumulative layout shift (the worst), with
//                        nothing cached, on a line of 1.6 Mbit/s with 150 ms to and fro, and a processor slowed down four times
import fs from 'node:fs';
import path from 'node:path';

import { launch } from '../browser/support/browsers.js';
import { run } from '../browser/support/processes.js';
import { StaticServer } from '../browser/support/static_server.js';
import { make_knowledge_base, place_of, program, repository } from './corpus.js';
import { paint } from './first_paint.js';
import { hugo_version, make_hugo_site } from './hugo_site.js';
import { html_sizes, weigh_visits } from './page_weight.js';

const options = process.argv.slice(2);
const is_weight_only = options[0] === '--weight';
if (is_weight_only) options.shift();
const count = Number(options[0] ?? 1000);
if (options.length > 1 || !(count >= 1)) {
  console.error('usage: pages [--weight] [N]');
  process.exit(2);
}
const rounds = 7;
const most_html = 20000;
const most_assets = 30000;

// ---- The sites ----

function build(knowledge_base, place) {
  run(program, ['--root', knowledge_base, 'build', '--output', place]);
}

// The addresses of all incidents, the lightest page first.
function incidents_of(site) {
  const folder = path.join(site, 'incidents');
  const size = (name) => fs.statSync(path.join(folder, name, 'index.html')).size;
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'index.html')));
  return names.filter((name) => name !== 'page').sort((a, b) => size(a) - size(b) || (a < b ? -1 : 1))
    .map((name) => `incidents/${name}/`);
}

function kinds_of(site, incidents) {
  return [
    ['home', ''], ['incident list', 'incidents/'], ['median incident', incidents[incidents.length >> 1]],
    ['largest incident', incidents[incidents.length - 1]], ['service', 'services/checkout/'],
    ['cause', 'causes/capacity/connection-pool/'], ['search', 'search/'],
  ].filter(([, address]) => fs.existsSync(path.join(site, address, 'index.html')));
}

// [{name, site, pages: [[kind, address]…], is_painted}…]
function make_sites() {
  const place = place_of(count);
  const knowledge_base = make_knowledge_base(count);
  build(knowledge_base, path.join(place, 'pages'));
  const internal = path.join(place, 'pages/internal');
  const all = ['internal', 'public'].map((name) => {
    const site = path.join(place, 'pages', name);
    return { name, site, pages: kinds_of(site, incidents_of(site)), is_painted: true };
  });
  if (hugo_version()) {
    const site = make_hugo_site(knowledge_base, path.join(place, 'hugo'));
    // Of the same incidents.
    all.push({ name: 'Hugo', site, pages: kinds_of(site, incidents_of(internal)), is_painted: true });
  }

  const sample = place_of('sample');
  build(path.join(repository, 'content'), sample);
  for (const name of ['internal', 'public']) {
    const site = path.join(sample, name);
    const pages = kinds_of(site, incidents_of(site)).filter(([kind]) => / incident$/.test(kind));
    all.push({ name: `sample, ${name}`, site, pages, is_painted: false });
  }
  return all;
}

// ---- Measurements ----

async function weigh(launched, { name, site, pages }) {
  const server = await new StaticServer(site, { encoding: 'br' }).start();
  server.measuring = true;
  const rows = [];
  for (const [kind, address] of pages) {
    const from = address === '' ? 'incidents/' : '';
    const visits = await weigh_visits(launched, server, address, from);
    rows.push({ name, kind, address, html: html_sizes(site, address), ...visits });
  }
  await server.stop();
  return rows;
}

// Round by round, so that what slows this machine down for a while slows all pages down.
async function paint_all(launched, sites, rows) {
  const servers = new Map();
  for (const { name, site } of sites) servers.set(name, await new StaticServer(site, { encoding: 'br' }).start());
  const painted = rows.filter(({ name }) => servers.has(name));
  for (const row of painted) row.paints = [];
  // Round 0 only fills the server's store of compressed files.
  for (let round = 0; round <= rounds; ++round) {
    process.stderr.write(round === 0 ? 'painting…' : ` ${round}`);
    for (const row of painted) {
      const seen = await paint(launched, servers.get(row.name).url + row.address);
      if (round > 0) row.paints.push(seen);
    }
  }
  process.stderr.write('\n');
  for (const server of servers.values()) await server.stop();
}

// ---- The report ----

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

function line_of({ name, kind, html, first, next, paints }) {
  const cells = [name, kind, ...['plain', 'gzip', 'br'].map((form) => kilobytes(html[form])), kilobytes(first.assets),
    `${first.requests}: ${kilobytes(first.bytes)}`, `${next.requests}: ${kilobytes(next.bytes)}`];
  if (!paints) return [...cells, '-', '-', '-'];
  return [...cells, ...['first', 'largest'].map((what) => median(paints.map((seen) => seen[what])).toFixed(0)),
    Math.max(...paints.map((seen) => seen.shift)).toFixed(3)];
}

function markdown(rows) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) =>
    (column < 2 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const dashes = (width, column) => (column < 2 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`);
  const rule = `|${widths.map(dashes).join('|')}|`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

// [{is_met, text}…]
function goals(rows) {
  const ours = rows.filter(({ name }) => name !== 'Hugo');
  const goal = (is_met, text) => ({ is_met, text });
  const weights = ours.filter(({ kind }) => kind === 'median incident').map(({ name, html }) => goal(html.plain < most_html,
    `HTML of the median incident, ${name}: ${kilobytes(html.plain)} KB, under ${kilobytes(most_html)}`));
  const heaviest = ours.reduce((most, row) => (row.first.assets > most.first.assets ? row : most));
  // Pictures in the texts of the sample are their authors'.
  const strangers = ours.filter(({ name }) => !name.startsWith('sample')).flatMap(({ first }) => first.strangers);
  return [
    ...weights,
    goal(heaviest.first.assets < most_assets, `styles and scripts of any page: at most ${kilobytes(heaviest.first.assets)} KB ` +
      `compressed (${heaviest.name}, ${heaviest.kind}), under ${kilobytes(most_assets)}`),
    goal(strangers.length === 0, `fonts and pictures that a page needs: ${[...new Set(strangers)].join(', ') || 'none'}`),
  ];
}

const sites = make_sites();
const launched = await launch('chromium');
const rows = [];
for (const site of sites) rows.push(...await weigh(launched, site));
if (!is_weight_only) await paint_all(launched, sites.filter(({ is_painted }) => is_painted), rows);
await launched.close();

const version = hugo_version();
console.log(`${count} post-mortems; ${version ? `beside Hugo ${version}` : 'without Hugo, which is not installed'}. KB of 1,000 bytes; ` +
  'visits are requests: KB as sent; paint in ms.\n');
console.log(markdown([['site', 'page', 'HTML', 'gzip', 'brotli', 'CSS + JS', 'first visit', 'next page', 'FCP', 'LCP', 'CLS'],
  ...rows.map(line_of)]));
console.log();
const judged = goals(rows);
for (const { is_met, text } of judged) console.log(`${is_met ? 'met   ' : 'MISSED'}  ${text}`);
process.exitCode = judged.every(({ is_met }) => is_met) ? 0 : 1;
