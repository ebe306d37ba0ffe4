// The `_headers` file of a site, as hosts understand it: lines that begin a block hold a path with `*` in it, indented
// lines a header. All blocks that fit a path count; of a header named twice, the last.
import fs from 'node:fs';
import path from 'node:path';

export function read_headers(site) {
  const rules = [];
  for (const line of fs.readFileSync(path.join(site, '_headers'), 'utf8').split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: line.trim(), headers: {} });
      continue;
    }
    const colon = line.indexOf(':');
    rules[rules.length - 1].headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return rules;
}

export function headers_for(rules, pathname) {
  const headers = {};
  for (const rule of rules) {
    if (expression(rule.pattern).test(pathname)) Object.assign(headers, rule.headers);
  }
  return headers;
}

export function expression(pattern) {
  return new RegExp('^' + pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*') + '$');
}
