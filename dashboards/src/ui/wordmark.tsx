import { say } from '../i18n/words';

/** The product's name and its sign: a roof over a socket. */
export function Wordmark() {
  return (
    <>
      <svg class="sign" viewBox="0 0 24 24" aria-hidden="true">
        <path class="sign-roof" d="M2.5 9.5 12 3l9.5 6.5" />
        <circle class="sign-ring" cx="12" cy="15" r="5.5" />
        <path class="sign-pins" d="M10 13.4v3M14 13.4v3" />
      </svg>
      <span>{say('product')}</span>
    </>
  );
}
