import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say, sayTrouble } from '../i18n/words';
import type { Answer, Trouble } from '../wire/api';
import { Dialog } from './dialog';
import { Note } from './note';

/** Reads one field of a form; a field that is not there is empty text. `all` reads the boxes of one name. */
export interface Field {
  (name: string): string;
  readonly all: (name: string) => readonly string[];
}

export function fieldsOf(form: HTMLFormElement): Field {
  const data = new FormData(form);
  const one = (name: string) => String(data.get(name) ?? '').trim();
  return Object.assign(one, { all: (name: string) => data.getAll(name).map(String) });
}

/** A form's way to the server: one request at a time, and what went wrong. */
export function useSubmit(onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Trouble | undefined>();
  async function submit(doing: () => Promise<Answer<unknown>>): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const answer = await doing();
    setBusy(false);
    if (answer.ok) onDone();
    else setFailure(answer.trouble);
  }
  return { busy, failure, submit };
}

/** A question with fields, or with none: then it asks whether to go on. It closes when the server agreed. */
export function FormDialog(props: {
  title: string;
  submit: string;
  danger?: boolean;
  onClose: () => void;
  send: (field: Field) => Promise<Answer<unknown>>;
  onDone: () => void;
  children: ComponentChildren;
}) {
  const { busy, failure, submit } = useSubmit(() => {
    props.onDone();
    props.onClose();
  });
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        onSubmit={event => {
          event.preventDefault();
          const field = fieldsOf(event.currentTarget);
          void submit(() => props.send(field));
        }}
      >
        {props.children}
        {failure && <Note tone="bad">{sayTrouble(failure)}</Note>}
        <div class="dialog-actions">
          <button type="button" onClick={props.onClose}>
            {say('cancel')}
          </button>
          <button type="submit" class={props.danger ? 'danger' : 'primary'} disabled={busy}>
            {props.submit}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
