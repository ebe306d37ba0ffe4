// When a reader with a slow telephone on a slow line sees something of a page, when the largest part of it, and how much
// moves then.

const telephone = { width: 360, height: 740, isMobile: true, hasTouch: true };
const line = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const slow_down = 4;

// {first, largest (milliseconds), shift}, with an empty cache.
export async function paint(launched, url) {
  const context = await launched.browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(telephone);
  const client = await page.createCDPSession();
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', line);
  await client.send('Emulation.setCPUThrottlingRate', { rate: slow_down });
  await page.evaluateOnNewDocument(() => {
    const seen = (window.debrief_paint = { first: 0, largest: 0, shift: 0 });
    const observe = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
      .observe({ type, buffered: true });
    observe('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') seen.first = startTime;
    });
    observe('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
    observe('layout-shift', ({ value }) => (seen.shift += value));
  });
  await page.goto(url, { waitUntil: 'load' });
  // What scripts add comes after that, and observers are told late.
  await new Promise((resolve) => setTimeout(resolve, 600));
  const seen = await page.evaluate(() => window.debrief_paint);
  await context.close();
  if (seen.first === 0) throw new Error(`nothing was painted of ${url}`);
  return seen;
}
