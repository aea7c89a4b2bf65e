/** One server-sent event, or a comment (a heartbeat). */
export type Heard =
  | { readonly kind: 'event'; readonly event: string; readonly data: string; readonly id: string }
  | { readonly kind: 'comment' };

/** An event longer than this ends the connection: the snapshot of 1,000 sheds is about a tenth of it. */
export const MAX_EVENT_CHARACTERS = 8_000_000;

/**
 * Reads a server-sent event stream piece by piece (WHATWG HTML, section 9.2). EventSource would hide the comments,
 * and with them the difference between a quiet night and a dead connection.
 */
export class EventReader {
  private rest = '';
  private event = '';
  private data: string[] = [];
  private size = 0;
  private id = '';

  /** Everything that became complete with this piece; null when the stream broke its bound. */
  read(piece: string): Heard[] | null {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    const heard: Heard[] = [];
    for (const line of lines) this.line(line, heard);
    return this.size + this.rest.length > MAX_EVENT_CHARACTERS ? null : heard;
  }

  private line(line: string, heard: Heard[]): void {
    if (line === '') {
      this.dispatch(heard);
      return;
    }
    if (line.startsWith(':')) {
      heard.push({ kind: 'comment' });
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'data') {
      this.data.push(value);
      this.size += value.length;
    } else if (field === 'event') this.event = value;
    else if (field === 'id' && !value.includes('\0')) this.id = value;
  }

  private dispatch(heard: Heard[]): void {
    if (this.data.length > 0) {
      heard.push({ kind: 'event', event: this.event || 'message', data: this.data.join('\n'), id: this.id });
    }
    this.event = '';
    this.data = [];
    this.size = 0;
  }
}
