import { useEffect, useRef, useState } from 'preact/hooks';
import { nameOf } from '../i18n/words';
import { offerOf } from '../state/free';
import { nearestFree, walkMinutes } from '../state/walk';
import { useStore } from '../ui/store';
import type { Shed } from '../wire/sheds';
import { serverTime, place } from './follow';
import type { Start } from './page';
import { say, sentenceOf } from './words';
import './plan.css';

const MARGIN = 28;
const TILE = 34;

/** The estate from above, north up, with the way to the nearest free shed or to the one that was tapped. */
export function Plan(props: { sheds: readonly Shed[]; start: Start | undefined; stale: boolean }) {
  const { sheds, start, stale } = props;
  const site = useStore(place, state => state);
  const [chosen, setChosen] = useState('');
  const goal =
    sheds.find(each => each.shed === chosen) ?? (start ? nearestFree(sheds, start.at, stale) : undefined);
  const view = useRef<HTMLDivElement>(null);
  useEffect(() => centre(view.current), [start?.at.x, goal?.x]);
  const walk = (shed: Shed) => (start && start.shed !== shed.shed ? walkMinutes(start.at, shed) : undefined);
  const told = (shed: Shed) =>
    sentenceOf({ shed, offer: offerOf(shed, stale), walk: walk(shed), now: serverTime() });
  return (
    <section class="town-plan" aria-label={say('plan.label')}>
      <p class="way" role="status">
        {goal ? told(goal) : ''}
      </p>
      <div ref={view} class="town-scroll" tabIndex={0} role="group" aria-label={say('plan.label')}>
        <svg
          viewBox={boxOf([...sheds, ...(site?.buildings ?? [])])}
          role="group"
          aria-label={say('plan.label')}
        >
          {(site?.buildings ?? []).map(each => (
            <rect
              key={each.building}
              class="slab"
              x={each.x - 17}
              y={-each.y - 5}
              width="34"
              height="10"
              rx="1"
            />
          ))}
          {start && goal && (
            <line class="way-line" x1={start.at.x} y1={-start.at.y} x2={goal.x} y2={-goal.y} />
          )}
          {sheds.map(shed => (
            <Tile
              key={shed.shed}
              shed={shed}
              stale={stale}
              chosen={goal?.shed === shed.shed}
              label={told(shed)}
              onChoose={() => setChosen(shed.shed)}
            />
          ))}
          {start && <circle class="me" cx={start.at.x} cy={-start.at.y} r="7" />}
        </svg>
      </div>
      <p class="quiet">
        {say('plan.note')}
        {site?.illustration && ` ${say('plan.illustration')}`}
      </p>
    </section>
  );
}

/** A plan that is wider than the phone shows first where one stands, or where one goes. */
function centre(view: HTMLElement | null): void {
  const spot = view?.querySelector('.chosen, .me')?.getBoundingClientRect();
  if (!view || !spot) return;
  const frame = view.getBoundingClientRect();
  view.scrollLeft += spot.left + spot.width / 2 - frame.left - frame.width / 2;
}

function Tile(props: { shed: Shed; stale: boolean; chosen: boolean; label: string; onChoose: () => void }) {
  const { shed, stale, onChoose } = props;
  const offer = offerOf(shed, stale);
  return (
    <g
      class={`spot offer-${offer}${props.chosen ? ' chosen' : ''}`}
      transform={`translate(${shed.x} ${-shed.y})`}
      role="button"
      tabindex={0} // SVG knows attributes by their exact names only.
      aria-pressed={props.chosen}
      aria-label={props.label}
      onClick={onChoose}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      <rect x={-TILE / 2} y={-TILE / 2} width={TILE} height={TILE} rx="5" />
      <text class="spot-free" y="5">
        {offer === 'free' ? shed.counts.free : offer === 'full' ? '0' : '?'}
      </text>
      <text class="spot-name" y="14">
        {nameOf(shed.name).replace(/车棚$/, '')}
      </text>
    </g>
  );
}

function boxOf(places: readonly { x: number; y: number }[]): string {
  const xs = places.map(each => each.x);
  const ys = places.map(each => -each.y);
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return `${left} ${top} ${Math.max(...xs) + MARGIN - left} ${Math.max(...ys) + MARGIN - top}`;
}
