import { useState } from 'preact/hooks';
import { nameOf } from '../i18n/words';
import { Unanswered, useAnswer, useRenewed } from '../ui/answer';
import { FormDialog } from '../ui/form';
import { Person } from '../ui/person';
import { useStore } from '../ui/store';
import { nothing, send } from '../wire/api';
import { grids, type Contact, type Grid } from '../wire/duty';
import { paths } from '../wire/paths';
import { desk } from './hands';
import { say } from './words';

/** The grids and who leads them: whom a report or an alert reaches first. */
export function Grids({ people, officer }: { people: readonly Contact[]; officer: boolean }) {
  // A person who is deleted leads nothing any more: asked again whenever the list of people changes.
  const asked = useAnswer(grids, paths.grids);
  useRenewed(asked);
  const site = useStore(desk, state => state.site);
  const [changing, setChanging] = useState<Grid | undefined>();
  const buildings = (grid: string) => site?.buildings.filter(each => each.grid === grid).length ?? 0;
  const gridName = ({ grid }: Grid) => {
    const named = site?.grids.find(each => each.grid === grid);
    return named ? nameOf(named.name) : grid;
  };
  const known = new Set(people.map(each => each.contact));
  return (
    <section class="panel" aria-labelledby="grids-title">
      <header class="panel-head">
        <h2 id="grids-title">{say('grids.title')}</h2>
      </header>
      <Unanswered asked={asked} />
      <ul class="rows">
        {asked.value?.items.map(each => (
          <li key={each.grid}>
            <span class="grid-name">
              {gridName(each)}{' '}
              {buildings(each.grid) > 0 && (
                <small>{say('grids.buildings', { n: buildings(each.grid) })}</small>
              )}
            </span>
            {each.leader && known.has(each.leader.contact) ? (
              <Person person={each.leader} />
            ) : (
              <span class="quiet">{say('grids.none')}</span>
            )}
            {officer && people.length > 0 && (
              <button
                type="button"
                class="row-button quiet-button"
                aria-label={say('grids.change.what', { grid: gridName(each) })}
                onClick={() => setChanging(each)}
              >
                {say('grids.change')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {changing && (
        <FormDialog
          title={say('grids.change.what', { grid: gridName(changing) })}
          submit={say('save')}
          onClose={() => setChanging(undefined)}
          onDone={asked.again}
          send={field => send(nothing, 'PUT', paths.grid(changing.grid), { contact: field('contact') })}
        >
          <label class="field">
            <span>{say('grids.leader')}</span>
            <select name="contact" required>
              {people.map(each => (
                <option
                  key={each.contact}
                  value={each.contact}
                  selected={each.contact === changing.leader?.contact}
                >
                  {each.name}
                </option>
              ))}
            </select>
          </label>
        </FormDialog>
      )}
    </section>
  );
}
