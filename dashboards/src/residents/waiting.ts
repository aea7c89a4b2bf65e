import { nameOf } from '../i18n/words';
import { speaker } from '../i18n/speak';
import { wish as words } from '../i18n/catalogue/wish';
import { frameStore } from '../state/store';
import { callsFor, foldWaiting, NOT_WAITING, type Waiting, type WaitingEvent } from '../state/wish';
import { ask, nothing, send, type Answer } from '../wire/api';
import { paths } from '../wire/paths';
import { freeWish, type FreeWish } from '../wire/wish';
import { lookWhenPushed, ring } from './alarm';
import { free } from './follow';
import { keepWish, keptWish } from './kept';

const say = speaker(words);
const AGAIN_MILLIS = 10_000;

/** Goes on while the page is open, whichever part of it is looked at. */
export const waiting = frameStore<Waiting, WaitingEvent>(NOT_WAITING, foldWaiting);

let timer: ReturnType<typeof setTimeout> | undefined;

/** Asks the server to be told of a socket near a building or at one shed. */
export async function askFor(where: { building: string } | { sheds: readonly string[] }): Promise<void> {
  const { token } = keptWish();
  if (token) giveUp(); // One phone waits once.
  const answer = await send(freeWish, 'POST', paths.freeWishes, where);
  if (answer.ok) keepWish(answer.value.wish, 'waiting');
  take(answer);
}

/** Looks again at a wish that an earlier visit made. */
export function takeUp(): void {
  if (!waiting.get().wish) void look();
}

export function giveUp(): void {
  const { token } = keptWish();
  clearTimeout(timer);
  keepWish('', 'waiting');
  waiting.send({ type: 'given-up' });
  if (token) void send(nothing, 'DELETE', paths.freeWish(token));
}

/** Looks what the wish has come to. */
export async function look(): Promise<void> {
  const { token } = keptWish();
  if (!token) return;
  const answer = await ask(freeWish, paths.freeWish(token));
  if (keptWish().token === token) take(answer);
}

lookWhenPushed(look);

function take(answer: Answer<FreeWish>): void {
  clearTimeout(timer);
  waiting.send(
    answer.ok ? { type: 'seen', wish: answer.value } : { type: 'trouble', trouble: answer.trouble },
  );
  const { token, stage } = keptWish();
  if (!token) return;
  if (answer.ok) {
    keepWish(token, answer.value.stage);
    if (callsFor(stage, answer.value.stage))
      ring({
        what: 'offered',
        words: say('near.ring', { place: placeOf(answer.value) }),
        push: answer.value.push,
      });
  }
  if (waiting.get().ended) keepWish('', 'waiting');
  else timer = setTimeout(() => void look(), AGAIN_MILLIS);
}

/** 7号车棚 3 号插座 */
export function placeOf(wish: FreeWish): string {
  const { shed = '', socket = 0 } = wish.offer ?? {};
  return say('near.place', { name: shedName(shed), n: socket });
}

export function shedName(id: string): string {
  const shed = free.get().sheds.find(each => each.shed === id);
  return shed ? nameOf(shed.name) : id;
}
