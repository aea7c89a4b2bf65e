import { useState } from 'preact/hooks';
import { isOn, turn, type Switch } from './kept';
import { say } from './words';

/** Puts the kept ways of reading on the page; the style sheet does the rest. */
export function applyReading(): void {
  const { dataset } = document.documentElement;
  dataset.size = isOn('large') ? 'large' : '';
  dataset.contrast = isOn('contrast') ? 'high' : '';
}

export function Reading() {
  const [, redraw] = useState(0);
  const button = (which: Switch & ('large' | 'contrast')) => (
    <button
      type="button"
      aria-pressed={isOn(which)}
      onClick={() => {
        turn(which);
        applyReading();
        redraw(n => n + 1);
      }}
    >
      {say(which)}
    </button>
  );
  return (
    <div class="views" role="group" aria-label={say('read.label')}>
      {button('large')}
      {button('contrast')}
    </div>
  );
}
