import { useEffect, useRef, useState } from 'preact/hooks';
import { chargeNews, isOver, type ChargeNews } from '../state/wish';
import { ask, nothing, send, type Trouble } from '../wire/api';
import { paths } from '../wire/paths';
import { chargeWish, type ChargeWish } from '../wire/wish';
import { keepCharge, keptCharge } from './kept';

/** One wish to hear how a charge ends, taken back when its part of the page is left; not where the closed page is told. */
export interface Told {
  /** While it lasts. */
  readonly wish: ChargeWish | undefined;
  readonly refused: Trouble | undefined;
  /** Asks for it, or takes it back. */
  readonly turn: () => void;
  /** Looks what it has come to. */
  readonly look: () => Promise<void>;
}

export function useTold(shed: string, socket: number, tell: (news: ChargeNews, push: boolean) => void): Told {
  const [wish, setWish] = useState(() => ofEarlierVisit(shed, socket));
  const [refused, setRefused] = useState<Trouble>();
  const known = useRef(wish);
  const keep = (next: ChargeWish | undefined) => {
    if (next?.push) keepCharge({ shed, socket, wish: next });
    else if (known.current?.push) keepCharge(undefined);
    known.current = next;
    setWish(next);
  };
  const drop = () => {
    if (known.current) void send(nothing, 'DELETE', paths.chargeWish(known.current.wish));
    keep(undefined);
  };
  const leave = () => {
    if (!known.current?.push) drop();
  };
  useEffect(() => leave, []);
  const turn = () => {
    setRefused(undefined);
    if (known.current) {
      drop();
      return;
    }
    void send(chargeWish, 'POST', paths.chargeWishes, { shed, socket }).then(answer => {
      if (answer.ok) keep(answer.value);
      else setRefused(answer.trouble);
    });
  };
  const look = async () => {
    const before = known.current;
    if (!before) return;
    const answer = await ask(chargeWish, paths.chargeWish(before.wish));
    if (known.current !== before) return;
    if (!answer.ok) {
      if (answer.trouble.status === 404) keep(undefined);
      return;
    }
    const news = chargeNews(before.stage, answer.value.stage);
    keep(answer.value);
    if (isOver(answer.value.stage)) drop();
    if (news) tell(news, before.push);
  };
  return { wish, refused, turn, look };
}

function ofEarlierVisit(shed: string, socket: number): ChargeWish | undefined {
  const kept = keptCharge();
  return kept?.shed === shed && kept.socket === socket ? kept.wish : undefined;
}
