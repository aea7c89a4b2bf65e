import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { answer, type Reply } from './routes';
import { pastDrills, type TownDrill } from './drills';
import { TownDuty } from './duty';
import { TownRules } from './rules';
import { TownNotices } from './notices';
import { Town } from './town';
import { TownWishes } from './wishes';

/** The same policy as the server's: what breaks it breaks a test here. */
const policy = (styles: readonly string[]) =>
  `default-src 'none'; script-src 'self'; style-src ${["'self'", ...styles].join(' ')}; img-src 'self' data: blob:; font-src 'self'; ` +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The styles that the build put into a page. */
const stylesIn = (page: string) =>
  [...page.matchAll(/<style>(.*?)<\/style>/gs)].map(
    ([, style]) => `'sha256-${createHash('sha256').update(style!).digest('base64')}'`,
  );

const bytesOf = (body: unknown) =>
  body instanceof Uint8Array ? body : Buffer.from(body === undefined ? '' : JSON.stringify(body));

const takesGzip = (request: IncomingMessage) => /gzip/.test(String(request.headers['accept-encoding']));

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const PAGES: Record<string, string> = { '/': 'index.html', '/staff': 'staff.html', '/safety': 'safety.html' };

export interface TownSettings {
  /** Folder of the built pages. */
  readonly files: string;
  readonly port?: number;
  readonly startAt?: number;
  readonly pace?: number;
  /** Milliseconds between two messages of the town; 0: it stands still. */
  readonly stirMillis?: number;
  /** Everybody is logged in. */
  readonly open?: boolean;
  /** As whom; `staff-1` otherwise. */
  readonly user?: string;
}

/** Speaks the REST and SSE shapes of the server for a town that moves. Listens on 127.0.0.1 only. */
export class TownServer {
  readonly town: Town;
  readonly duty: TownDuty;
  readonly rules = new TownRules();
  readonly notices: TownNotices;
  readonly drills: TownDrill[];
  /** What staff told reporters, by code. */
  readonly answers = new Map<string, string>();
  readonly wishes = new TownWishes();
  /** No night has passed yet: nothing is estimated. */
  unfitted = false;
  /** While false, the event stream and all answers fail: the network is away. */
  reachable = true;
  /** While true the stream stays open and silent, as behind a dead router. */
  mute = false;
  private readonly streams = new Set<ServerResponse>();
  private readonly server: Server;
  private readonly timers: ReturnType<typeof setInterval>[] = [];
  private eventNumber = 0;
  readonly logins = new Set<string>();
  /** What pages that came back said they had heard last. */
  readonly lastEventIds: string[] = [];

  constructor(private readonly settings: TownSettings) {
    const startAt = settings.startAt ?? Date.now();
    this.town = new Town((event, body) => this.tell(event, body), startAt, settings.pace ?? 1);
    this.duty = new TownDuty(startAt);
    this.notices = new TownNotices(startAt);
    this.drills = pastDrills(startAt);
    this.server = createServer((request, response) => void this.take(request, response));
  }

  async start(): Promise<string> {
    await new Promise<void>(resolve => this.server.listen(this.settings.port ?? 0, '127.0.0.1', resolve));
    const stir = this.settings.stirMillis ?? 400;
    if (stir > 0) this.timers.push(setInterval(() => this.town.stir(), stir));
    this.timers.push(setInterval(() => this.write(': still here\n\n'), 15_000));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    this.cutStreams();
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  /** Drops all open event streams; pages come back on their own. */
  cutStreams(): void {
    for (const stream of this.streams) stream.destroy();
    this.streams.clear();
  }

  private tell(event: string, body: unknown): void {
    this.write(`id: ${++this.eventNumber}\nevent: ${event}\ndata: ${JSON.stringify(body)}\n\n`);
  }

  private write(frame: string): void {
    if (!this.mute) for (const stream of this.streams) stream.write(frame);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.reachable) {
      request.socket.destroy();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://town');
    response.setHeader('Content-Security-Policy', policy([]));
    response.setHeader('Cache-Control', 'no-store');
    const user = this.settings.open ? (this.settings.user ?? 'staff-1') : this.userOf(request);
    const lastEventId = request.headers['last-event-id'];
    if (typeof lastEventId === 'string') this.lastEventIds.push(lastEventId);
    if (url.pathname === '/api/v1/live') this.openStream(response, user !== undefined);
    else if (url.pathname.startsWith('/api/'))
      this.reply(request, response, await this.api(request, url, user));
    else await this.file(request, response, url.pathname);
  }

  private async api(request: IncomingMessage, url: URL, user: string | undefined): Promise<Reply> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const isJson = String(request.headers['content-type']).includes('json');
    const body: unknown = text && isJson ? JSON.parse(text) : text || undefined;
    return answer({ method: request.method ?? 'GET', url, body, user }, this);
  }

  private userOf(request: IncomingMessage): string | undefined {
    const token = /shedwatch_login=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
    return token && this.logins.has(token) ? 'staff-1' : undefined;
  }

  private reply(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
    const body = bytesOf(reply.body);
    const zip = !(reply.body instanceof Uint8Array) && body.length > 0 && takesGzip(request);
    response.writeHead(reply.status, {
      'Content-Type': reply.status < 400 ? 'application/json' : 'application/problem+json',
      ...(zip && { 'Content-Encoding': 'gzip' }),
      ...reply.headers,
    });
    response.end(zip ? gzipSync(body) : body);
  }

  private openStream(response: ServerResponse, staff: boolean): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    const sheds = this.town.sheds.map(shed => this.town.shedJson(shed, true, staff));
    const snapshot = { at: new Date(this.town.now()).toISOString(), sheds };
    response.write(`id: ${this.eventNumber}\nevent: snapshot\ndata: ${JSON.stringify(snapshot)}\n\n`);
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
  }

  /** Zipped, like the server's: what a page weighs on its way is part of what it is measured by. */
  private async file(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const name = PAGES[path] ?? path.slice(1);
    const safe = /^(assets\/)?[\w-]+(\.[\w-]+)+$/.test(name);
    try {
      if (!safe) throw new Error('no such name');
      const content = await readFile(join(this.settings.files, name));
      const zip = takesGzip(request);
      if (name.endsWith('.html'))
        response.setHeader('Content-Security-Policy', policy(stylesIn(content.toString('utf8'))));
      response.writeHead(200, {
        'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream',
        ...(zip && { 'Content-Encoding': 'gzip' }),
      });
      response.end(zip ? gzipSync(content) : content);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' });
      response.end('not found');
    }
  }
}
