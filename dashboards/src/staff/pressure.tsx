import { hashOf, PRESSURE_TABS } from '../state/desk';
import { useStore } from '../ui/store';
import { CapacityTab } from './capacity';
import { EffectTab } from './effect';
import { desk } from './hands';
import { PressureMap } from './pressure-map';
import './outcome.css';
import './pressure.css';
import { say as sayPressure } from './pressure-words';
import { say } from './words';

/** Who is turned away, what would help, and whether it did. */
export function PressurePage() {
  const view = useStore(desk, state => state.view);
  if (view.page !== 'pressure') return null;
  const { tab = 'map', query } = view;
  return (
    <main id="content" class="page pressure" tabIndex={-1}>
      <nav class="view-tabs" aria-label={say('nav.pressure')}>
        {PRESSURE_TABS.map(each => (
          <a
            key={each}
            href={hashOf({ page: 'pressure', tab: each })}
            aria-current={each === tab ? 'page' : undefined}
          >
            {sayPressure(`pressure.tab.${each}`)}
          </a>
        ))}
      </nav>
      {tab === 'map' && <PressureMap />}
      {tab === 'capacity' && <CapacityTab query={query} />}
      {tab === 'effect' && <EffectTab query={query} />}
    </main>
  );
}
