import { useState } from 'preact/hooks';
import { dayTime, hourMinute, whole } from '../i18n/format';
import { buildingName, nameOf, sayTrouble } from '../i18n/words';
import { Note } from '../ui/note';
import { send, type Trouble } from '../wire/api';
import { paths } from '../wire/paths';
import { patrol as patrolShape, type Patrol, type Stop } from '../wire/patrols';
import type { Site } from '../wire/people';
import { PhotoList, photoTrouble, PhotoTap, usePhotos } from './patrol-photos';
import { say } from './words';

const SLAB = { width: 35, height: 12 };
const MARGIN = 14;
const COUNTS = [1, 2] as const;
const MANY = 3;

interface Props {
  patrol: Patrol;
  site: Site;
  open: boolean;
  onDone: () => void;
}

/** One walk: its way on the plan, and its stops with what was found there. */
export function Walk({ patrol, site, open, onDone }: Props) {
  const seen = patrol.stops.filter(each => each.wires !== undefined);
  const wires = seen.reduce((sum, each) => sum + (each.wires ?? 0), 0);
  return (
    <details class="walk" open={open}>
      <summary>
        {say('patrols.head', {
          at: dayTime(patrol.startsAt),
          minutes: whole(patrol.minutes),
          n: patrol.stops.length,
          who: patrol.plannedBy,
        })}
        <span class="quiet">{say('patrols.done', { n: seen.length, all: patrol.stops.length, wires })}</span>
      </summary>
      <button type="button" class="quiet-button print-button" onClick={() => window.print()}>
        {say('patrols.print')}
      </button>
      <div class="walk-body">
        <Way patrol={patrol} site={site} />
        <ol class="stops">
          {patrol.stops.map((each, index) => (
            <StopRow
              key={each.building}
              number={index + 1}
              stop={each}
              name={buildingName(site, each.building)}
              patrol={patrol.patrol}
              onDone={onDone}
            />
          ))}
        </ol>
      </div>
    </details>
  );
}

/** The plan with the walk drawn over it, numbered. */
function Way({ patrol, site }: { patrol: Patrol; site: Site }) {
  const places = patrol.stops.flatMap(stop => site.buildings.filter(each => each.building === stop.building));
  const line = places.map(each => `${each.x},${-each.y}`).join(' ');
  const names = patrol.stops.map(each => buildingName(site, each.building)).join(' → ');
  const xs = site.buildings.map(each => each.x);
  const ys = site.buildings.map(each => -each.y);
  const pad = SLAB.width / 2 + MARGIN;
  const [left, top] = [Math.min(...xs) - pad, Math.min(...ys) - pad];
  const box = `${left} ${top} ${Math.max(...xs) - left + pad} ${Math.max(...ys) - top + pad}`;
  return (
    <svg class="way" viewBox={box} role="img" aria-label={say('patrols.map', { names })}>
      {site.buildings.map(each => (
        <rect
          key={each.building}
          class="way-slab"
          x={each.x - SLAB.width / 2}
          y={-each.y - SLAB.height / 2}
          width={SLAB.width}
          height={SLAB.height}
          rx="1"
        />
      ))}
      <polyline class="way-line" points={line} />
      {places.map((each, index) => (
        <g key={each.building} transform={`translate(${each.x} ${-each.y})`}>
          <circle class="way-stop" r="8" />
          <text class="way-number" y="3.4">
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface RowProps {
  /** As on the plan. */
  number: number;
  stop: Stop;
  name: string;
  patrol: string;
  onDone: () => void;
}

/** A stop: none in one tap; a number and whether it was taken down in two; a photo is one more. */
function StopRow({ number, stop, name, patrol, onDone }: RowProps) {
  const [changing, setChanging] = useState(false);
  const [wires, setWires] = useState<number | undefined>();
  const [failure, setFailure] = useState<Trouble | undefined>();
  const photos = usePhotos(paths.patrolPhotos(patrol, stop.building), onDone);
  const asking = stop.wires === undefined || changing;
  const tell = async (found: number, cleared: boolean) => {
    const finding = { building: stop.building, wires: found, cleared };
    const answer = await send(patrolShape, 'POST', paths.patrolFindings(patrol), finding);
    setFailure(answer.ok ? undefined : answer.trouble);
    if (!answer.ok) return;
    setChanging(false);
    setWires(undefined);
    onDone();
  };
  return (
    <li class="stop">
      <span class="stop-number">{number}</span> <strong>{name}</strong>{' '}
      <span class="quiet">{nameOf(stop.reason)}</span>
      {!asking && (
        <p class="found">
          <span>{foundWords(stop)}</span>
          <PhotoTap photos={photos} building={name} />
          <button
            type="button"
            class="quiet-button"
            aria-label={say('patrols.again.what', { building: name })}
            onClick={() => setChanging(true)}
          >
            {say('patrols.again')}
          </button>
        </p>
      )}
      {asking && (
        <div class="taps" role="group" aria-label={say('patrols.ask', { building: name })}>
          {wires === undefined ? (
            <>
              <button type="button" onClick={() => void tell(0, false)}>
                {say('patrols.none')}
              </button>
              {COUNTS.map(each => (
                <button key={each} type="button" onClick={() => setWires(each)}>
                  {say('patrols.count', { n: each })}
                </button>
              ))}
              <button type="button" onClick={() => setWires(MANY)}>
                {say('patrols.more')}
              </button>
            </>
          ) : (
            <>
              <button type="button" onClick={() => void tell(wires, true)}>
                {say('patrols.cleared')}
              </button>
              <button type="button" onClick={() => void tell(wires, false)}>
                {say('patrols.left')}
              </button>
              <PhotoTap photos={photos} building={name} />
              <button type="button" class="quiet-button" onClick={() => setWires(undefined)}>
                {say('patrols.back')}
              </button>
            </>
          )}
        </div>
      )}
      <PhotoList patrol={patrol} photos={stop.photos} building={name} onDone={onDone} />
      {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
      {photos.failure && <Note tone="bad">{photoTrouble(photos.failure)}</Note>}
    </li>
  );
}

function foundWords(stop: Stop): string {
  const at = stop.foundAt === undefined ? '' : hourMinute(stop.foundAt);
  if (!stop.wires) return say('patrols.found.none', { at });
  return say(stop.cleared ? 'patrols.found.cleared' : 'patrols.found.left', { at, n: stop.wires });
}
