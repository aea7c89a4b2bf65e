import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nameOf } from '../i18n/words';
import { Mark, MarkIcon } from '../ui/mark';
import { memo } from '../ui/memo';
import { severityPath } from '../ui/severity';
import { useStore } from '../ui/store';
import type { Severity } from '../wire/alerts';
import type { Site } from '../wire/people';
import { USAGES, type Shed } from '../wire/sheds';
import { troubled } from './alerts';
import { desk, go } from './hands';
import './plan.css';
import { say, shortName } from './words';

/** Sizes in metres of the site's plan. */
const SLAB = { width: 35, height: 10 };
const PITCH = 6.2;
const HEAD = 7.6;
const MARGIN = 6;
/** A plan may be drawn taller than it is, so that it fills a wall; more than this would mislead about distances. */
const MOST_STRETCH = 1.35;

/** The site from above, north up: buildings as slabs, each shed a tile with a mark for each socket. */
export function Plan() {
  const site = useStore(desk, state => state.site);
  const sheds = useStore(desk, state => state.board.sheds);
  const alerts = useStore(desk, state => state.board.alerts);
  const open = useStore(desk, state => (state.view.page === 'board' ? state.view.shed : undefined));
  const worst = useMemo(() => troubled(alerts), [alerts]);
  const place = useRef<HTMLDivElement>(null);
  const shape = useShape(place);
  const { stretch, box } = useMemo(() => frameOf(site, sheds, shape), [site, sheds.length, shape]);
  return (
    <section class="panel plan" aria-labelledby="plan-title">
      <header class="panel-head">
        <h2 id="plan-title">{say('plan.title')}</h2>
        {site?.illustration && <span class="quiet">{say('plan.illustration')}</span>}
        <Legend />
      </header>
      <div class="plan-scroll" ref={place} tabIndex={0} role="group" aria-labelledby="plan-title">
        <svg class="plan-svg" viewBox={box} role="group" aria-labelledby="plan-title">
          {site && <Buildings site={site} stretch={stretch} />}
          {sheds.map(shed => (
            <ShedTile
              key={shed.shed}
              shed={shed}
              stretch={stretch}
              open={shed.shed === open}
              alert={worst.get(shed.shed)}
            />
          ))}
        </svg>
      </div>
    </section>
  );
}

const Buildings = memo(function Buildings({ site, stretch }: { site: Site; stretch: number }) {
  return (
    <g class="buildings" aria-hidden="true">
      {site.buildings.map(building => (
        <g key={building.building} transform={`translate(${building.x} ${-building.y * stretch})`}>
          <rect x={-SLAB.width / 2} y={-SLAB.height / 2} width={SLAB.width} height={SLAB.height} rx="1" />
          <text y="2.2">{buildingNumber(building.name ? nameOf(building.name) : building.building)}</text>
        </g>
      ))}
    </g>
  );
});

function buildingNumber(name: string): string {
  return name.replace(/^Building\s+/i, '').replace(/号楼$/, '');
}

interface TileProps {
  shed: Shed;
  stretch: number;
  open: boolean;
  alert: Severity | undefined;
}

const ShedTile = memo(function ShedTile({ shed, stretch, open, alert }: TileProps) {
  const usages = (shed.sockets ?? []).map(socket => socket.usage);
  const columns = Math.max(4, Math.ceil(usages.length / 2));
  const width = columns * PITCH + 3;
  const height = HEAD + 2 * PITCH + 1.5;
  const dark = shed.state !== 'online';
  const view = { page: 'board', shed: shed.shed } as const;
  return (
    <g
      class={`shed-tile${open ? ' open' : ''}${dark ? ' silent' : ''}${alert ? ` alert-${alert}` : ''}`}
      transform={`translate(${shed.x - width / 2} ${-shed.y * stretch - height / 2})`}
      role="button"
      tabindex={0} // SVG knows attributes by their exact names only.
      aria-label={shedSentence(shed)}
      onClick={() => go(view)}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go(view);
      }}
    >
      <rect class="tile" width={width} height={height} rx="2" />
      <text class="tile-name" x="2.2" y="6.5">
        {shortName(nameOf(shed.name))}
      </text>
      <text class={tileNoteClass(shed)} x={width - 2.2} y="6.5">
        {tileNote(shed)}
      </text>
      {usages.map((usage, index) => (
        <Mark
          key={index}
          usage={usage}
          x={1.5 + PITCH / 2 + (index % columns) * PITCH}
          y={HEAD + PITCH / 2 + Math.floor(index / columns) * PITCH}
          size={0.52}
        />
      ))}
      {alert && (
        <path
          class="tile-alert"
          d={severityPath(alert)}
          transform={`translate(${width / 2} -2) scale(.75)`}
        />
      )}
    </g>
  );
});

function tileNote(shed: Shed): string {
  if (shed.maintenance) return say('plan.maintenance');
  return shed.state === 'online' ? String(shed.counts.free) : say(`shed.${shed.state}`);
}

function tileNoteClass(shed: Shed): string {
  const words = shed.maintenance || shed.state !== 'online';
  return `tile-free${words ? ' words' : ''}${shed.counts.free === 0 ? ' none' : ''}`;
}

export function shedSentence(shed: Shed): string {
  return say('plan.shed', { name: nameOf(shed.name), state: say(`shed.${shed.state}`), ...shed.counts });
}

function Legend() {
  return (
    <ul class="legend" aria-label={say('legend.label')}>
      {USAGES.map(usage => (
        <li key={usage}>
          <MarkIcon usage={usage} />
          {say(`usage.${usage}`)}
        </li>
      ))}
    </ul>
  );
}

/** Height over width of the room for the plan; follows the window. */
function useShape(place: { readonly current: HTMLElement | null }): number {
  const [shape, setShape] = useState(0);
  useEffect(() => {
    const element = place.current!;
    const watcher = new ResizeObserver(() =>
      setShape(element.clientHeight / Math.max(1, element.clientWidth)),
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, []);
  return shape;
}

/** Room for everything that is drawn, whatever the positions, stretched to the shape of the room as far as honest. */
function frameOf(
  site: Site | undefined,
  sheds: readonly Shed[],
  shape: number,
): { stretch: number; box: string } {
  const places = [...(site?.buildings ?? []), ...sheds];
  if (places.length === 0) return { stretch: 1, box: '0 0 340 260' };
  const xs = places.map(place => place.x);
  const ys = places.map(place => -place.y);
  const padX = SLAB.width / 2 + MARGIN;
  const padY = SLAB.height / 2 + MARGIN;
  const width = Math.max(...xs) - Math.min(...xs) + 2 * padX;
  const span = Math.max(...ys) - Math.min(...ys);
  const wanted = span > 0 ? (shape * width - 2 * padY) / span : 1;
  const stretch = Math.min(MOST_STRETCH, Math.max(1, wanted));
  const top = Math.min(...ys) * stretch - padY;
  return { stretch, box: `${Math.min(...xs) - padX} ${top} ${width} ${span * stretch + 2 * padY}` };
}
