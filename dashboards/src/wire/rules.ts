import { SEVERITIES } from './alerts';
import { count, flag, instant, list, maybe, number, object, text, word, type Of, type Shape } from './shape';
import { Problem } from './shape';

export const ruleParameter = object({
  name: text,
  value: number,
  builtIn: number,
  lowest: number,
  highest: number,
  evidence: text,
});
export type RuleParameter = Of<typeof ruleParameter>;

/** A rule as it is in force; `changedAt` is absent for the built-in version. */
export const rule = object({
  rule: text,
  severity: word(SEVERITIES, 'major'),
  judge: word(['edge', 'readings', 'server', 'people'], 'server'),
  backTest: flag,
  version: count,
  changedBy: text,
  changedAt: maybe(instant),
  why: text,
  parameters: list(ruleParameter),
});
export type Rule = Of<typeof rule>;
export const rules = object({ rules: list(rule) });

/** Numbers by name. */
const numbers: Shape<Readonly<Record<string, number>>> = (value, at) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Problem(at, 'an object');
  for (const [name, each] of Object.entries(value)) {
    if (typeof each !== 'number') return new Problem(`${at}.${name}`, 'a number');
  }
  return value as Readonly<Record<string, number>>;
};

export const ruleVersion = object({
  version: count,
  changedBy: text,
  changedAt: maybe(instant),
  why: text,
  parameters: numbers,
});
export type RuleVersion = Of<typeof ruleVersion>;
export const ruleVersions = object({ rule: text, versions: list(ruleVersion) });

const found = object({
  shed: text,
  socket: count,
  severity: word(SEVERITIES, 'major'),
  raisedAt: instant,
  clearedAt: maybe(instant),
});
export type Found = Of<typeof found>;

/** `progress` is from 0 to 1; counts are of all, lists are cut. */
export const backTest = object({
  backTest: text,
  rule: text,
  state: word(['running', 'done', 'failed'], 'running'),
  progress: number,
  from: instant,
  to: instant,
  readings: count,
  live: count,
  changed: count,
  gainedCount: count,
  lostCount: count,
  gained: list(found),
  lost: list(found),
});
export type BackTest = Of<typeof backTest>;
