import { nameOf } from '../i18n/words';
import type { Site } from '../wire/people';
import { boxOf, SLAB } from './pressure-plan';
import { shortName } from './words';

/** What is written on a shed of the plan, and how strongly it stands out. */
export interface Mark {
  readonly tone: 'chosen' | 'other';
  readonly words: string;
}

/** The site from above with some sheds marked. The words beside it say the same: it is a picture for the eye alone. */
export function ShedsPlan({ site, marks }: { site: Site; marks: ReadonlyMap<string, Mark> }) {
  return (
    <svg viewBox={boxOf(site)} class="pressure-svg" aria-hidden="true">
      <g class="buildings">
        {site.buildings.map(each => (
          <rect
            key={each.building}
            x={each.x - SLAB.width / 2}
            y={-each.y - SLAB.height / 2}
            width={SLAB.width}
            height={SLAB.height}
            rx="1"
          />
        ))}
      </g>
      {site.sheds.map(each => {
        const mark = marks.get(each.shed);
        return (
          <g
            key={each.shed}
            class={mark ? `marked marked-${mark.tone}` : undefined}
            transform={`translate(${each.x} ${-each.y})`}
          >
            <rect
              class="shed-spot"
              x={mark ? -13 : -10}
              y={mark ? -8 : -5}
              width={mark ? 26 : 20}
              height={mark ? 16 : 10}
              rx="5"
            />
            <text class="shed-spot-name" y={mark ? -1.2 : 2.4}>
              {shortName(nameOf(each.name))}
            </text>
            {mark && <text y="6">{mark.words}</text>}
          </g>
        );
      })}
    </svg>
  );
}
