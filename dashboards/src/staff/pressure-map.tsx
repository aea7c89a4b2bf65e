import { useMemo } from 'preact/hooks';
import { dayTime, day, whole } from '../i18n/format';
import { Unanswered, useAnswer } from '../ui/answer';
import { useStore } from '../ui/store';
import { paths } from '../wire/paths';
import { pressure, pressureWeek, type Estimate, type Told } from '../wire/pressure';
import { desk } from './hands';
import { OrdersImport } from './pressure-import';
import { PressurePlan } from './pressure-plan';
import { Ranking } from './pressure-ranking';
import { ShedWeek } from './pressure-week';
import { say } from './words';

/** Who was turned away, where and when; every number says that it is an estimate. */
export function PressureMap() {
  const site = useStore(desk, state => state.site);
  const map = useAnswer(pressure, paths.pressure);
  const week = useAnswer(pressureWeek, paths.pressureWeek);
  const households = useMemo(
    () => new Map(site?.buildings.map(each => [each.building, each.households ?? 0])),
    [site],
  );
  const again = () => {
    map.again();
    week.again();
  };
  const fitted = map.value?.fittedAt !== undefined && week.value?.fittedAt !== undefined;
  return (
    <>
      <section class="panel" aria-labelledby="pressure-title">
        <header class="panel-head">
          <h1 id="pressure-title">{say('pressure.title')}</h1>
        </header>
        <div class="pressure-told">
          <p>{say('pressure.what')}</p>
          <Unanswered asked={map} />
          {map.value && <About told={map.value} />}
          {map.value && fitted && (
            <p class="pressure-total">
              {say('pressure.total')} <strong>{interval(map.value.total)}</strong>
            </p>
          )}
          {fitted && <p class="quiet">{say('pressure.privacy')}</p>}
        </div>
      </section>
      {fitted && site && week.value && <PressurePlan site={site} week={week.value} households={households} />}
      {fitted && week.value && <ShedWeek week={week.value} />}
      {fitted && map.value && <Ranking map={map.value} />}
      <OrdersImport onDone={again} />
    </>
  );
}

/** When it was estimated, and from what. */
export function About({ told }: { told: Pick<Told, 'fittedAt' | 'data'> }) {
  const { data, fittedAt } = told;
  if (!data || fittedAt === undefined) return <p class="quiet">{say('pressure.none')}</p>;
  return (
    <>
      <p class="quiet">
        {say('pressure.from', {
          at: dayTime(fittedAt),
          from: day(data.from),
          to: day(data.to - 1),
          sessions: whole(data.sessions),
          orders: whole(data.orders),
          dark: whole(data.darkHours),
        })}
      </p>
      {data.guessedEnds > 0 && <p class="quiet">{say('pressure.guessed', { n: whole(data.guessedEnds) })}</p>}
    </>
  );
}

function interval(one: Estimate): string {
  return say('pressure.interval', { n: whole(one.estimate), low: whole(one.low), high: whole(one.high) });
}
