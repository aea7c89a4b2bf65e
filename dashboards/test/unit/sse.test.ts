import { describe, expect, it } from 'vitest';
import { EventReader, MAX_EVENT_CHARACTERS, type Heard } from '../../src/wire/sse';
import { seeded } from '../town/random';

const STREAM =
  ': hello\n\nid: 1\nevent: shed\ndata: {"a":1}\n\ndata: two\ndata:lines\n\nevent: empty\n\nid: 2\r\ndata: crlf\r\n\r\n';

const EXPECTED: Heard[] = [
  { kind: 'comment' },
  { kind: 'event', event: 'shed', data: '{"a":1}', id: '1' },
  { kind: 'event', event: 'message', data: 'two\nlines', id: '1' },
  { kind: 'event', event: 'message', data: 'crlf', id: '2' },
];

describe('the event reader', () => {
  it('reads events, comments, several data lines and both line ends', () => {
    expect(new EventReader().read(STREAM)).toEqual(EXPECTED);
  });

  it('reads the same however the stream is cut into pieces', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seeded(seed);
      const reader = new EventReader();
      const heard: Heard[] = [];
      for (let at = 0; at < STREAM.length;) {
        const size = 1 + Math.floor(random() * 9);
        heard.push(...reader.read(STREAM.slice(at, at + size))!);
        at += size;
      }
      expect(heard, `seed ${seed}`).toEqual(EXPECTED);
    }
  });

  it('gives up a stream whose event passes the bound', () => {
    const reader = new EventReader();
    expect(reader.read('data: ' + 'x'.repeat(MAX_EVENT_CHARACTERS))).toBeNull();
  });
});
