import { nameOf } from '../i18n/words';
import { outcomeOf, type Outcome } from '../state/orders';
import { Age, useNow } from '../ui/now';
import { useStore } from '../ui/store';
import type { Command } from '../wire/commands';
import type { Shed } from '../wire/sheds';
import { desk } from './hands';
import './orders.css';
import { sayReason } from './reason';
import { say } from './words';

/** How many orders of one shed are listed; a whole shed's cut is summed up above them. */
const SHOWN = 12;

/** What became of the orders given here to one shed. */
export function OrderList({ shed }: { shed: Shed }) {
  const orders = useStore(desk, state => state.orders);
  const here = orders.filter(order => order.shed === shed.shed).slice(0, SHOWN);
  if (here.length === 0) return null;
  return (
    <section class="orders" aria-labelledby="orders-title">
      <h3 id="orders-title">{say('orders.title')}</h3>
      {here.length > 1 && <Summary orders={here} />}
      <ul>
        {here.map(order => (
          <OrderLine key={order.command} order={order} shed={nameOf(shed.name)} />
        ))}
      </ul>
    </section>
  );
}

function OrderLine({ order, shed }: { order: Command; shed: string }) {
  const outcome = useNow(now => outcomeOf(order, now));
  return (
    <li class={`order outcome-${outcome}`}>
      <span>{say('order.line', { shed, n: order.socket, what: say(`order.${order.do}`) })}</span>
      <strong aria-live="polite">{outcomeWords(order, outcome)}</strong>
      <Age at={order.outcomeAt ?? order.at} />
    </li>
  );
}

function outcomeWords(order: Command, outcome: Outcome): string {
  const reason = order.reason ? sayReason(order.reason) : '';
  if (outcome === 'refused')
    return reason ? say('outcome.refused', { reason }) : say('outcome.refused.plain');
  if (outcome === 'expired' && reason) return say('outcome.expired.why', { reason });
  return say(`outcome.${outcome}`);
}

function Summary({ orders }: { orders: readonly Command[] }) {
  const line = useNow(now => {
    const tally = { waiting: 0, done: 0, refused: 0, expired: 0, unanswered: 0 };
    for (const order of orders) tally[outcomeOf(order, now)]++;
    return say('orders.summary', { ...tally, expired: tally.expired + tally.unanswered });
  });
  return <p class="quiet">{line}</p>;
}
