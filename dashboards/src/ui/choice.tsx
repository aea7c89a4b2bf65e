/** One of a few, as a row of buttons; the chosen one is pressed. */
export function Choice<W extends string>(props: {
  label: string;
  options: readonly W[];
  chosen: W | undefined;
  say: (option: W) => string;
  onChoose: (option: W) => void;
}) {
  return (
    <div class="choice" role="group" aria-label={props.label}>
      {props.options.map(option => (
        <button
          key={option}
          type="button"
          aria-pressed={option === props.chosen}
          onClick={() => props.onChoose(option)}
        >
          {props.say(option)}
        </button>
      ))}
    </div>
  );
}
