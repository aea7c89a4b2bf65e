import type { ComponentChildren } from 'preact';

/** A sentence about the state of things; `bad` ones are read out at once. */
export function Note({ tone, children }: { tone: 'calm' | 'bad'; children: ComponentChildren }) {
  return (
    <p class={`note note-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </p>
  );
}
