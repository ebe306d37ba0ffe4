// The search engine off the main thread: a module compiled from the library that built the
// index (engine.cc), and the parts of the index that a query needs, fetched from the site.
//
// Messages to the worker:
//   {type: 'open', engine, index}   the addresses of the module and of the folder of the index
//   {type: 'search', id, request}   the fields of Request (query.h); a newer search cancels
//                                   the one before
// Messages from it:
//   {type: 'ready'}
//   {type: 'results', id, answer}   answer_json.h; without facets and suggestion
//   {type: 'details', id, facets, suggestion}
//   {type: 'error', id, reason, detail}   id is null where opening failed. The next search
//                                   tries again. Reasons:
//     'network'      a request failed or took too long
//     'missing'      the server does not have a file of the index or the engine
//     'damaged'      it has, but not the one that was asked for
//     'stale'        the site has been replaced by one made by another version
//     'too-large'    the query would read an unreasonable part of the index
//     'unsupported'  the browser cannot run the engine
//     'internal'     the engine failed
'use strict';

const MANIFEST = 'manifest.bin';
const TIME_LIMIT = 8000; // Milliseconds, for one query with all that it fetches.
const STALLED = 8000; // Milliseconds without a byte of a file that is being fetched.
const MOST_ROUNDS = 60; // Of reading and fetching; a query takes three or four.
const MOST_CHUNKS = 1200; // That one query may fetch.
const PAUSE = 70; // Milliseconds that a word may grow in before anything is fetched for it.
const SETTLED = 400; // Milliseconds after which a word that finds nothing counts as finished.
const SIDE_BY_SIDE = 24; // Requests at once; the browser has its own limits below.

// What the engine's `ask` returns.
const ANSWERED = 0;
const MISSING = 1;

// A module with nothing but a `try`: a browser that refuses it cannot run the engine.
const USES_EXCEPTIONS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, // magic, version
  1, 4, 1, 96, 0, 0, // one type: nothing to nothing
  3, 2, 1, 0, // one function of it
  10, 8, 1, 6, 0, 6, 64, 25, 11, 11, // its code: try, catch_all, end, end
]);

class SearchError extends Error {
  constructor(reason, detail) {
    super(detail);
    this.reason = reason;
  }
}

// ---- The engine: bytes in, bytes out ----

// The engine ends in a section of its own with the CRC-32 of all before it (see build): WebAssembly checks that a
// module is valid, not that it is the one that was built.
const SUM_SECTION = [0, 10, 5, 99, 114, 99, 51, 50]; // id, size, length of the name, "crc32"

function isWhole(bytes) {
  const end = bytes.length - SUM_SECTION.length - 4;
  if (end < 0 || !SUM_SECTION.every((byte, i) => bytes[end + i] === byte)) return false;
  const table = new Uint32Array(256).map((_, byte) => {
    for (let bit = 0; bit < 8; ++bit) byte = byte & 1 ? byte >>> 1 ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  let sum = -1;
  for (let i = 0; i < end; ++i) sum = sum >>> 8 ^ table[(sum ^ bytes[i]) & 255];
  return (sum ^ -1) === new DataView(bytes.buffer).getInt32(bytes.length - 4, true);
}

class Engine {
  constructor(exports) {
    this.exports = exports;
    this.manifest = null; // As it was opened.
  }

  static async load(address) {
    if (typeof WebAssembly !== 'object' || !WebAssembly.validate(USES_EXCEPTIONS)) {
      throw new SearchError('unsupported', 'this browser lacks WebAssembly with exceptions');
    }
    // A browser's copy of what failed before may be what failed.
    const bytes = await load(address, {cache: hasFailed ? 'reload' : 'default'});
    if (!isWhole(bytes)) throw new SearchError('damaged', `${address} is not what was expected`);
    let instance;
    try {
      ({instance} = await WebAssembly.instantiate(bytes, imports(() => instance.exports.memory)));
    } catch (error) {
      throw new SearchError('damaged', `${address}: ${error.message}`);
    }
    instance.exports._initialize();
    return new Engine(instance.exports);
  }

  write(bytes) {
    const at = this.exports.input(bytes.length);
    new Uint8Array(this.exports.memory.buffer, at, bytes.length).set(bytes);
  }

  read() {
    const {memory, output, output_size: size} = this.exports;
    return new TextDecoder().decode(new Uint8Array(memory.buffer, output(), size()));
  }

  open(manifest) {
    this.write(manifest);
    if (!this.exports.open()) return false;
    this.manifest = manifest;
    return true;
  }

  add(chunk, bytes) {
    this.write(bytes);
    return this.exports.add(chunk) === 1;
  }

  ask(request) {
    this.write(new TextEncoder().encode(request));
    const state = this.exports.ask();
    return {state, output: this.read()};
  }
}

// What the C library may call for. There are no files, no environment and nobody to tell.
function imports(memory) {
  const NO_SUCH_FILE = 8; // WASI's EBADF.
  const NOT_SUPPORTED = -52; // ENOSYS, as Emscripten numbers it.
  const none = () => NO_SUCH_FILE;
  return {
    env: {
      emscripten_notify_memory_growth() {},
      __call_sighandler() {},
      __syscall_unlink: () => NOT_SUPPORTED,
    },
    wasi_snapshot_preview1: {
      proc_exit(status) {
        throw new Error(`the engine ended with status ${status}`);
      },
      environ_sizes_get(count, size) {
        const view = new DataView(memory().buffer);
        view.setUint32(count, 0, true);
        view.setUint32(size, 0, true);
        return 0;
      },
      environ_get: () => 0,
      fd_write: none,
      fd_pwrite: none,
    },
  };
}

// ---- Fetching ----

// The bytes of a file. What comes slowly may come; what stops coming has failed.
async function load(address, {signal, cache = 'default'} = {}) {
  const control = new AbortController();
  const stop = () => control.abort();
  let timer = setTimeout(stop, STALLED);
  if (signal) signal.addEventListener('abort', stop, {once: true});
  let status;
  try {
    const response = await fetch(address, {signal: control.signal, cache});
    status = response.status;
    if (response.ok) {
      const pieces = [];
      const reader = response.body.getReader();
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        pieces.push(piece.value);
        clearTimeout(timer);
        timer = setTimeout(stop, STALLED);
      }
      return new Uint8Array(await new Blob(pieces).arrayBuffer());
    }
  } catch (error) {
    throw new SearchError('network', `${address}: ${error.message}`);
  } finally {
    clearTimeout(timer);
    if (signal) signal.removeEventListener('abort', stop);
  }
  // Hosts may let browsers keep their answers of failure, as long as what was asked for.
  if (cache !== 'reload') return load(address, {signal, cache: 'reload'});
  const gone = status === 404 || status === 410;
  throw new SearchError(gone ? 'missing' : 'network', `${address}: status ${status}`);
}

function same(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

let addresses = null; // {engine, index}, from 'open'.
let hasFailed = false;
let opening = null; // A promise of the engine; null if it has to be (re)made.

// The manifest has a fixed name, so the server is asked whether it is still the same.
function loadManifest(signal) {
  return load(addresses.index + MANIFEST, {cache: 'no-cache', signal});
}

async function openEngine() {
  const [engine, manifest] = await Promise.all([Engine.load(addresses.engine), loadManifest()]);
  if (!engine.open(manifest)) {
    throw new SearchError('damaged', `${addresses.index + MANIFEST} is not what was expected`);
  }
  return engine;
}

// The engine, once it is there. A failure is not kept: the next search tries again.
function engineReady() {
  if (!opening) {
    const attempt = openEngine();
    opening = attempt;
    attempt.catch(() => {
      hasFailed = true;
      if (opening === attempt) opening = null;
    });
  }
  return opening;
}

// A file that is not what the manifest names: the browser's copy may be damaged, so the
// second time it is not asked.
async function loadChunk(engine, {chunk, path}, signal) {
  const address = addresses.index + path;
  if (engine.add(chunk, await load(address, {signal}))) return;
  if (engine.add(chunk, await load(address, {cache: 'reload', signal}))) return;
  throw new SearchError('damaged', `${address} is not what was expected`);
}

async function loadChunks(engine, wanted, signal) {
  const queue = wanted[Symbol.iterator]();
  const work = async () => {
    for (const one of queue) await loadChunk(engine, one, signal);
  };
  await Promise.all(Array.from({length: Math.min(SIDE_BY_SIDE, wanted.length)}, work));
}

// Chunks are gone or changed: after a deployment the manifest is another one, and all is well
// once that is open. True if it was.
async function openAgain(engine, signal) {
  const manifest = await loadManifest(signal);
  if (same(manifest, engine.manifest)) return false;
  if (!engine.open(manifest)) {
    throw new SearchError('stale', 'the site has been replaced by one of another version');
  }
  return true;
}

// ---- Searching ----

const LISTS = {
  services: 'service', causes: 'cause', severities: 'severity', owners: 'owner', tags: 'tag',
  statuses: 'status', kinds: 'kind', years: 'year', facets: 'facet',
};
const TEXTS = ['query', 'after', 'before', 'sort', 'offset', 'limit'];

// The form of request_text.h.
function textOf(request) {
  const lines = [];
  const put = (name, value) => lines.push(`${name} ${String(value).replace(/[\r\n]+/g, ' ')}\n`);
  for (const name of TEXTS) if (request[name] != null) put(name, request[name]);
  for (const [list, name] of Object.entries(LISTS)) {
    for (const value of request[list] || []) put(name, value);
  }
  if (request.typing) put('typing', 'yes');
  if (request.suggest) put('suggest', 'yes');
  return lines.join('');
}

function chunksIn(list) {
  return list.trimEnd().split('\n').map((line) => {
    const space = line.indexOf(' ');
    return {chunk: Number(line.slice(0, space)), path: line.slice(space + 1)};
  });
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, {once: true});
  });
}

// Asks, fetches what is missing, and asks again, until nothing is missing.
async function answer(engine, request, signal) {
  const text = textOf(request);
  let fetched = 0;
  let reopened = false;
  for (let round = 0; round < MOST_ROUNDS; ++round) {
    signal.throwIfAborted();
    const {state, output} = engine.ask(text);
    if (state === ANSWERED) return JSON.parse(output);
    if (state !== MISSING) throw new SearchError('internal', output);
    if (request.typing && round === 0) await pause(PAUSE, signal);
    const wanted = chunksIn(output);
    fetched += wanted.length;
    if (fetched > MOST_CHUNKS) break;
    try {
      await loadChunks(engine, wanted, signal);
    } catch (error) {
      const outdated = error.reason === 'missing' || error.reason === 'damaged';
      if (!outdated || reopened || !await openAgain(engine, signal)) throw error;
      reopened = true;
    }
  }
  throw new SearchError('too-large', 'the query reads too much of the index');
}

let current = null; // The AbortController of the newest search.

async function search(id, request) {
  if (current) current.abort();
  const control = new AbortController();
  current = control;
  const {signal} = control;
  let late = false;
  let timer;
  try {
    const engine = await engineReady();
    timer = setTimeout(() => {
      late = true;
      control.abort();
    }, TIME_LIMIT);
    const {facets = [], ...plain} = request;
    const found = await answer(engine, plain, signal);
    postMessage({type: 'results', id, answer: found});
    // What needs more of the index comes after what everybody waits for.
    const more = {...plain, limit: 0, facets, suggest: true};
    if (request.typing && found.total === 0) {
      // Whoever stops here has typed the word, and it was not found.
      await pause(SETTLED, signal);
      more.typing = false;
    }
    const {facets: counts, suggestion} = await answer(engine, more, signal);
    postMessage({type: 'details', id, facets: counts, suggestion});
  } catch (error) {
    if (signal.aborted && !late) return; // A newer search has taken over.
    // Whatever the engine itself did not report, such as a stack overflow, it cannot go on from.
    if (!(error instanceof SearchError) && !late) opening = null;
    const reason = late ? 'network' : error.reason || 'internal';
    const detail = late ? `no answer within ${TIME_LIMIT} ms` : error.message;
    postMessage({type: 'error', id, reason, detail});
  } finally {
    clearTimeout(timer);
  }
}

// The first chunk is needed whatever is asked, so it need not wait for a question.
async function open() {
  try {
    const engine = await engineReady();
    const {state, output} = engine.ask('limit 0\n');
    if (state === MISSING) {
      await loadChunks(engine, chunksIn(output), AbortSignal.timeout(TIME_LIMIT)).catch(() => {});
    }
    postMessage({type: 'ready'});
  } catch (error) {
    postMessage({type: 'error', id: null, reason: error.reason || 'internal', detail: error.message});
  }
}

self.onmessage = ({data}) => {
  if (data.type === 'open') {
    addresses = {engine: data.engine, index: data.index};
    open();
  } else if (data.type === 'search') {
    search(data.id, data.request);
  }
};
