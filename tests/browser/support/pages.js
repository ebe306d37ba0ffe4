// The pages of a site as an HTML parser sees them, without a browser.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';

// {path: from the root of the site, '' for the first page; file, html; elements: all, in document order; own: those outside
// of any <template>; errors: of the parser}
const read = new Map();
export function read_pages({ site }) {
  if (!read.has(site)) read.set(site, files_of(site, '.html').map((name) => read_page(site, name)));
  return read.get(site);
}

function read_page(site, name) {
  const file = path.join(site, name);
  const html = fs.readFileSync(file, 'utf8');
  let parsed;
  const parsed_once = () => (parsed ??= parse_page(html));
  return {
    path: name.replace(/(^|\/)index\.html$/, '$1'), file, html,
    get elements() { return parsed_once().elements; },
    get own() { return parsed_once().own; },
    get errors() { return parsed_once().errors; },
  };
}

function parse_page(html) {
  const errors = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) => errors.push(`${startLine}:${startCol} ${code}`),
  });
  return { errors, elements: list_elements(document, true, []), own: list_elements(document, false, []) };
}

function list_elements(node, with_templates, list) {
  if (node.tagName) list.push(node);
  for (const child of node.childNodes ?? []) list_elements(child, with_templates, list);
  if (with_templates && node.content) list_elements(node.content, with_templates, list);
  return list;
}

// Names of all files that end in `ending`, from the root of the site, in order.
export function files_of(site, ending) {
  const names = fs.readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath ?? entry.path, entry.name)));
  return names.filter((name) => name.endsWith(ending)).sort();
}

export function attribute(element, name) {
  return element.attrs.find((other) => other.name === name)?.value;
}

// The addresses that a page states as its own; one, or none on the page for missing addresses.
export function canonicals(page) {
  const links = page.elements.filter((element) => attribute(element, 'rel') === 'canonical');
  return links.map((element) => attribute(element, 'href'));
}

// The address of the root of a site, as its first page states it.
export function base_of(site) {
  return canonicals(read_pages(site).find((page) => page.path === ''))[0];
}

export function line_of(element) {
  return element.sourceCodeLocation?.startLine ?? '?';
}

// Fails if there is any, a line each.
export function assert_nothing(problems) {
  const more = problems.length > 30 ? [`and ${problems.length - 30} more`] : [];
  assert.ok(problems.length === 0, '\n' + [...problems.slice(0, 30), ...more].join('\n'));
}
