import { useEffect, useState } from 'preact/hooks';
import { say } from './pressure-words';

/** While the server works something out: what it does, and for how long already. */
export function Working({ words }: { words: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(before => before + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="working">
      <p role="status">{words}</p>
      <p class="quiet">
        <progress aria-label={words} /> {say('working.seconds', { n: seconds })}
      </p>
    </div>
  );
}
