/** What a telephone dials of a number that has words and blanks in it: `021-0000 0000（24 小时）`. */
export function dialled(number: string): string {
  return /\+?\d[\d\s()-]*/.exec(number)?.[0].replace(/[^+\d]/g, '') ?? '';
}
