import { say } from '../i18n/words';
import type { Severity } from '../wire/alerts';

const SHAPES: Record<Severity, string> = {
  critical: 'M0-5 5 0 0 5-5 0Z',
  major: 'M0-4.6 4.9 3.9H-4.9Z',
  minor: 'M-3.6-3.6H3.6V3.6H-3.6Z',
};

/** Shape, colour and word: none of them alone. */
export function SeverityTag({ severity }: { severity: Severity }) {
  return (
    <span class={`severity severity-${severity}`}>
      <SeverityIcon severity={severity} />
      {say(`severity.${severity}`)}
    </span>
  );
}

export function SeverityIcon({ severity }: { severity: Severity }) {
  return (
    <svg class="severity-icon" viewBox="-5.5 -5.5 11 11" aria-hidden="true">
      <path d={SHAPES[severity]} />
    </svg>
  );
}

export function severityPath(severity: Severity): string {
  return SHAPES[severity];
}
