import { length, wattHours, whole } from '../i18n/format';
import { Unanswered, useAnswer } from '../ui/answer';
import { now } from '../ui/now';
import { month, type Month } from '../wire/incidents';
import { paths, query } from '../wire/paths';
import type { Site } from '../wire/people';
import { hashOf } from './address';
import { fileLanguage, say, sayKind, shedName } from './incident-words';
import './incidents.css';
import { Facts } from './report-facts';
import { PressureOfMonth } from './report-pressure';
import type { SectionProps } from './sections';

/** A month in figures; the address carries the month. */
export function ReportSection({ site, address }: SectionProps) {
  const asked = /^\d{4}-\d\d$/.test(address.query.get('month') ?? '')
    ? address.query.get('month')!
    : undefined;
  const answer = useAnswer(month, paths.month + query({ month: asked }));
  const shown = answer.value;
  return (
    <div class="stack">
      <section class="card" aria-labelledby="report-title">
        <header class="card-head">
          <h1 id="report-title">
            {say('report.title')} {shown?.month ?? ''}
          </h1>
          <label class="filter-line head-end">
            <span>{say('report.month')}</span>
            <input
              type="month"
              value={asked ?? shown?.month ?? ''}
              max={now() > 0 ? new Date(now()).toISOString().slice(0, 7) : undefined}
              onChange={event => {
                location.hash = hashOf('report', [], { month: event.currentTarget.value });
              }}
            />
          </label>
          <a href={`${paths.month}/pdf${query({ month: asked, language: fileLanguage() })}`} download>
            {say('report.pdf')}
          </a>
        </header>
        <Unanswered asked={answer} />
        {shown && <Figures of={shown} />}
      </section>
      {shown && <Alerts of={shown} site={site} />}
      {shown && (
        <div class="pair">
          <Counts
            title={say('report.kinds')}
            rows={shown.kinds.map(each => [sayKind(each.name), each.count])}
          />
          <Counts
            title={say('report.sheds')}
            rows={shown.sheds.map(each => [
              each.name ? shedName(site, each.name) : say('report.elsewhere'),
              each.count,
            ])}
          />
        </div>
      )}
      {shown && <PressureOfMonth of={shown} site={site} />}
    </div>
  );
}

function Figures({ of }: { of: Month }) {
  const took = (times: Month['close']) =>
    times.median === undefined
      ? '–'
      : `${length(times.median)} (${say('report.ninth', { time: length(times.ninth ?? 0), n: times.count })})`;
  return (
    <Facts
      facts={[
        [say('report.incidents'), whole(of.incidents)],
        [say('report.open'), whole(of.stillOpen)],
        [say('report.overdue'), whole(of.overdue)],
        [say('report.acknowledge'), took(of.acknowledge)],
        [say('report.close'), took(of.close)],
        [say('report.sessions'), whole(of.sessions)],
        [say('report.energy'), wattHours(of.wattHours)],
      ]}
    />
  );
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function Alerts({ of, site }: { of: Month; site: Site | undefined }) {
  const { alerts } = of;
  const subject = (each: (typeof alerts.top)[number]) => {
    const shed = shedName(site, each.shed);
    const place = each.socket ? say('alert.place.socket', { shed, socket: each.socket }) : shed;
    return `${sayKind(each.kind)} · ${place}`;
  };
  return (
    <section class="card" aria-labelledby="alerts-title">
      <h2 id="alerts-title" class="card-title">
        {say('report.alerts')}
      </h2>
      <Facts
        facts={[
          [say('report.alerts.all'), whole(alerts.alerts)],
          [say('report.alerts.day'), alerts.perDay.toFixed(1)],
          [say('report.alerts.peak'), whole(alerts.peakTenMinutes)],
          [say('report.alerts.flood'), percent(alerts.floodShare)],
          [say('report.alerts.standing'), whole(alerts.standing)],
          [say('report.alerts.chattering'), whole(alerts.chattering.length)],
          [say('report.alerts.top'), percent(alerts.topShare)],
        ]}
      />
      <p class="quiet card-body">{say('report.alerts.note')}</p>
      <Table rows={alerts.top.map(each => [subject(each), each.count])} />
    </section>
  );
}

function Counts({ title, rows }: { title: string; rows: readonly (readonly [string, number])[] }) {
  return (
    <section class="card">
      <h2 class="card-title">{title}</h2>
      <Table rows={rows} />
    </section>
  );
}

function Table({ rows }: { rows: readonly (readonly [string, number])[] }) {
  if (rows.length === 0) return <p class="empty quiet">{say('report.none')}</p>;
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={say('report.subject')}>
      <table class="wide-table">
        <thead>
          <tr>
            <th scope="col">{say('report.subject')}</th>
            <th scope="col" class="number">
              {say('report.count')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <td>{name}</td>
              <td class="number">{whole(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
