import { dayTime, tenths, whole } from '../i18n/format';
import type { Month, MonthPressure } from '../wire/incidents';
import type { Estimate } from '../wire/pressure';
import type { Site } from '../wire/people';
import { buildingName } from '../i18n/words';
import { say, shedName } from './incident-words';
import { Facts } from './report-facts';

/** A month's fly-lines and turned away. */
export function PressureOfMonth({ of, site }: { of: Month; site: Site | undefined }) {
  const { flyLines, pressure } = of;
  const facts: [string, string][] = [
    [say('month.reported'), whole(flyLines.reported)],
    [say('month.visits'), whole(flyLines.visits)],
    [say('month.found'), whole(flyLines.found)],
    [say('month.cleared'), whole(flyLines.cleared)],
  ];
  if (pressure) facts.push([say('month.total'), inWords(pressure.total)]);
  return (
    <>
      <section class="card" aria-labelledby="month-pressure-title">
        <h2 id="month-pressure-title" class="card-title">
          {say('month.title')}
        </h2>
        <Facts facts={facts} />
        <p class="quiet card-body">
          {pressure
            ? say('month.told', {
                at: dayTime(pressure.fittedAt),
                days: pressure.days,
                dark: whole(pressure.darkHours),
              })
            : say('month.none')}
        </p>
      </section>
      {pressure && (
        <div class="pair">
          <Groups of={pressure} site={site} />
          <Sheds of={pressure} site={site} />
        </div>
      )}
    </>
  );
}

function inWords({ estimate, low, high }: Estimate): string {
  return say('month.interval', { n: whole(estimate), low: whole(low), high: whole(high) });
}

function Groups({ of, site }: { of: MonthPressure; site: Site | undefined }) {
  const rows = of.groups.map(each => [
    each.buildings.map(one => buildingName(site, one)).join(say('month.and')),
    tenths(each.turnedAway.estimate),
    range(each.turnedAway),
  ]);
  return (
    <Table
      title={say('month.groups')}
      heads={[say('month.buildings'), say('month.away'), say('month.range')]}
      rows={rows}
    />
  );
}

function Sheds({ of, site }: { of: MonthPressure; site: Site | undefined }) {
  const rows = of.sheds.map(each => [
    shedName(site, each.shed),
    tenths(each.fullHours),
    whole(each.arrivals),
    tenths(each.turnedAway.estimate),
    range(each.turnedAway),
  ]);
  const heads = [
    say('month.shed'),
    say('month.full'),
    say('month.arrivals'),
    say('month.away'),
    say('month.range'),
  ];
  return <Table title={say('month.sheds')} heads={heads} rows={rows} />;
}

const range = ({ low, high }: Estimate) => `${tenths(low)} – ${tenths(high)}`;

/** The first column is a name, all others numbers. */
function Table(props: { title: string; heads: readonly string[]; rows: readonly (readonly string[])[] }) {
  const kind = (column: number) => (column === 0 ? undefined : 'number');
  return (
    <section class="card">
      <h2 class="card-title">{props.title}</h2>
      <div class="table-scroll month-table" tabIndex={0} role="group" aria-label={props.title}>
        <table class="wide-table">
          <thead>
            <tr>
              {props.heads.map((each, column) => (
                <th key={each} scope="col" class={kind(column)}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map(row => (
              <tr key={row[0]}>
                {row.map((cell, column) => (
                  <td key={column} class={kind(column)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
