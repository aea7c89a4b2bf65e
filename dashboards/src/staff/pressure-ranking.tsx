import { tenths } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { useStore } from '../ui/store';
import type { Pressure } from '../wire/pressure';
import { desk } from './hands';
import { say } from './words';

/** Buildings by how many of their people were turned away; the interval says how sure that is. */
export function Ranking({ map }: { map: Pressure }) {
  const site = useStore(desk, state => state.site);
  const nameOfBuilding = (id: string) => {
    const known = site?.buildings.find(each => each.building === id);
    return known?.name ? nameOf(known.name) : id;
  };
  const alike = (id: string) =>
    map.groups
      .find(group => group.buildings.includes(id))
      ?.buildings.filter(each => each !== id)
      .map(nameOfBuilding) ?? [];
  return (
    <section class="panel" aria-labelledby="pressure-ranking-title">
      <header class="panel-head">
        <h2 id="pressure-ranking-title">{say('pressure.ranking')}</h2>
        <span class="quiet">{say('pressure.alike.why')}</span>
      </header>
      <div class="pressure-ranking" tabIndex={0} role="group" aria-labelledby="pressure-ranking-title">
        <table class="wide-table">
          <thead>
            <tr>
              <th scope="col" class="number">
                {say('pressure.rank')}
              </th>
              <th scope="col">{say('pressure.building')}</th>
              <th scope="col" class="number">
                {say('pressure.away')}
              </th>
              <th scope="col" class="number">
                {say('pressure.range')}
              </th>
              <th scope="col">{say('pressure.alike')}</th>
            </tr>
          </thead>
          <tbody>
            {map.buildings.map(each => (
              <tr key={each.building} class="ranked">
                <td class="number">{each.rank}</td>
                <td>{nameOfBuilding(each.building)}</td>
                <td class="number strong">{tenths(each.turnedAway.estimate)}</td>
                <td class="number">
                  {tenths(each.turnedAway.low)} – {tenths(each.turnedAway.high)}
                  {each.tooFew && <span class="quiet"> {say('pressure.tooFew')}</span>}
                </td>
                <td>{alike(each.building).join(' ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
