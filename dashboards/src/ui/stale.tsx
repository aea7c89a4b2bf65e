import { length } from '../i18n/format';
import { say } from '../i18n/words';
import { useNow } from './now';

/**
 * A page that has heard nothing for its limit says so in words, not only in grey. Screen readers hear the sentence
 * once; the growing time is for the eyes.
 *
 * @param mark page's monotonic milliseconds when something was last heard
 */
export function StaleBanner({ mark }: { mark: number }) {
  const silence = useNow(() => length(performance.now() - mark));
  return (
    <div class="banner">
      <p class="spoken" role="alert">
        {say('stale.spoken')}
      </p>
      <p aria-hidden="true">{say('stale.banner', { age: silence })}</p>
    </div>
  );
}
