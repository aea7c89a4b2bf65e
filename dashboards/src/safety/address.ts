/** Where the page is, from the part of its address after `#`: `#/incidents/ID?shed=s01`. */
export interface Address {
  /** Name of a section; empty for the first one. */
  readonly section: string;
  /** What follows the section's name, decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

/** Any address can be read; what no section knows shows the first one. */
export function addressOf(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [section = '', ...rest] = path.split('/').map(decoded);
  return { section, path: rest, query: new URLSearchParams(query) };
}

/** The address of a place inside the page; empty values are left out. */
export function hashOf(
  section: string,
  path: readonly string[] = [],
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const place = [section, ...path].map(encodeURIComponent).join('/');
  return `#/${place}${pairs.length ? `?${new URLSearchParams(pairs)}` : ''}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
