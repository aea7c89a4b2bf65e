import { useMemo } from 'preact/hooks';
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
import { say, shortName } from './words';

/** Sizes in metres of the site's plan. */
const SLAB = { width: 34, height: 9 };
const PITCH = 5;
const HEAD = 6.5;
const MARGIN = 5;

/** The site from above, north up: buildings as slabs, each shed a tile with a mark for each socket. */
export function Plan() {
  const site = useStore(desk, state => state.site);
  const sheds = useStore(desk, state => state.board.sheds);
  const alerts = useStore(desk, state => state.board.alerts);
  const open = useStore(desk, state => (state.view.page === 'board' ? state.view.shed : undefined));
  const worst = useMemo(() => troubled(alerts), [alerts]);
  const box = useMemo(() => viewBox(site, sheds), [site, sheds.length]);
  return (
    <section class="panel plan" aria-labelledby="plan-title">
      <header class="panel-head">
        <h2 id="plan-title">{say('plan.title')}</h2>
        {site?.illustration && <span class="quiet">{say('plan.illustration')}</span>}
        <Legend />
      </header>
      <div class="plan-scroll" tabIndex={0} role="group" aria-labelledby="plan-title">
        <svg class="plan-svg" viewBox={box} role="group" aria-labelledby="plan-title">
          {site && <Buildings site={site} />}
          {sheds.map(shed => (
            <ShedTile key={shed.shed} shed={shed} open={shed.shed === open} alert={worst.get(shed.shed)} />
          ))}
        </svg>
      </div>
    </section>
  );
}

const Buildings = memo(function Buildings({ site }: { site: Site }) {
  return (
    <g class="buildings" aria-hidden="true">
      {site.buildings.map(building => (
        <g key={building.building} transform={`translate(${building.x} ${-building.y})`}>
          <rect x={-SLAB.width / 2} y={-SLAB.height / 2} width={SLAB.width} height={SLAB.height} rx="1" />
          <text y="2">{buildingNumber(building.name ? nameOf(building.name) : building.building)}</text>
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
  open: boolean;
  alert: Severity | undefined;
}

const ShedTile = memo(function ShedTile({ shed, open, alert }: TileProps) {
  const usages = (shed.sockets ?? []).map(socket => socket.usage);
  const columns = Math.max(4, Math.ceil(usages.length / 2));
  const width = columns * PITCH + 3;
  const height = HEAD + 2 * PITCH + 1.5;
  const dark = shed.state !== 'online';
  const view = { page: 'board', shed: shed.shed } as const;
  return (
    <g
      class={`shed-tile${open ? ' open' : ''}${dark ? ' silent' : ''}${alert ? ` alert-${alert}` : ''}`}
      transform={`translate(${shed.x - width / 2} ${-shed.y - height / 2})`}
      role="button"
      tabIndex={0}
      aria-label={shedSentence(shed)}
      onClick={() => go(view)}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go(view);
      }}
    >
      <rect class="tile" width={width} height={height} rx="2" />
      <text class="tile-name" x="2" y="5.4">
        {shortName(nameOf(shed.name))}
      </text>
      <text class={`tile-free${shed.counts.free === 0 ? ' none' : ''}`} x={width - 2} y="5.6">
        {tileNote(shed)}
      </text>
      {usages.map((usage, index) => (
        <Mark
          key={index}
          usage={usage}
          x={1.5 + PITCH / 2 + (index % columns) * PITCH}
          y={HEAD + PITCH / 2 + Math.floor(index / columns) * PITCH}
          size={0.42}
        />
      ))}
      {alert && <path class="tile-alert" d={severityPath(alert)} transform={`translate(${width - 0.5} 0.5) scale(.6)`} />}
    </g>
  );
});

function tileNote(shed: Shed): string {
  if (shed.maintenance) return say('maintenance.on');
  return shed.state === 'online' ? String(shed.counts.free) : say(`shed.${shed.state}`);
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

/** Room for everything that is drawn, whatever the positions. */
function viewBox(site: Site | undefined, sheds: readonly Shed[]): string {
  const places = [...(site?.buildings ?? []), ...sheds];
  if (places.length === 0) return '0 0 340 260';
  const xs = places.map(place => place.x);
  const ys = places.map(place => -place.y);
  const halfWidth = SLAB.width / 2 + MARGIN;
  const halfHeight = SLAB.height / 2 + MARGIN;
  const [left, top] = [Math.min(...xs) - halfWidth, Math.min(...ys) - halfHeight];
  const [right, bottom] = [Math.max(...xs) + halfWidth, Math.max(...ys) + halfHeight];
  return `${left} ${top} ${right - left} ${bottom - top}`;
}
