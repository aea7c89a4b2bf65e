import { useMemo } from 'preact/hooks';
import { watts, whole } from '../i18n/format';
import { totalsOf, type Totals } from '../state/totals';
import { MarkIcon } from '../ui/mark';
import { useStore } from '../ui/store';
import type { Usage } from '../wire/sheds';
import { desk } from './hands';
import './totals.css';
import { say } from './words';

const FIGURES = [
  ['free', 'free'],
  ['charging', 'charging'],
  ['finished', 'finished'],
  ['unusable', 'faulted'],
  ['unknown', 'unknown'],
] as const satisfies readonly (readonly [keyof Totals, Usage])[];

/** The whole site in one line of figures, and as one bar of shares. */
export function TotalsStrip() {
  const sheds = useStore(desk, state => state.board.sheds);
  const totals = useMemo(() => totalsOf(sheds), [sheds]);
  return (
    <section class="totals" aria-label={say('total.label')}>
      <dl>
        {FIGURES.map(([name, usage]) => (
          <div key={name} class={`total total-${name}${totals[name] === 0 ? ' zero' : ''}`}>
            <dt>
              <MarkIcon usage={usage} />
              {say(`total.${name}`)}
            </dt>
            <dd>
              <span class="figure">{whole(totals[name])}</span>
              {name === 'free' && <span class="of">{say('total.of', { n: totals.sockets })}</span>}
            </dd>
          </div>
        ))}
        <div class="total">
          <dt>{say('total.power')}</dt>
          <dd>
            <Power value={totals.watts} />
          </dd>
        </div>
        <div class={totals.shedsOnline < totals.sheds ? 'total attention' : 'total'}>
          <dt>{say('total.sheds')}</dt>
          <dd>
            <span class="figure">{whole(totals.shedsOnline)}</span>
            <span class="of">{say('total.of', { n: totals.sheds })}</span>
          </dd>
        </div>
      </dl>
      <Shares totals={totals} />
    </section>
  );
}

function Power({ value }: { value: number | undefined }) {
  const [number, unit] = watts(value).split('\u00a0');
  return (
    <>
      <span class="figure">{number}</span>
      {unit && <span class="of">{unit}</span>}
    </>
  );
}

/** Shares of all sockets; the figures above say the same in text. */
function Shares({ totals }: { totals: Totals }) {
  let x = 0;
  const scale = totals.sockets ? 1000 / totals.sockets : 0;
  return (
    <svg class="shares" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
      {FIGURES.map(([name]) => {
        const width = totals[name] * scale;
        const part = <rect key={name} class={`share share-${name}`} x={x} width={width} height="10" />;
        x += width;
        return part;
      })}
    </svg>
  );
}
