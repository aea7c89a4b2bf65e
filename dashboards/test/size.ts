import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const FILES = 'target/classes/dashboards';
/** kB zipped of everything that a page's first view needs; `chart` comes on top when a chart is first opened. */
export const BUDGETS = { index: 30, staff: 60, safety: 40, chart: 30 };

const zipped = (name: string) => gzipSync(readFileSync(`${FILES}/${name}`)).length / 1000;

/** What the residents' page asks the server for before it can answer: the sheds and the plan, kB zipped. */
export const answersSize = (answers: readonly string[]) =>
  answers.reduce((sum, answer) => sum + gzipSync(answer).length / 1000, 0);

/** A page's HTML and all that it names; Vite names the imports of its scripts there too. */
function pageSize(page: string): number {
  const named = readFileSync(`${FILES}/${page}.html`, 'utf8').matchAll(/\/(assets\/[\w.-]+)/g);
  return [`${page}.html`, ...new Set([...named].map(found => found[1]!))].reduce(
    (sum, file) => sum + zipped(file),
    0,
  );
}

export function sizes(): Record<keyof typeof BUDGETS, number> {
  const chart = readdirSync(`${FILES}/assets`).filter(name => name.startsWith('chart-'));
  return {
    index: pageSize('index'),
    staff: pageSize('staff'),
    safety: pageSize('safety'),
    chart: chart.reduce((sum, name) => sum + zipped(`assets/${name}`), 0),
  };
}
