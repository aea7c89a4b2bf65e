/** Rings, vibrates and blinks the title: all that a page without push can do, in WeChat's browser too. */
import { ringsItself } from '../state/wish';

let audio: AudioContext | undefined;

/** Browsers let a page ring only after a tap: call this in one. */
export function allowSound(): void {
  const Sound =
    window.AudioContext ?? (window as { webkitAudioContext?: typeof AudioContext }).webkitAudioContext;
  audio ??= Sound && new Sound();
  void audio?.resume().catch(() => undefined);
}

export interface Call {
  /** The stage that is told, as it ends the tag of a pushed word. */
  readonly what: string;
  readonly words: string;
  /** Whether a push service brings the same. */
  readonly push: boolean;
}

const BEEPS = 3;
/** A word on its way may come this much later than the page's own look. */
const SAME_CALL_MILLIS = 60_000;
/** Told to a reader who looked at the page. */
let last = { what: 'nothing', mark: 0 };

export function ring({ what, words, push }: Call): void {
  blink(words);
  if (!ringsItself(push, document.hidden)) return;
  if (!document.hidden) last = { what, mark: performance.now() };
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
}

const looks = new Set<() => Promise<void>>();

/** Looks at once when a push service has brought a word; returns how to stop. */
export function lookWhenPushed(look: () => Promise<void>): () => void {
  looks.add(look);
  return () => looks.delete(look);
}

/** The worker asks whether this page has told its reader; then no notification repeats it. */
navigator.serviceWorker?.addEventListener('message', ({ data, ports }: MessageEvent<{ tag: string }>) => {
  void hasTold(data.tag).then(told => ports[0]?.postMessage(told));
});

async function hasTold(tag: string): Promise<boolean> {
  if (document.hidden) return false;
  await Promise.all([...looks].map(look => look()));
  return tag.endsWith(`-${last.what}`) && performance.now() - last.mark < SAME_CALL_MILLIS;
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
