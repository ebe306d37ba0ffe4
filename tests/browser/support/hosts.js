// Web servers that people use, each for one site on a free port of this machine: {url, stop}.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { expression, headers_for, read_headers } from './headers.js';
import { free_port, start } from './processes.js';

export async function debrief_serve(program, knowledge_base, view = 'internal') {
  const server = await start(program, ['--root', knowledge_base, 'serve', '--view', view, '--port', '0'],
    /127\.0\.0\.1:(\d+)/);
  return { url: `http://127.0.0.1:${server.match[1]}/`, stop: server.stop };
}

// Below a path, as GitHub Pages serves the sites of projects. It knows no headers and compresses nothing.
export async function python(site) {
  const server = await start('python3', ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory',
    path.dirname(site)], /port (\d+)/);
  return { url: `http://127.0.0.1:${server.match[1]}/${path.basename(site)}/`, stop: server.stop };
}

// With the headers that the site asks for, above all its Content-Security-Policy, and otherwise as it comes.
export async function nginx(site) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-nginx-'));
  const port = await free_port();
  const file = path.join(folder, 'nginx.conf');
  fs.writeFileSync(file, nginx_configuration(site, folder, port));
  const server = await start(nginx_program(), ['-p', folder, '-c', file], /start worker|using the "epoll"/)
    .catch((error) => {
      fs.rmSync(folder, { recursive: true, force: true });
      throw error;
    });
  const stop = async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}/`, stop };
}

// Debian's /usr/sbin is not in everybody's path.
function nginx_program() {
  return ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find((file) => fs.existsSync(file)) ?? 'nginx';
}

function nginx_configuration(site, folder, port) {
  // A location knows only its own headers, so each repeats those of the wider ones.
  const rules = read_headers(site);
  const locations = rules.map(({ pattern }) => {
    const sample = pattern.replaceAll('*', 'sample');
    const lines = Object.entries(headers_for(rules, sample)).map(([name, value]) =>
      `add_header ${name} "${value.replaceAll('"', '\\"')}" always;`);
    const where = pattern === '/*' ? '/' : `~ ${expression(pattern).source.replace(/\.\*\$$/, '')}`;
    return { length: pattern.length, text: `    location ${where} {\n      ${lines.join('\n      ')}\n    }\n` };
  });
  // Of several expressions the first counts: the longest is the narrowest.
  locations.sort((a, b) => b.length - a.length);
  return `daemon off;
master_process off;
error_log stderr notice;
pid ${folder}/pid;
events {}
http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  gzip on;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port};
    root ${site};
    error_page 404 /404.html;
${locations.map(({ text }) => text).join('')}  }
}
`;
}
