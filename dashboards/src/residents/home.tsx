import { nameOf } from '../i18n/words';
import type { Site } from '../wire/people';
import { say } from './words';

/** My building, chosen once. The phone's own list: large, known, and it can be typed into. */
export function HomeChoice(props: {
  site: Site | undefined;
  home: string;
  onChoose: (building: string) => void;
}) {
  const buildings = props.site?.buildings ?? [];
  const known = buildings.some(each => each.building === props.home);
  return (
    <div class="home">
      <label for="home">{say('home.label')}</label>
      <select
        id="home"
        value={known ? props.home : ''}
        onChange={event => props.onChoose(event.currentTarget.value)}
      >
        <option value="">{say('home.none')}</option>
        {buildings.map(each => (
          <option key={each.building} value={each.building}>
            {each.name ? nameOf(each.name) : each.building}
          </option>
        ))}
      </select>
      {props.home === '' && <p class="quiet">{say('home.hint')}</p>}
    </div>
  );
}
