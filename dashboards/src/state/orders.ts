import type { Command } from '../wire/commands';

/** What became of an order, as the page says it. */
export type Outcome = 'waiting' | 'done' | 'refused' | 'expired' | 'unanswered';

/**
 * `now` is the server's time. An order that nobody settled by a minute after its expiry is `unanswered`: the shed may
 * or may not have acted, and the page must not claim either.
 */
export function outcomeOf(order: Command, now: number): Outcome {
  if (order.result) return order.result;
  return now > order.expiresAt + 60_000 ? 'unanswered' : 'waiting';
}

/** Newest orders this page remembers; older ones are in the server's log. */
export const MAX_ORDERS = 400;

/** Newest first, one entry an order; a settled order never goes back to waiting. */
export function withOrders(orders: readonly Command[], news: readonly Command[]): readonly Command[] {
  const byId = new Map(orders.map(order => [order.command, order]));
  for (const order of news) {
    const before = byId.get(order.command);
    if (!before?.result || order.result) byId.set(order.command, order);
  }
  return [...byId.values()]
    .sort((a, b) => b.at - a.at || a.shed.localeCompare(b.shed) || a.socket - b.socket)
    .slice(0, MAX_ORDERS);
}

/** The sheds and sockets that still owe an answer. */
export function waitingOrders(orders: readonly Command[], now: number): readonly Command[] {
  return orders.filter(order => outcomeOf(order, now) === 'waiting');
}
