import { useNow } from '../ui/now';
import { Person } from '../ui/person';
import { Unanswered, useAnswer, useRenewed, type Asked } from '../ui/answer';
import { useStore } from '../ui/store';
import { contacts, duty, type Duty } from '../wire/duty';
import { isOfficer } from '../wire/people';
import { paths } from '../wire/paths';
import { Grids } from './grids';
import { desk } from './hands';
import { Handover } from './handover';
import { People } from './contacts';
import { Roster } from './roster';
import { say } from './words';

/** Who is reached when and how, and what one shift hands to the next. */
export function DutyPage() {
  const officer = useOfficer();
  const roster = useAnswer(duty, paths.duty);
  const people = useAnswer(contacts, paths.contacts);
  useRenewed(roster, people);
  const known = people.value?.items ?? [];
  return (
    <main id="content" class="page duty" tabIndex={-1}>
      <h1 class="spoken">{say('duty.title')}</h1>
      <div class="duty-column">
        <OnDuty asked={roster} />
        <Roster asked={roster} people={known} officer={officer} />
      </div>
      <div class="duty-column">
        <Handover />
      </div>
      <div class="duty-column">
        <People
          asked={people}
          officer={officer}
          onChange={() => {
            people.again();
            roster.again();
          }}
        />
        <Grids people={known} officer={officer} />
      </div>
    </main>
  );
}

export function useOfficer(): boolean {
  const who = useStore(desk, state => state.who);
  return typeof who === 'object' && isOfficer(who);
}

/** Nobody on duty is said as loudly as an alert: at night it means that nobody wakes up. */
function OnDuty({ asked }: { asked: Asked<Duty> }) {
  // The server's answer ages: a shift that ends while the page is open ends here as well.
  const running = useNow(time => onDutyAt(asked.value, time).join(' '));
  const people = (asked.value?.shifts ?? [])
    .filter(each => running.split(' ').includes(each.shift))
    .map(each => each.contact)
    .filter((each, index, all) => all.findIndex(one => one.contact === each.contact) === index);
  return (
    <section class="panel" aria-labelledby="now-title">
      <header class="panel-head">
        <h2 id="now-title">{say('duty.now')}</h2>
      </header>
      <Unanswered asked={asked} />
      {asked.value && people.length === 0 && (
        <p class="note note-bad" role="status">
          {say('duty.now.nobody')}
        </p>
      )}
      <ul class="rows on-duty">
        {people.map(each => (
          <li key={each.contact}>
            <Person person={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function onDutyAt(answer: Duty | undefined, time: number): string[] {
  if (!answer) return [];
  const now = time || answer.at;
  return answer.shifts.filter(each => each.from <= now && now < each.to).map(each => each.shift);
}
