import { isOfficer } from '../wire/people';
import { say } from './notice-words';
import './notices.css';
import { RouteList } from './routes';
import type { SectionProps } from './sections';
import { SentList } from './sent';
import { WaitingList } from './waiting';

/** Who is told of what, what waits to be told and why, and what became of what was told. */
export function NoticesSection({ me, site }: SectionProps) {
  return (
    <div class="stack">
      {isOfficer(me) ? (
        <RouteList site={site} />
      ) : (
        <section class="card" aria-labelledby="routes-title">
          <h1 id="routes-title">{say('routes.title')}</h1>
          <p class="card-body quiet">{say('routes.officers')}</p>
        </section>
      )}
      <WaitingList site={site} />
      <SentList />
    </div>
  );
}
