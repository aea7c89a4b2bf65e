import { alert, incident, type Alert, type Incident } from './alerts';
import { command, type Command } from './commands';
import { instant, list, maybe, object, parseJson, Problem, type Of } from './shape';
import { shed, type Shed } from './sheds';

/** The first event of a connection: the whole board at one time of the server. */
export const snapshot = object({
  at: instant,
  sheds: list(shed),
  alerts: maybe(list(alert)),
  incidents: maybe(list(incident)),
});
export type Snapshot = Of<typeof snapshot>;

export type LiveEvent =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'shed'; readonly shed: Shed }
  | { readonly type: 'alert'; readonly alert: Alert }
  | { readonly type: 'incident'; readonly incident: Incident }
  | { readonly type: 'command'; readonly command: Command };

/** Null for an event that this version does not know: it is ignored, as unknown fields are. */
export function liveEvent(event: string, data: string): LiveEvent | Problem | null {
  switch (event) {
    case 'snapshot':
      return wrap(parseJson(snapshot, data), value => ({ type: 'snapshot', snapshot: value }));
    case 'shed':
      return wrap(parseJson(shed, data), value => ({ type: 'shed', shed: value }));
    case 'alert':
      return wrap(parseJson(alert, data), value => ({ type: 'alert', alert: value }));
    case 'incident':
      return wrap(parseJson(incident, data), value => ({ type: 'incident', incident: value }));
    case 'command':
      return wrap(parseJson(command, data), value => ({ type: 'command', command: value }));
    default:
      return null;
  }
}

function wrap<T>(value: T | Problem, make: (value: T) => LiveEvent): LiveEvent | Problem {
  return value instanceof Problem ? value : make(value);
}
