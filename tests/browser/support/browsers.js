// Chromium and Firefox without a window, kept to this machine, and what a page must not do in them.
import fs from 'node:fs';
import http from 'node:http';
import puppeteer from 'puppeteer-core';

const programs = {
  chromium: [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  firefox: [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'],
};

// This machine too, under a name that Chromium does not trust more than others: no secure context.
export const plain_host = 'wiki.test';

export function find_browser(name) {
  return programs[name].find((file) => file && fs.existsSync(file));
}

// A proxy stands between the browser and the world and lets nothing through; `strangers` lists what was asked of it.
// `preferences` are Firefox's: it cannot be told while it runs what Chromium can.
export async function launch(name, preferences = {}) {
  const executablePath = find_browser(name);
  if (!executablePath) throw new Error(`there is no ${name} here; the variable ${name.toUpperCase()} names another`);
  const { proxy, strangers } = await closed_proxy();
  const port = proxy.address().port;
  const options = name === 'firefox' ? firefox_options(port, preferences) : chromium_options(port);
  const browser = await puppeteer.launch({ executablePath, headless: true, acceptInsecureCerts: true, ...options });
  const close = async () => {
    await browser.close();
    proxy.closeAllConnections?.();
    proxy.close();
  };
  return { name, browser, strangers, close };
}

function chromium_options(proxy) {
  return {
    browser: 'chrome',
    // Without Chromium's sandbox, which root and most containers cannot have: it sees nothing but pages of our own.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', `--proxy-server=http://127.0.0.1:${proxy}`,
      `--proxy-bypass-list=127.0.0.1;${plain_host}`, `--host-resolver-rules=MAP ${plain_host} 127.0.0.1`],
  };
}

function firefox_options(proxy, preferences) {
  return {
    browser: 'firefox',
    extraPrefsFirefox: {
      'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': proxy,
      'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': proxy, 'network.proxy.allow_hijacking_localhost': false,
      ...preferences,
    },
  };
}

async function closed_proxy() {
  const strangers = [];
  const proxy = http.createServer((request, response) => {
    strangers.push(request.url);
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, socket) => {
    strangers.push(request.url);
    socket.on('error', () => {});
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  proxy.listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.on('listening', resolve));
  return { proxy, strangers };
}

// What browsers ask of their makers whatever the page.
const makers = /(^|[/.])(google|googleapis|gstatic|gvt1|chrome|mozilla|firefox|mozgcp)\.(com|org|net)(:|\/|$)/;

// A page in a profile of its own, without anything cached. `complaints` gathers what it says or does that it should not:
// messages in the console, errors, requests to elsewhere, violations of its Content-Security-Policy.
export async function open_page(launched, url) {
  const context = await launched.browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const complaints = [];
  const complain = (text) => complaints.push(text);
  page.on('console', (message) => complain(`console, ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complain(`error: ${error.message ?? error}`));
  page.on('dialog', async (dialog) => {
    complain(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (/^https?:/.test(protocol) && origin !== new URL(url).origin) complain(`request to elsewhere: ${request.url()}`);
  });
  if (launched.name === 'chromium') page.on('workercreated', (worker) => watch_worker(worker, complain));
  // Firefox tells of violations to the page alone.
  await page.evaluateOnNewDocument(() => addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`against the policy: ${violatedDirective}, ${blockedURI}`)));
  const known = launched.strangers.length;
  await page.goto(url);
  return {
    page,
    complaints: () => [...complaints, ...launched.strangers.slice(known).filter((address) => !makers.test(address))
      .map((address) => `request to elsewhere: ${address}`)],
    close: () => context.close(),
  };
}

// Chromium tells a worker's violations of its policy to those who listen to the worker.
function watch_worker(worker, complain) {
  worker.client.on('Log.entryAdded', ({ entry }) => complain(`worker, ${entry.level}: ${entry.text}`));
  worker.client.send('Log.enable').catch(() => {});
}
