// A web server of our own, for what no other can be told: to fail as asked, to be slow, and to say what was fetched.
import crypto from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import path from 'node:path';
import zlib from 'node:zlib';

import { headers_for, read_headers } from './headers.js';
import { run } from './processes.js';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css',
  '.json': 'application/json', '.svg': 'image/svg+xml', '.xml': 'application/xml', '.txt': 'text/plain',
  '.wasm': 'application/wasm', '.png': 'image/png', '.bin': 'application/octet-stream',
};
// What hosts compress on their own. Of application/octet-stream, where they differ, `log` tells both sizes.
const compressed = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.xml', '.txt', '.wasm']);

export class StaticServer {
  // Options: delay (milliseconds before each answer), encoding ('br', 'gzip' or '' of what is compressed at all),
  // secure (HTTP/2, as hosts speak it: without limit to requests side by side; the certificate is nobody's),
  // below (the path that the site is served below: '/wiki/').
  constructor(site, options = {}) {
    this.site = site;
    this.delay = options.delay ?? 0;
    this.encoding = options.encoding ?? '';
    this.secure = options.secure ?? false;
    this.below = options.below ?? '/';
    this.rules = fs.existsSync(path.join(site, '_headers')) ? read_headers(site) : [];
    this.faults = [];
    // Since `forget()`: {path, status, sizes: {plain, gzip, br}, depth}. The depth of a request is one more than the
    // greatest of those that were answered before it came, so the greatest of all is the round trips in sequence.
    this.log = [];
    this.cache = new Map();
  }

  async start() {
    const handler = (request, response) => this.#answer(request, response);
    this.server = this.secure ? http2.createSecureServer(own_certificate(), handler) : http.createServer(handler);
    this.open = new Set();
    this.server.on(this.secure ? 'secureConnection' : 'connection', (socket) => {
      this.open.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => this.open.delete(socket));
    });
    this.server.listen(this.port ?? 0, '127.0.0.1');
    await new Promise((resolve) => this.server.on('listening', resolve));
    this.port = this.server.address().port;
    this.url = `${this.secure ? 'https' : 'http'}://127.0.0.1:${this.port}${this.below}`;
    return this;
  }

  // May be started again, on the same port.
  async stop() {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  forget() {
    this.log = [];
  }

  // What fits `pattern` is answered by `how` from now on: a function of {status, type, body} (and the path) that changes
  // it, returns 'hang' to never answer, or 'drop' to close the connection. Returns the function that repairs it.
  fault(pattern, how) {
    const fault = { pattern, how };
    this.faults.push(fault);
    return () => (this.faults = this.faults.filter((other) => other !== fault));
  }

  async #answer(request, response) {
    const pathname = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const entry = { path: pathname, depth: 1 + Math.max(0, ...this.log.filter((e) => e.ended).map((e) => e.depth)) };
    this.log.push(entry);
    const answer = this.#file(pathname);
    for (const fault of this.faults) {
      if (!fault.pattern.test(pathname)) continue;
      const told = fault.how(answer, pathname);
      if (told === 'hang') return;
      if (told === 'drop') return void (request.socket ?? response.stream.session.socket).destroy();
    }
    entry.status = answer.status;
    entry.sizes = this.#sizes(answer);
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay));
    const headers = { ...headers_for(this.rules, pathname), 'Content-Type': answer.type };
    let body = answer.body;
    if (this.encoding !== '' && compressed.has(answer.extension)) {
      body = this.#packed(answer.body)[this.encoding];
      headers['Content-Encoding'] = this.encoding;
    }
    headers['Content-Length'] = body.length;
    response.writeHead(answer.status, headers);
    response.end(body);
    entry.ended = true;
  }

  #file(pathname) {
    let file = path.join(this.site, pathname.slice(this.below.length - 1));
    if (pathname.endsWith('/')) file = path.join(file, 'index.html');
    const is_inside = pathname.startsWith(this.below) && file.startsWith(this.site);
    const found = is_inside && fs.existsSync(file) && fs.statSync(file).isFile();
    if (!found) file = path.join(this.site, '404.html');
    const extension = path.extname(file);
    const body = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.from('not found');
    return { status: found ? 200 : 404, type: types[extension] ?? 'application/octet-stream', extension, body };
  }

  #packed(body) {
    const key = crypto.createHash('sha1').update(body).digest('hex');
    if (!this.cache.has(key)) {
      const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
      this.cache.set(key, { gzip: zlib.gzipSync(body, { level: 9 }), br: zlib.brotliCompressSync(body, quality) });
    }
    return this.cache.get(key);
  }

  #sizes({ body }) {
    const packed = this.measuring ? this.#packed(body) : { gzip: body, br: body };
    const least = (other) => Math.min(body.length, other.length);
    return { plain: body.length, gzip: least(packed.gzip), br: least(packed.br) };
  }
}

let certificate;
function own_certificate() {
  if (!certificate) {
    const both = run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1',
      '-keyout', '-', '-out', '-'], { stdio: ['ignore', 'pipe', 'ignore'] });
    certificate = { key: both, cert: both, allowHTTP1: true };
  }
  return certificate;
}
