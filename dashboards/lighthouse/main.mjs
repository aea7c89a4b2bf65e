// `npm run lighthouse`: the residents' page as an old phone with a bad network sees it, median of five. Against the made-up
// town, or against a running server with SHEDWATCH_URL.
import { writeFileSync, mkdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import lighthouse from 'lighthouse';
import { launch } from 'chrome-launcher';

const RUNS = 5;
const WANTED = { performance: 95, accessibility: 100, 'best-practices': 95 };
const FIRST_PAINT_MILLIS = 1_200;

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The built pages with the made-up town, in a process of its own. */
async function town() {
  const child = spawn('node', ['test/run.mjs', '/test/town/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', words => String(words).includes('ready') && resolve());
    child.on('exit', () => reject(new Error('the town did not start')));
  });
  return child;
}

const child = process.env.SHEDWATCH_URL ? undefined : await town();
const address = process.env.SHEDWATCH_URL ?? 'http://127.0.0.1:8090/';
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'],
});
const runs = [];
try {
  for (let run = 0; run < RUNS; run++) {
    // The preset without words is the phone: slow 4G (150 ms, 1.6 Mbit/s), a processor four times slower.
    const { lhr } = await lighthouse(address, {
      port: chrome.port,
      onlyCategories: Object.keys(WANTED),
      formFactor: 'mobile',
    });
    const scores = Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round(score * 100)]);
    const millis = name => Math.round(lhr.audits[name].numericValue);
    runs.push({
      ...Object.fromEntries(scores),
      firstPaintMillis: millis('first-contentful-paint'),
      largestPaintMillis: millis('largest-contentful-paint'),
      totalBytes: lhr.audits['total-byte-weight'].numericValue,
    });
    console.log(JSON.stringify(runs.at(-1)));
    for (const { title, score, scoreDisplayMode } of Object.values(lhr.audits))
      if (run === 0 && score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
        console.log(`  ${score} ${title}`);
  }
} finally {
  chrome.kill();
  child?.kill();
}
const medians = Object.fromEntries(
  Object.keys(runs[0]).map(name => [name, median(runs.map(run => run[name]))]),
);
mkdirSync('target', { recursive: true });
writeFileSync('target/lighthouse.json', JSON.stringify({ address, medians, runs }, null, 2));
console.log(`median of ${RUNS}: ${JSON.stringify(medians)}`);
const missed = [
  ...Object.entries(WANTED)
    .filter(([name, wanted]) => medians[name] < wanted)
    .map(([name]) => name),
  ...(medians.firstPaintMillis >= FIRST_PAINT_MILLIS ? ['first paint'] : []),
];
if (missed.length) console.log(`missed: ${missed.join(', ')}`);
process.exitCode = missed.length ? 1 : 0;
