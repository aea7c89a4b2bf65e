import type { JSX } from 'preact';
import type { Usage } from '../wire/sheds';

/**
 * One socket as a mark in a box of 10 by 10 around (0, 0). Shape tells the usage as well as colour does: ring, disc
 * with a bolt, square with a tick, diamond, triangle, struck ring, dotted ring. The colour comes from `tokens.css`.
 */
export function Mark({
  usage,
  x = 0,
  y = 0,
  size = 1,
}: {
  usage: Usage;
  x?: number;
  y?: number;
  size?: number;
}) {
  return (
    <g class={`mark mark-${usage}`} transform={`translate(${round(x)} ${round(y)}) scale(${size})`}>
      {SHAPES[usage]}
    </g>
  );
}

const SHAPES: Record<Usage, JSX.Element> = {
  free: <circle class="line" r="3.6" />,
  charging: (
    <>
      <circle class="fill" r="4.4" />
      <path class="cut" d="M.7-3.2-2 .6H-.2L-.8 3.2 2-.7H.2Z" />
    </>
  ),
  finished: (
    <>
      <rect class="fill" x="-4" y="-4" width="8" height="8" rx="1.4" />
      <path class="cut-line" d="M-2 .1-.6 1.6 2.1-1.6" />
    </>
  ),
  tripped: (
    <>
      <path class="fill" d="M0-5 5 0 0 5-5 0Z" />
      <path class="cut-line" d="M0-2.3V.6M0 2.3v.05" />
    </>
  ),
  faulted: (
    <>
      <path class="fill" d="M0-4.6 4.9 3.9H-4.9Z" />
      <path class="cut-line" d="M0-1.7V1M0 2.6v.05" />
    </>
  ),
  disabled: (
    <>
      <circle class="line" r="3.6" />
      <path class="line" d="M-2.5 2.5 2.5-2.5" />
    </>
  ),
  unknown: <circle class="line dotted" r="3.6" />,
};

/** A mark on its own, as wide as a character. Decoration: the text beside it says the same. */
export function MarkIcon({ usage }: { usage: Usage }) {
  return (
    <svg class="mark-icon" viewBox="-5.5 -5.5 11 11" aria-hidden="true">
      <Mark usage={usage} />
    </svg>
  );
}

/** All sockets of a shed in one row. */
export function MarkRow({ usages, label }: { usages: readonly Usage[]; label: string }) {
  return (
    <svg class="mark-row" viewBox={`0 0 ${Math.max(1, usages.length) * 13} 13`} role="img" aria-label={label}>
      {usages.map((usage, index) => (
        <Mark key={index} usage={usage} x={index * 13 + 6.5} y={6.5} />
      ))}
    </svg>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
