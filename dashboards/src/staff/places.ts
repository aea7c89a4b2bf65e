import { useStore } from '../ui/store';
import type { Alert } from '../wire/alerts';
import { desk } from './hands';
import { alertPlace } from './words';

/** Where an alert is, in the words of the site. */
export function usePlaces(): (alert: Alert) => string {
  const sheds = useStore(desk, state => state.board.sheds);
  const site = useStore(desk, state => state.site);
  return alert => alertPlace(alert, sheds, site);
}
