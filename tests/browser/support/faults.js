// What can happen to a file between the host and the browser, for StaticServer.fault.
import fs from 'node:fs';
import path from 'node:path';

export const wrong_bit = (where = 0.5) => (answer) => {
  answer.body = Buffer.from(answer.body);
  answer.body[Math.floor(where * (answer.body.length - 1))] ^= 0x10;
};

export const cut_off = (answer) => void (answer.body = answer.body.subarray(0, Math.floor(answer.body.length / 2)));

export const longer = (answer) => void (answer.body = Buffer.concat([answer.body, Buffer.from('more')]));

export const empty = (answer) => void (answer.body = Buffer.alloc(0));

export const missing = (answer) => Object.assign(answer, page_of_errors(), { status: 404 }) && undefined;

// Some hosts answer everything they do not know with a page and status 200.
export const page_instead = (answer) => Object.assign(answer, page_of_errors(), { status: 200 }) && undefined;

export const out_of_order = (answer) => Object.assign(answer, page_of_errors(), { status: 503 }) && undefined;

export const dropped = () => 'drop';

export const never_answered = () => 'hang';

// Another file of the same folder, as after a mistake in a deployment.
export const replaced_by = (file) => (answer) => void (answer.body = fs.readFileSync(file));

function page_of_errors() {
  const body = Buffer.from('<!doctype html><title>Not here</title>');
  return { type: 'text/html; charset=utf-8', extension: '.html', body };
}

export function chunks_of(site) {
  const folder = path.join(site, 'search/index');
  const is_chunk = (name) => name.endsWith('.bin') && name !== 'manifest.bin';
  return fs.readdirSync(folder, { recursive: true }).filter(is_chunk).sort().map((name) => path.join(folder, name));
}
