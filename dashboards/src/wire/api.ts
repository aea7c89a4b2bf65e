import { maybe, number, object, parse, parseJson, Problem, text, type Shape } from './shape';

/** Problem details after RFC 9457, or what we can say when even those are missing. */
export interface Trouble {
  readonly kind: 'unreachable' | 'refused' | 'unreadable';
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable problem type of the server; empty when there is none. */
  readonly type: string;
  readonly detail: string;
}

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** An answer that takes longer counts as none. */
const PATIENCE_MILLIS = 15_000;

/** `patienceMillis`: for what the server works out anew, which takes longer than reading. */
export interface Asking extends RequestInit {
  readonly patienceMillis?: number;
}

const problemDetails = object({
  type: maybe(text),
  title: maybe(text),
  detail: maybe(text),
  status: maybe(number),
});

export function trouble(kind: Trouble['kind'], status: number, type: string, detail: string): Answer<never> {
  return { ok: false, trouble: { kind, status, type, detail } };
}

/** Asks once and never throws; the caller decides whether to ask again. */
export function ask<T>(shape: Shape<T>, path: string, asking: Asking = {}): Promise<Answer<T>> {
  return exchange(path, asking, async response => readAnswer(shape, response.status, await response.text()));
}

/** A file as it came, with its name. */
export interface FileAnswer {
  readonly name: string;
  readonly content: Blob;
}

export function askForFile(path: string): Promise<Answer<FileAnswer>> {
  return exchange(path, {}, async response => {
    const name = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? '';
    return { ok: true, value: { name, content: await response.blob() } };
  });
}

async function exchange<T>(
  path: string,
  asking: Asking,
  read: (response: Response) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const { patienceMillis = PATIENCE_MILLIS, ...init } = asking;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), patienceMillis);
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      signal: patience.signal,
      ...init,
      headers: { Accept: 'application/json, application/problem+json', ...init.headers },
    });
    return await (response.ok ? read(response) : readRefusal(response));
  } catch (failure) {
    return trouble('unreachable', 0, '', failure instanceof Error ? failure.message : '');
  } finally {
    clearTimeout(timer);
  }
}

/** Sends JSON. Browsers cannot send this content type across sites without asking first: our guard against CSRF. */
export function send<T>(shape: Shape<T>, method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) {
  return ask(shape, path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(method === 'DELETE' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
}

/** For answers whose body does not matter. */
export const nothing: Shape<undefined> = () => undefined;

function readAnswer<T>(shape: Shape<T>, status: number, body: string): Answer<T> {
  const value = body === '' ? parse(shape, undefined) : parseJson(shape, body);
  return value instanceof Problem ? trouble('unreadable', status, '', value.toString()) : { ok: true, value };
}

async function readRefusal(response: Response): Promise<Answer<never>> {
  const { status } = response;
  const details = parseJson(problemDetails, await response.text());
  if (details instanceof Problem) return trouble('refused', status, '', '');
  return trouble('refused', status, details.type ?? '', details.detail ?? details.title ?? '');
}
