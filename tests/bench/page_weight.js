// What a page weighs: its HTML, and all that a browser fetches for it.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

import { open_page } from '../browser/support/browsers.js';

// Of the file that is served under `address`.
export function html_sizes(site, address) {
  const body = fs.readFileSync(path.join(site, address, 'index.html'));
  const quality = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } };
  const [gzip, br] = [zlib.gzipSync(body, { level: 9 }), zlib.brotliCompressSync(body, quality)];
  return { plain: body.length, gzip: gzip.length, br: br.length };
}

// {first, next}: what is fetched by somebody who has never been here, and by somebody who comes from the page `from`. Each is
// {requests, bytes (headers and bodies, as sent), assets (bytes of styles and scripts, compressed, without the search worker),
// strangers}, strangers being fonts and pictures other than the site's icon.
export async function weigh_visits(launched, server, address, from) {
  const first = await counted(server, () => open_page(launched, server.url + address));
  await first.view.close();
  const before = await counted(server, () => open_page(launched, server.url + from));
  const next = await counted(server, () => before.view.page.goto(server.url + address));
  await before.view.close();
  return { first, next };
}

async function counted(server, visit) {
  const sockets = watch_sockets(server);
  const begun = sum(sockets);
  server.forget();
  const view = await visit();
  await quiet(server);
  const paths = server.log.map((entry) => entry.path);
  const is_asset = ({ path: name }) => /\.(css|js)$/.test(name) && !/search-worker/.test(name);
  const is_icon = (name) => /\/icon\.[^/]*svg$/.test(name);
  const is_stranger = (name) => /\.(woff2?|ttf|otf|png|jpe?g|webp|gif|avif|svg)$/.test(name) && !is_icon(name);
  return {
    view,
    requests: server.log.length,
    bytes: sum(sockets) - begun,
    assets: server.log.filter(is_asset).reduce((total, { sizes }) => total + sizes.br, 0),
    strangers: paths.filter(is_stranger),
  };
}

// All connections of a server since it was first watched.
function watch_sockets(server) {
  if (!server.sockets) {
    server.sockets = new Set(server.open);
    server.server.on('connection', (socket) => server.sockets.add(socket));
  }
  return server.sockets;
}

const sum = (sockets) => [...sockets].reduce((total, socket) => total + (socket.bytesWritten ?? 0), 0);

// The icon comes after everything else, if it comes.
async function quiet(server) {
  for (let still = 0; still < 5; ++still) {
    const seen = server.log.length;
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (server.log.length > seen || server.log.some((entry) => !entry.ended)) still = -1;
  }
}
