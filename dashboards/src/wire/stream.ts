import { liveEvent, type LiveEvent } from './live';
import { Problem } from './shape';
import { EventReader } from './sse';

/** What the page learns from its connection. */
export type StreamNews =
  | { readonly type: 'live'; readonly event: LiveEvent }
  | { readonly type: 'heard' }
  | { readonly type: 'unreadable'; readonly problem: Problem }
  | { readonly type: 'lost'; readonly status: number; readonly again: number };

/** The server comments every 15 s; after more than two missed ones the connection is given up and made again. */
export const SILENCE_MILLIS = 35_000;
const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 20_000;

/**
 * Waiting time before attempt n (0, 1, 2 ...): doubles up to a bound, spread evenly over its upper half, so that a
 * thousand pages do not come back in the same second after a restart of the server.
 */
export function waitMillis(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** Math.min(attempt, 10));
  return longest / 2 + (random * longest) / 2;
}

/** Keeps one connection for as long as the page lives; after a loss it resumes by Last-Event-ID. */
export class LiveStream {
  private lastId = '';
  private attempt = 0;
  private stopped = false;
  private connection = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly path: string,
    private readonly tell: (news: StreamNews) => void,
  ) {}

  start(): void {
    this.stopped = false;
    void this.connect();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.connection.abort();
  }

  /** A phone that wakes up, or a network that comes back, does not wait for the back-off. */
  hurry(): void {
    if (this.stopped || this.attempt === 0) return;
    this.attempt = 0;
    clearTimeout(this.timer);
    void this.connect();
  }

  private async connect(): Promise<void> {
    this.connection.abort();
    const connection = new AbortController();
    this.connection = connection;
    let status = 0;
    try {
      this.watch(connection);
      const response = await fetch(this.path, {
        credentials: 'same-origin',
        cache: 'no-store',
        signal: connection.signal,
        headers: { Accept: 'text/event-stream', ...(this.lastId ? { 'Last-Event-ID': this.lastId } : {}) },
      });
      status = response.status;
      if (response.ok && response.body) await this.listen(response.body.getReader(), connection);
      else this.lastId = '';
    } catch {
      // Unreachable, reset or given up as silent: for the page all the same, it reconnects below.
    }
    if (this.stopped || connection !== this.connection) return;
    connection.abort();
    clearTimeout(this.timer);
    const wait = waitMillis(this.attempt++, Math.random());
    this.tell({ type: 'lost', status, again: wait });
    this.timer = setTimeout(() => void this.connect(), wait);
  }

  private async listen(
    reader: ReadableStreamDefaultReader<Uint8Array>,
    connection: AbortController,
  ): Promise<void> {
    const decoder = new TextDecoder();
    const events = new EventReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      this.watch(connection);
      const heard = events.read(decoder.decode(value, { stream: true }));
      if (heard === null) {
        this.tell({ type: 'unreadable', problem: new Problem('event', 'a bounded event') });
        return;
      }
      this.tell({ type: 'heard' });
      for (const each of heard) if (each.kind === 'event') this.take(each.event, each.data, each.id);
    }
  }

  private take(name: string, data: string, id: string): void {
    const event = liveEvent(name, data);
    if (event instanceof Problem) this.tell({ type: 'unreadable', problem: event });
    else if (event) this.tell({ type: 'live', event });
    if (id) this.lastId = id;
    this.attempt = 0;
  }

  private watch(connection: AbortController): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => connection.abort(), SILENCE_MILLIS);
  }
}
