import { memo } from '../ui/memo';
import { useEffect, useRef, useState } from 'preact/hooks';
import { dayTime } from '../i18n/format';
import { nameOf } from '../i18n/words';
import { waits } from '../state/board';
import { Age } from '../ui/now';
import { SeverityTag } from '../ui/severity';
import { useStore } from '../ui/store';
import type { Alert } from '../wire/alerts';
import './alerts.css';
import { AlertDeeds } from './deeds';
import { acknowledge, desk, go } from './hands';
import { usePlaces } from './places';
import { alertMeasure, alertWhat, say } from './words';

/** On a phone all below the list is out of reach when hundreds wait; whatever is critical and waits is shown. */
const SHOWN = 30;

/** What somebody must act on, most urgent first. */
export function Alerts() {
  const [all, showAll] = useState(false);
  const alerts = useStore(desk, state => state.board.alerts);
  const placeOf = usePlaces();
  const waiting = alerts.filter(waits).length;
  const news = useNews(alerts);
  const critical = alerts.filter(each => waits(each) && each.severity === 'critical').length;
  const shown = all ? alerts : alerts.slice(0, Math.max(SHOWN, critical));
  // A tab in the background says it too.
  useEffect(() => {
    document.title = (waiting > 0 ? `(${waiting}) ` : '') + say('page.title');
  }, [waiting]);
  return (
    <section class="panel alerts" aria-labelledby="alerts-title">
      <header class="panel-head">
        <h2 id="alerts-title">{say('alerts.title')}</h2>
        {waiting > 0 && <span class="badge">{say('alerts.waiting', { n: waiting })}</span>}
      </header>
      <p class="spoken" aria-live="assertive">
        {news ? say('alerts.new', { what: `${placeOf(news)} ${alertWhat(news)}` }) : ''}
      </p>
      {alerts.length === 0 ? (
        <NoAlerts />
      ) : (
        <ol class="alert-list">
          {shown.map(alert => (
            <AlertCard key={alert.alert} alert={alert} place={placeOf(alert)} />
          ))}
          {shown.length < alerts.length && (
            <li class="alert-more">
              <button type="button" onClick={() => showAll(true)}>
                {say('alerts.more', { n: alerts.length - shown.length })}
              </button>
            </li>
          )}
        </ol>
      )}
    </section>
  );
}

/** An empty list is calm only while it is complete and fresh. */
function NoAlerts() {
  const known = useStore(desk, state => state.board.alertsKnown && !state.board.stale);
  return (
    <div class="empty">
      <p>{say(known ? 'alerts.none' : 'alerts.unknown')}</p>
      {known && <p class="quiet">{say('alerts.none.more')}</p>}
    </div>
  );
}

/** The most urgent alert that was not there at the drawing before: what a screen reader says at once. */
function useNews(alerts: readonly Alert[]): Alert | undefined {
  const known = useRef<ReadonlySet<string>>(new Set());
  const news = useRef<Alert | undefined>();
  const fresh = alerts.find(alert => waits(alert) && !known.current.has(alert.alert));
  if (fresh) news.current = fresh;
  known.current = new Set(alerts.map(alert => alert.alert));
  return news.current;
}

const AlertCard = memo(function AlertCard({ alert, place }: { alert: Alert; place: string }) {
  const [busy, setBusy] = useState(false);
  const what = alertWhat(alert);
  const measure = alertMeasure(alert);
  return (
    <li class={`alert alert-${alert.severity} ${waits(alert) ? 'waits' : 'known'}`}>
      <p class="alert-head">
        <SeverityTag severity={alert.severity} />
        <Age at={alert.raisedAt} />
      </p>
      <h3>{what}</h3>
      <p class="alert-place">
        {alert.shed ? (
          <button type="button" class="link-button" onClick={() => open(alert)}>
            {place}
          </button>
        ) : (
          place
        )}
      </p>
      {alert.detail && <p class="alert-measure">{nameOf(alert.detail)}</p>}
      {(measure || alert.relayOpened || alert.kind === 'relay-welded') && (
        <p class="alert-measure">
          {[measure, ...hints(alert)].filter(Boolean).map(each => (
            <span key={each}>{each}</span>
          ))}
        </p>
      )}
      <AlertFields alert={alert} />
      {waits(alert) && (
        <button
          type="button"
          class="acknowledge"
          disabled={busy}
          aria-label={say('alerts.acknowledge.what', { what: `${place} ${what}` })}
          onClick={() => {
            setBusy(true);
            void acknowledge(alert).finally(() => setBusy(false));
          }}
        >
          {say('alerts.acknowledge')}
        </button>
      )}
      <AlertDeeds alert={alert} what={`${place} ${what}`} />
    </li>
  );
});

function hints(alert: Alert): string[] {
  return [
    alert.relayOpened ? say('alert.relay') : '',
    alert.kind === 'relay-welded' ? say('alert.switch.board') : '',
  ];
}

function AlertFields({ alert }: { alert: Alert }) {
  return (
    <p class="alert-fields">
      {alert.clearedAt !== undefined && (
        <span>
          {say('alerts.cleared')} <Age at={alert.clearedAt} />
        </span>
      )}
      {alert.acknowledgedBy && <span>{say('alerts.acknowledged.by', { who: alert.acknowledgedBy })}</span>}
      {alert.assignedTo && <span>{say('alerts.assigned', { who: alert.assignedTo })}</span>}
      {alert.shelvedUntil !== undefined && (
        <span>{say('alerts.shelved', { until: dayTime(alert.shelvedUntil) })}</span>
      )}
      {alert.inhibitedBy && <span>{say('alerts.inhibited')}</span>}
      {alert.flapping && <span>{say('alerts.flapping')}</span>}
      {alert.escalatedAt !== undefined && <span>{say('alerts.escalated')}</span>}
    </p>
  );
}

function open(alert: Alert): void {
  if (!alert.shed) return;
  go(
    alert.socket
      ? { page: 'board', shed: alert.shed, socket: alert.socket }
      : { page: 'board', shed: alert.shed },
  );
}

/** Sheds that have an alert somebody still has to acknowledge, with their worst severity. */
export function troubled(alerts: readonly Alert[]): ReadonlyMap<string, Alert['severity']> {
  const found = new Map<string, Alert['severity']>();
  // Alerts come worst first: the first of a shed counts.
  for (const alert of alerts) if (alert.shed && !found.has(alert.shed)) found.set(alert.shed, alert.severity);
  return found;
}
