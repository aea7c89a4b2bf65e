import type { Action, Command } from '../../src/wire/commands';
import type { Usage } from '../../src/wire/sheds';
import { chargesOf, wattsAt } from './history';
import place from './liuxi.json';
import { seeded } from './random';
import { alertJson, orderJson, shedJson, type TownAlert } from './said';

export interface Socket {
  socket: number;
  usage: Usage;
  relay: 'open' | 'closed';
  watts: number;
  wattHours: number;
  since: number;
  at: number;
}

export interface Shed {
  shed: string;
  name: { zh: string; en: string };
  x: number;
  y: number;
  state: string;
  heardAt: number;
  sockets: Socket[];
  maintenance: { until: number; why: string; startedBy: string; startedAt: number } | undefined;
}

/** What the town tells: names of the server-sent events with their bodies. */
export type Tell = (event: 'shed' | 'alert' | 'command', body: unknown) => void;

/** A plausible small town of its own time, for developing and testing pages without the server. */
export class Town {
  readonly sheds: Shed[];
  readonly alerts: TownAlert[] = [];
  readonly orders: (Omit<Command, 'at' | 'expiresAt' | 'outcomeAt'> & {
    at: number;
    expiresAt: number;
    outcomeAt?: number;
  })[] = [];
  /** What sheds answer to orders; `silence` never answers. */
  answer: 'done' | 'refused' | 'silence' = 'done';
  /** What was reported, as it came. */
  readonly reports: unknown[] = [];
  private readonly random: () => number;
  private readonly startedMark = performance.now();
  private number = 0;

  /**
   * @param startAt the town's epoch milliseconds at its start
   * @param pace town's milliseconds per millisecond
   */
  constructor(
    private readonly tell: Tell,
    private readonly startAt: number,
    private readonly pace = 1,
    seed = 7,
  ) {
    this.random = seeded(seed);
    this.sheds = place.sheds.map(each => ({
      shed: each.shed,
      name: each.name,
      x: each.x,
      y: each.y,
      state: 'online',
      heardAt: startAt - Math.floor(this.random() * 40_000),
      sockets: Array.from({ length: each.sockets }, (_, index) => this.socket(each.shed, index + 1)),
      maintenance: undefined,
    }));
  }

  now(): number {
    return Math.floor(this.startAt + (performance.now() - this.startedMark) * this.pace);
  }

  shedById(id: string): Shed | undefined {
    return this.sheds.find(each => each.shed === id);
  }

  /** One shed sends a message: its watts move a little, sometimes a bike comes or goes. */
  stir(): void {
    const online = this.sheds.filter(each => each.state === 'online');
    const shed = online[Math.floor(this.random() * online.length)];
    if (!shed) return;
    const now = this.now();
    shed.heardAt = now;
    for (const socket of shed.sockets) {
      if (socket.usage !== 'charging' || this.random() < 0.4) continue;
      socket.watts = Math.max(20, socket.watts + (this.random() - 0.5) * 6);
      socket.at = now;
    }
    const lucky = shed.sockets[Math.floor(this.random() * shed.sockets.length)]!;
    if (this.random() < 0.25) this.turn(lucky, now);
    this.tell('shed', this.shedJson(shed));
  }

  private turn(socket: Socket, now: number): void {
    const next: Partial<Record<Usage, Usage>> = { free: 'charging', charging: 'finished', finished: 'free' };
    const usage = next[socket.usage];
    if (usage)
      this.use(
        socket,
        usage,
        usage === 'charging' ? 120 + this.random() * 190 : usage === 'finished' ? 1.8 : 0,
        now,
      );
  }

  private use(socket: Socket, usage: Usage, watts: number, now: number): void {
    Object.assign(socket, { usage, watts, since: now, at: now });
  }

  private socket(shed: string, socket: number): Socket {
    const charge = chargesOf(shed, socket, this.startAt, this.startAt + 1)[0];
    const usage: Usage = !charge ? 'free' : this.startAt < charge.finishedAt ? 'charging' : 'finished';
    const since = !charge
      ? this.startAt - this.random() * 7_200_000
      : usage === 'charging'
        ? charge.startedAt
        : charge.finishedAt;
    return {
      socket,
      usage,
      relay: 'closed',
      watts: charge ? wattsAt([charge], this.startAt) : 0,
      wattHours: Math.floor(12_000 + this.random() * 90_000),
      since: Math.floor(since),
      at: this.startAt - Math.floor(this.random() * (usage === 'free' ? 280_000 : 55_000)),
    };
  }

  /** Trips or breaks one socket and raises the alert that belongs to it. */
  hurt(id: string, n: number, kind: string, measured: number, limit: number, ageMillis = 0): TownAlert {
    const shed = this.shedById(id)!;
    const socket = shed.sockets[n - 1]!;
    const at = this.now() - ageMillis;
    const trips = kind === 'overcurrent' || kind === 'overpower';
    this.use(socket, trips ? 'tripped' : 'faulted', 0, at);
    if (trips) socket.relay = 'open';
    shed.heardAt = this.now();
    const alert: TownAlert = {
      alert: `${id}-${++this.number}`,
      rule: 'hardware',
      kind,
      severity: trips ? 'critical' : 'major',
      shed: id,
      socket: n,
      state: 'active-unacknowledged',
      raisedAt: at,
      measured,
      limit,
      relayOpened: trips,
    };
    return this.raise(alert, shed);
  }

  /** A shed that is no longer heard: its sockets are unknown, never free. */
  lose(id: string, ageMillis = 0): TownAlert {
    const shed = this.shedById(id)!;
    shed.state = 'lost';
    shed.heardAt = this.now() - ageMillis;
    return this.raise(
      {
        alert: `${id}-${++this.number}`,
        rule: 'shed-offline',
        severity: 'major',
        shed: id,
        state: 'active-unacknowledged',
        raisedAt: this.now() - Math.max(0, ageMillis - 180_000),
      },
      shed,
    );
  }

  private raise(alert: TownAlert, shed: Shed): TownAlert {
    this.alerts.push(alert);
    this.tell('shed', this.shedJson(shed));
    this.tell('alert', alertJson(alert));
    return alert;
  }

  acknowledge(id: string, by: string): TownAlert | undefined {
    const alert = this.alerts.find(each => each.alert === id);
    if (!alert) return undefined;
    alert.acknowledgedBy = by;
    alert.state = alert.clearedAt === undefined ? 'active-acknowledged' : 'closed';
    this.tell('alert', alertJson(alert));
    return alert;
  }

  /** Takes an order; the shed answers a little later. */
  order(shed: Shed, socket: Socket, action: Action, by: string) {
    const now = this.now();
    const order: Town['orders'][number] = {
      command: `01TOWN${String(++this.number).padStart(6, '0')}`,
      shed: shed.shed,
      socket: socket.socket,
      do: action,
      by,
      at: now,
      expiresAt: now + 60_000,
      result: undefined,
      reason: undefined,
    };
    this.orders.unshift(order);
    setTimeout(() => this.obey(order, shed, socket), 700 + this.random() * 500);
    return order;
  }

  private obey(order: Town['orders'][number], shed: Shed, socket: Socket): void {
    if (this.answer === 'silence') return;
    const now = this.now();
    const refused = this.answer === 'refused';
    Object.assign(order, {
      result: this.answer,
      outcomeAt: now,
      ...(refused && { reason: 'the cause persists: overcurrent' }),
    });
    this.tell('command', orderJson(order));
    if (refused) return;
    socket.relay = order.do === 'open-relay' ? 'open' : 'closed';
    this.use(socket, order.do === 'open-relay' ? 'disabled' : 'free', 0, now);
    shed.heardAt = now;
    this.tell('shed', this.shedJson(shed));
  }

  maintain(shed: Shed, until: number | undefined, why: string, by: string): void {
    shed.maintenance = until === undefined ? undefined : { until, why, startedBy: by, startedAt: this.now() };
    this.tell('shed', this.shedJson(shed));
  }

  shedJson(shed: Shed, withSockets = true, staff = true) {
    return shedJson(shed, this.now(), withSockets, staff);
  }
}
