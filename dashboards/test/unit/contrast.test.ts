import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');
const [light, dark] = [':root {', ":root[data-theme='dark'] {"].map(head => {
  const block = css.slice(css.indexOf(head), css.indexOf('}', css.indexOf(head)));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(found => [found[1], found[2]]),
  );
}) as [Record<string, string>, Record<string, string>];

/** Relative luminance and contrast after WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const TEXT: [text: string, ground: string][] = [
  ...[
    'ink',
    'ink-2',
    'ink-3',
    'accent',
    'free',
    'charging',
    'tripped',
    'faulted',
    'critical',
    'major',
  ].flatMap((text): [string, string][] => [
    [text, 'panel'],
    [text, 'raised'],
  ]),
  ['ink', 'ground'],
  ['ink-3', 'ground'],
  ['critical', 'critical-ground'],
  ['ink-2', 'critical-ground'],
  ['major', 'major-ground'],
  ['ink-2', 'major-ground'],
  ['minor', 'minor-ground'],
  ['accent-ink', 'accent'],
  ['danger-ink', 'danger'],
  ['slab-ink', 'slab'],
];
const MARKS = ['free', 'charging', 'finished', 'tripped', 'faulted', 'disabled', 'unknown', 'control'];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s theme', (_name, tokens) => {
  it.each(TEXT)('%s on %s can be read: 4.5 to 1', (text, ground) => {
    expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)('the mark %s can be seen: 3 to 1', mark => {
    expect(contrast(tokens[mark]!, tokens['panel']!)).toBeGreaterThanOrEqual(3);
  });
});
