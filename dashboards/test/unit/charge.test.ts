import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/state/charge';

describe('the code of a socket as people type it', () => {
  it.each([
    ['s07-3', 's07', 3],
    ['S7 3', 's07', 3],
    ['7-3', 's07', 3],
    [' s12 - 11 ', 's12', 11],
  ])('%s', (typed, shed, socket) => {
    expect(codeOf(typed)).toEqual({ shed, socket });
  });

  it.each(['', 's07', '3', 's07-', '<b>-1'])('%s is none', typed => {
    expect(codeOf(typed)).toBeUndefined();
  });
});
