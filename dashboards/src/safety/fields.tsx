import { say } from './notice-words';

/** A choice out of words, under the name that the server gives it. */
export function Options<W extends string>(props: {
  name: 'audience' | 'least' | 'outside' | 'language';
  words: readonly W[];
  chosen: W | undefined;
  say: (word: W) => string;
}) {
  return (
    <label class="field">
      <span>{say(`form.${props.name}`)}</span>
      <select name={props.name}>
        {props.words.map(each => (
          <option key={each} value={each} selected={each === props.chosen}>
            {props.say(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A box to tick; several of one name are read together. */
export function Box(props: { name: string; words: string; value?: string; checked?: boolean }) {
  return (
    <label class="box">
      <input
        type="checkbox"
        name={props.name}
        value={props.value ?? 'yes'}
        defaultChecked={props.checked ?? false}
      />
      <span>{props.words}</span>
    </label>
  );
}
