import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { startBrowser } from './browser';

/**
 * `npm run alarms` times alarms from before their publication to the drawn alert on the staff page: mosquitto_pub
 * publishes, Chromium draws, and nothing of the server's own code is in between. Takes a running server
 * (SHEDWATCH_URL, SHEDWATCH_PASSWORD), its broker with an account that speaks for the sheds (MQTT_PORT, MQTT_USER,
 * MQTT_PASSWORD), and sheds that nobody else speaks for (SHEDS, with blanks; each has 11 sockets).
 */
const { SHEDWATCH_URL: address = '', SHEDWATCH_PASSWORD: password = '', MQTT_PORT = '1883' } = process.env;
const { MQTT_USER = '', MQTT_PASSWORD = '', SITE: site = 'load', SHEDS = '' } = process.env;
const sheds = SHEDS.split(' ').filter(Boolean);
const SOCKETS = 11;
const ALARMS = Math.min(Number(process.env['ALARMS'] ?? 100), sheds.length * SOCKETS);
const PATIENCE_MILLIS = 30_000;
const GAP_MILLIS = 300;

const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
await page.goto(`${address}/staff`);
await page.getByLabel('用户名').fill('admin');
await page.getByLabel('密码').fill(password);
await page.getByRole('button', { name: '登录' }).click();
await page.locator('.link-live').waitFor();

/** Notes in the page when the frame with one more alert has been drawn. */
await page.evaluate(() => {
  const drawn: number[] = [];
  Object.assign(window, { drawn });
  let seen = document.querySelectorAll('.alert').length;
  const look = () => {
    const now = document.querySelectorAll('.alert').length;
    const more = now - seen;
    seen = now;
    if (more > 0) {
      requestAnimationFrame(() =>
        requestAnimationFrame(() => drawn.push(...Array<number>(more).fill(Date.now()))),
      );
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
});
const drawn = () => page.evaluate(() => (window as unknown as { drawn: number[] }).drawn);

const boot = Date.now().toString(36);
let seq = 0;

/** One publisher a channel and shed, as mosquitto_pub sends what it reads to one topic. */
function publisher(shed: string, channel: string) {
  const topic = `shedwatch/v1/${site}/${shed}/${channel}`;
  const options = [
    '-h',
    '127.0.0.1',
    '-p',
    MQTT_PORT,
    '-V',
    '5',
    '-q',
    '1',
    '-u',
    MQTT_USER,
    '-P',
    MQTT_PASSWORD,
  ];
  const program = spawn('mosquitto_pub', [...options, '-t', topic, '-l'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  return {
    say: (message: object) =>
      program.stdin.write(`${JSON.stringify({ boot, seq: ++seq, at: Date.now(), ...message })}\n`),
    end: () => program.stdin.end(),
  };
}

const delays: number[] = [];
let missing = 0;
for (const shed of sheds) {
  if (delays.length + missing >= ALARMS) break;
  seq = 0;
  const status = publisher(shed, 'status');
  const alarms = publisher(shed, 'alarms');
  status.say({ bootNumber: Date.now(), state: 'online', agent: 'by-hand', sockets: SOCKETS, open: [] });
  await pause(1_000); // The publishers connect.
  for (let socket = 1; socket <= SOCKETS && delays.length + missing < ALARMS; socket++) {
    const before = (await drawn()).length;
    const published = Date.now();
    const id = `${boot}-${seq + 1}`;
    alarms.say({
      alarm: id,
      socket,
      kind: 'overcurrent',
      phase: 'raised',
      measured: 16.2,
      limit: 5.5,
      action: 'relay-opened',
    });
    let seen: number | undefined;
    while (seen === undefined && Date.now() - published < PATIENCE_MILLIS) {
      await pause(20);
      seen = (await drawn())[before];
    }
    if (seen === undefined) missing++;
    else delays.push(seen - published);
    await pause(GAP_MILLIS);
  }
  status.end();
  alarms.end();
}
await browser.close();

delays.sort((one, other) => one - other);
const percentile = (share: number) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))];
console.log(
  `alarms=${delays.length + missing} missing=${missing} p50_ms=${percentile(0.5)} p95_ms=${percentile(0.95)} p99_ms=${percentile(0.99)}`,
);
process.exitCode = missing > 0 || delays.length === 0 ? 1 : 0;
