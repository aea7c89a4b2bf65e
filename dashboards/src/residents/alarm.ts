/** Rings, vibrates and blinks the title: all that a page without push can do, in WeChat's browser too. */

let audio: AudioContext | undefined;

/** Browsers let a page ring only after a tap: call this in one. */
export function allowSound(): void {
  const Sound =
    window.AudioContext ?? (window as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext;
  audio ??= Sound && new Sound();
  void audio?.resume().catch(() => undefined);
}

const BEEPS = 3;

export function ring(words: string): void {
  navigator.vibrate?.([400, 200, 400, 200, 400]);
  const ear = audio;
  if (ear)
    for (let i = 0; i < BEEPS; i++) {
      const tone = ear.createOscillator();
      const volume = ear.createGain();
      volume.gain.value = 0.3;
      tone.frequency.value = 880;
      tone.connect(volume).connect(ear.destination);
      tone.start(ear.currentTime + i * 0.6);
      tone.stop(ear.currentTime + i * 0.6 + 0.3);
    }
  blink(words);
}

const STILL = () => {};
let unblink = STILL;

/** The title changes to and fro until somebody looks; newer words take the place of older ones. */
function blink(words: string): void {
  unblink();
  const before = document.title;
  let on = false;
  const timer = setInterval(() => {
    on = !on;
    document.title = on ? words : before;
  }, 1_000);
  const stop = () => {
    clearInterval(timer);
    unblink = STILL;
    document.title = before;
    removeEventListener('pointerdown', stop);
  };
  unblink = stop;
  addEventListener('pointerdown', stop);
}
