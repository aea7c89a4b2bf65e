import type { Imported, PressureWeek } from '../wire/pressure';

export const DAYS = ['0', '1', '2', '3', '4', '5', '6'] as const;
export const HOURS_A_DAY = 24;

/** How dark a number is drawn: 0 for nothing, then five steps up to the largest. */
export function level(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.min(5, Math.max(1, Math.ceil((value / most) * 5)));
}

/** Turned-away bikes by building in one hour of the week: a group's number shared out by households. */
export function byBuilding(
  week: PressureWeek,
  households: ReadonlyMap<string, number>,
  hour: number,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const group of week.groups) {
    const all = group.buildings.reduce((sum, each) => sum + (households.get(each) ?? 0), 0);
    for (const each of group.buildings) {
      const share = all > 0 ? (households.get(each) ?? 0) / all : 1 / group.buildings.length;
      found.set(each, (group.turnedAway[hour] ?? 0) * share);
    }
  }
  return found;
}

/** The largest number that {@link byBuilding} gives in any hour: one scale for the whole week. */
export function mostOfWeek(week: PressureWeek, households: ReadonlyMap<string, number>): number {
  let most = 0;
  for (let hour = 0; hour < 7 * HOURS_A_DAY; hour++) {
    for (const value of byBuilding(week, households, hour).values()) most = Math.max(most, value);
  }
  return most;
}

/** A part of a file that ends with a line; `firstLine` is the number of its first line in the file. */
export interface Slice {
  readonly from: number;
  readonly to: number;
  readonly firstLine: number;
}

const NEW_LINE = 10;

/** The header's end and the parts after it, each of at most about `most` bytes. */
export function slices(bytes: Uint8Array, most: number): { header: number; parts: Slice[] } {
  const first = bytes.indexOf(NEW_LINE);
  const header = first < 0 ? bytes.length : first + 1;
  const parts: Slice[] = [];
  let line = 2;
  for (let from = header; from < bytes.length;) {
    const wanted = Math.min(bytes.length, from + most);
    const end = wanted === bytes.length ? -1 : bytes.indexOf(NEW_LINE, wanted);
    const to = end < 0 ? bytes.length : end + 1;
    parts.push({ from, to, firstLine: line });
    for (let at = from; at < to; at++) if (bytes[at] === NEW_LINE) line++;
    from = to;
  }
  return { header, parts };
}

export const NOTHING_IMPORTED: Imported = { imported: 0, duplicate: 0, rejectedCount: 0, rejected: [] };
const MOST_LISTED = 200;

export function together(one: Imported, other: Imported): Imported {
  return {
    imported: one.imported + other.imported,
    duplicate: one.duplicate + other.duplicate,
    rejectedCount: one.rejectedCount + other.rejectedCount,
    rejected: [...one.rejected, ...other.rejected].slice(0, MOST_LISTED),
  };
}
