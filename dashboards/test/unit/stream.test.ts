import { afterEach, describe, expect, it } from 'vitest';
import { paths } from '../../src/wire/paths';
import { LiveStream, waitMillis, type StreamNews } from '../../src/wire/stream';
import { TownServer } from '../town/server';

describe('waiting before the next attempt', () => {
  it('doubles to a bound and is spread over its upper half', () => {
    expect(waitMillis(0, 0)).toBe(250);
    expect(waitMillis(0, 1)).toBe(500);
    expect(waitMillis(3, 1)).toBe(4_000);
    expect(waitMillis(50, 0)).toBe(10_000);
    expect(waitMillis(50, 1)).toBe(20_000);
  });
});

describe('the live stream', () => {
  const closing: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  async function listen() {
    const server = new TownServer({ files: '/nowhere', stirMillis: 0, open: true });
    const address = await server.start();
    closing.push(() => server.stop());
    const news: StreamNews[] = [];
    let wake = () => {};
    const stream = new LiveStream(address + paths.live, each => {
      news.push(each);
      wake();
    });
    closing.push(() => stream.stop());
    const until = async (seen: (each: StreamNews) => boolean) => {
      while (!news.some(seen)) await new Promise<void>(resolve => (wake = resolve));
    };
    stream.start();
    await until(each => each.type === 'live');
    return { server, news, until };
  }

  it('begins with a snapshot and goes on with changes', async () => {
    const { server, news, until } = await listen();
    server.town.hurt('s02', 1, 'overcurrent', 16, 5.5);
    await until(each => each.type === 'live' && each.event.type === 'alert');
    const events = news.flatMap(each => (each.type === 'live' ? [each.event.type] : []));
    expect(events).toEqual(['snapshot', 'shed', 'alert']);
  });

  it('says that it was lost, comes back by itself, and tells the server where it was', async () => {
    const { server, news, until } = await listen();
    server.town.stir();
    await until(each => each.type === 'live' && each.event.type === 'shed');
    server.cutStreams();
    await until(each => each.type === 'lost');
    news.length = 0;
    await until(each => each.type === 'live');
    expect(server.lastEventIds.at(-1)).toBe('1');
  });
});
