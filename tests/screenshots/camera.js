// Takes one page in all variants: wide and narrow, light and dark, on paper.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export const screens = {
  wide: { width: 1280, height: 800 },
  // As a telephone: what is too wide does not make the page wider.
  narrow: { width: 360, height: 720, isMobile: true, hasTouch: true },
};
export const schemes = ['light', 'dark'];

// Long lists go on below.
const most_height = 6000;
const most_sheets = 3;

export async function prepare(page, screen) {
  await page.setViewport(screens[screen]);
  // Of several pages at a time only one has the focus, unless each is told that it has.
  const client = await page.createCDPSession();
  await client.send('Emulation.setFocusEmulationEnabled', { enabled: true });
}

// Returns what was taken: {files: {variant: [file…]}, notes: [text…]}, notes being what is wrong at first sight.
export async function take(view, url, name, screen, options, folder) {
  const { page } = view;
  const known = view.complaints().length;
  const response = await page.goto(url, { waitUntil: 'load' });
  const expected = name.endsWith('not-found') ? 404 : 200;
  if (response.status() !== expected) throw new Error(`${name}: ${url} answers ${response.status()}`);
  await settle(page);
  await options.step?.(page);

  const files = {};
  for (const scheme of schemes) {
    await page.emulateMediaFeatures(features(scheme));
    await next_frames(page);
    const file = `${name}-${screen}-${scheme}.png`;
    const clip = await area(page, screens[screen], options.screen);
    await page.screenshot({ path: path.join(folder, file), clip, captureBeyondViewport: !options.screen });
    files[`${screen}-${scheme}`] = [file];
  }
  const notes = await too_wide(page, screen);
  if (options.print && screen === 'wide') files.print = await print(page, name, folder);
  const is_expected = (text) => expected === 404 && /status of 404/.test(text);
  for (const text of view.complaints().slice(known)) if (!is_expected(text)) notes.push(text);
  return { files, notes };
}

export const features = (scheme) => [
  { name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' },
];

// Pictures are all there, and the caret does not blink.
async function settle(page) {
  await page.evaluate(async () => {
    document.documentElement.style.caretColor = 'transparent';
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
    await document.fonts.ready;
  });
}

const next_frames = (page) => page.evaluate(() =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

async function area(page, screen, is_screen_only) {
  const height = is_screen_only ? screen.height
    : await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  return { x: 0, y: 0, width: screen.width, height: Math.min(Math.max(Math.ceil(height), screen.height), most_height) };
}

// A page that scrolls sideways, and what makes it so.
function too_wide(page, screen) {
  return page.evaluate((screen) => {
    const root = document.documentElement;
    const excess = root.scrollWidth - root.clientWidth;
    if (excess <= 0) return [];
    const sticks_out = (node) => node.getBoundingClientRect().right > root.clientWidth + 0.5 && node.checkVisibility();
    const name_of = (node) => node.localName + [...node.classList].map((each) => `.${each}`).join('');
    const [first] = [...document.body.querySelectorAll('*')].filter((node) => sticks_out(node) &&
      ![...node.children].some(sticks_out));
    return [`${screen}: scrolls sideways by ${excess} pixels${first ? `, first because of ${name_of(first)}` : ''}`];
  }, screen);
}

// As browsers print: without grounds. Without pdftoppm there is no picture of it.
async function print(page, name, folder) {
  await page.emulateMediaFeatures(features('light'));
  const pdf = path.join(folder, `${name}-print.pdf`);
  await page.pdf({ path: pdf, format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } });
  try {
    await promisify(execFile)('pdftoppm', ['-png', '-r', '80', '-l', String(most_sheets), pdf, pdf.slice(0, -4)]);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  fs.rmSync(pdf);
  return fs.readdirSync(folder).filter((file) => file.startsWith(`${name}-print-`)).sort();
}
