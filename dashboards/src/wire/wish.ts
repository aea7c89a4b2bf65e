import { count, flag, instant, list, maybe, object, text, word, type Of } from './shape';

export const FREE_STAGES = ['waiting', 'offered', 'taken', 'lapsed', 'expired'] as const;
export type FreeStage = (typeof FREE_STAGES)[number];

/**
 * A wish for a free socket; `wish` is the token with which this phone alone reads it, `push` whether it is told with the
 * page closed.
 */
export const freeWish = object({
  wish: text,
  stage: word(FREE_STAGES, 'expired'),
  sheds: list(text),
  place: maybe(count),
  offer: maybe(object({ shed: text, socket: count, until: instant })),
  expiresAt: instant,
  push: flag,
});
export type FreeWish = Of<typeof freeWish>;

export const CHARGE_STAGES = [
  'waiting',
  'full',
  'done',
  'move',
  'stopped',
  'unplugged',
  'moved',
  'expired',
] as const;
export type ChargeStage = (typeof CHARGE_STAGES)[number];

/** A wish to hear how a charge ends. */
export const chargeWish = object({
  wish: text,
  stage: word(CHARGE_STAGES, 'expired'),
  quiet: object({ fromHour: count, toHour: count }),
  push: flag,
});
export type ChargeWish = Of<typeof chargeWish>;

/** The key to which a browser subscribes at its push service. */
export const pushKey = object({ key: text });
