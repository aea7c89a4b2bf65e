import { mkdir } from 'node:fs/promises';
import { startBrowser } from './browser';
import { PICTURES } from './runner';

/**
 * `npm run look` opens the pages of a server that runs already (SHEDWATCH_URL, SHEDWATCH_USER, SHEDWATCH_PASSWORD),
 * walks through all views without changing anything, keeps pictures, and fails when a page complains, or when the plan
 * does not show as many tripped sockets as SHEDWATCH_TRIPPED says.
 */
const { SHEDWATCH_URL: address = 'http://127.0.0.1:8080', SHEDWATCH_USER: user = 'admin' } = process.env;
const password = process.env['SHEDWATCH_PASSWORD'] ?? '';
const tripped = Number(process.env['SHEDWATCH_TRIPPED'] ?? 0);
const PATIENCE_MILLIS = 60_000;

const browser = await startBrowser();
const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN' });
context.setDefaultTimeout(PATIENCE_MILLIS);
const page = await context.newPage();
const complaints: string[] = [];
page.on('pageerror', error => complaints.push(error.message));
page.on('console', message => {
  // The browser reports the first, anonymous question "who am I" of nobody as an error of its own.
  if (message.type() === 'error') complaints.push(message.text());
});
page.on('response', response => {
  if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
});

await mkdir(PICTURES, { recursive: true });
await page.goto(`${address}/staff`);
await page.getByLabel('用户名').fill(user);
await page.getByLabel('密码').fill(password);
await page.getByRole('button', { name: '登录' }).click();
await page.locator('.shed-tile').first().waitFor();
await page.locator('.link-live').waitFor();
if (tripped > 0)
  await page
    .locator('.shed-tile .mark-tripped')
    .nth(tripped - 1)
    .waitFor();
await page.screenshot({ path: `${PICTURES}/real-board.png` });
const sheds = await page.locator('.shed-tile').count();
await page.locator('.shed-tile').first().click();
await page.locator('.curve-figures, .chart-empty').first().waitFor();
await page.screenshot({ path: `${PICTURES}/real-shed.png` });
await page.keyboard.press('Escape');
for (const name of ['充电会话', '设备消息']) {
  await page.getByRole('link', { name }).click();
  await page.locator('.wide-table, .page .empty, .page .note-bad').first().waitFor();
  await page.screenshot({ path: `${PICTURES}/real-${name === '充电会话' ? 'sessions' : 'rejected'}.png` });
}
await page.goto(`${address}/safety`);
await page.locator('.wide-table, .log .empty, .note-bad').first().waitFor();
await page.screenshot({ path: `${PICTURES}/real-safety.png` });
await page.goto(`${address}/`);
await page.locator('.free-card').first().waitFor();
await page.screenshot({ path: `${PICTURES}/real-residents.png` });
await browser.close();
for (const complaint of new Set(complaints)) console.log(`complaint: ${complaint}`);
console.log(`${sheds} sheds seen, ${complaints.length} complaints`);
process.exitCode = complaints.length > 0 || sheds === 0 ? 1 : 0;
