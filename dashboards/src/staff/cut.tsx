import { useState } from 'preact/hooks';
import { nameOf } from '../i18n/words';
import { dialled } from '../state/dial';
import { Dialog } from '../ui/dialog';
import { useStore } from '../ui/store';
import type { Action } from '../wire/commands';
import type { Shed } from '../wire/sheds';
import './cut.css';
import { desk, order, type Target } from './hands';
import { say } from './words';

/** What a person is asked to confirm. */
export type Question =
  | { readonly ask: 'cut' | 'close' | 'reset'; readonly shed: Shed; readonly socket: number }
  | { readonly ask: 'cut-shed'; readonly shed: Shed }
  | { readonly ask: 'cut-all' };

/** Asks before power is switched, and says what to do on site: a click replaces nobody who goes and looks. */
export function CutDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const [busy, setBusy] = useState(false);
  const [typed, setTyped] = useState('');
  const words = useWords(question);
  const cuts = question.ask.startsWith('cut');
  const all = question.ask === 'cut-all';
  const ready = !all || typed.trim().toUpperCase() === say('cut.all.expected').toUpperCase();

  async function confirm(event: Event): Promise<void> {
    event.preventDefault();
    if (!ready) return;
    setBusy(true);
    await order(targetOf(question), ACTIONS[question.ask]);
    onClose();
  }

  return (
    <Dialog title={words.title} onClose={onClose}>
      <form onSubmit={event => void confirm(event)}>
        <p>{words.effect}</p>
        {cuts && <Steps />}
        {all && (
          <label class="field">
            <span>{say('cut.all.word')}</span>
            <input value={typed} autoComplete="off" onInput={event => setTyped(event.currentTarget.value)} />
          </label>
        )}
        <div class="dialog-actions">
          <button type="button" onClick={onClose}>
            {say('cancel')}
          </button>
          <button type="submit" class={cuts ? 'danger' : 'primary'} disabled={busy || !ready}>
            {words.confirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

const ACTIONS: Record<Question['ask'], Action> = {
  cut: 'open-relay',
  'cut-shed': 'open-relay',
  'cut-all': 'open-relay',
  close: 'close-relay',
  reset: 'reset-trip',
};

function targetOf(question: Question): Target {
  if (question.ask === 'cut-all') return { to: 'all' };
  if (question.ask === 'cut-shed') return { to: 'shed', shed: question.shed.shed };
  return { to: 'socket', shed: question.shed.shed, socket: question.socket };
}

function useWords(question: Question): { title: string; effect: string; confirm: string } {
  const sheds = useStore(desk, state => state.board.sheds);
  if (question.ask === 'cut-all') {
    const sockets = sheds.reduce((sum, shed) => sum + shed.counts.sockets, 0);
    return {
      title: say('cut.title.all', { sheds: sheds.length, n: sockets }),
      effect: say('cut.effect'),
      confirm: say('cut.confirm'),
    };
  }
  const shed = nameOf(question.shed.name);
  if (question.ask === 'cut-shed') {
    return {
      title: say('cut.title.shed', { shed, n: question.shed.counts.sockets }),
      effect: say('cut.effect'),
      confirm: say('cut.confirm'),
    };
  }
  const fill = { shed, n: question.socket };
  if (question.ask === 'cut') {
    return { title: say('cut.title.socket', fill), effect: say('cut.effect'), confirm: say('cut.confirm') };
  }
  return {
    title: say(`${question.ask}.title`, fill),
    effect: say(`${question.ask}.effect`),
    confirm: say(`${question.ask}.confirm`),
  };
}

function Steps() {
  const hotline = useStore(desk, state => state.site?.hotline);
  return (
    <div class="steps">
      <h3>{say('cut.steps')}</h3>
      <ol>
        <li>{say('cut.step.1')}</li>
        <li>{say('cut.step.2')}</li>
        <li>{say('cut.step.3')}</li>
        <li>{say('cut.step.4')}</li>
      </ol>
      <p>
        <strong>{say('cut.numbers')}</strong> <a href="tel:119">{say('cut.numbers.fire')}</a>{' '}
        {hotline && <a href={`tel:${dialled(hotline)}`}>{say('cut.numbers.property', { hotline })}</a>}
      </p>
    </div>
  );
}

/** The one button for everything, behind a typed word. */
export function CutAll() {
  const [asked, ask] = useState(false);
  const sheds = useStore(desk, state => state.board.sheds.length);
  if (sheds === 0) return null;
  return (
    <>
      <button type="button" class="danger-quiet" onClick={() => ask(true)}>
        {say('act.cut.all')}
      </button>
      {asked && <CutDialog question={{ ask: 'cut-all' }} onClose={() => ask(false)} />}
    </>
  );
}
