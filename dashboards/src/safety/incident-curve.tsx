import { useEffect, useRef, useState } from 'preact/hooks';
import { watts, whole } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { figuresOf } from '../state/curve';
import { packSeries } from '../state/pack';
import { Note } from '../ui/note';
import { ask, type Answer } from '../wire/api';
import { series, type Series } from '../wire/history';
import { pack, type IncidentFile, type Work } from '../wire/incidents';
import { paths, query } from '../wire/paths';
import { say } from './incident-words';

const AROUND_MILLIS = 600_000;

/** The power around an incident: the frozen evidence where there is one, else what the readings say now. */
export function IncidentCurve({ incident, files }: { incident: Work; files: readonly IncidentFile[] }) {
  const digest = files.find(each => each.kind === 'evidence')?.digest;
  const [answer, setAnswer] = useState<Answer<Series> | undefined>();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    void curveOf(incident, digest).then(got => {
      if (!gone) setAnswer(got);
    });
    return () => {
      gone = true;
    };
  }, [incident.incident, digest]);
  useDrawn(box, answer, incident.openedAt);
  const drawn = answer?.ok ? answer.value : undefined;
  return (
    <section class="card card-body" aria-labelledby="curve-title">
      <h2 id="curve-title">{say('one.curve')}</h2>
      <div class="chart" ref={box} aria-hidden="true" />
      {answer && !answer.ok && <Note tone="bad">{sayTrouble(answer.trouble)}</Note>}
      {drawn && drawn.points.length === 0 && <p class="quiet">{say('one.curve.none')}</p>}
      {drawn && drawn.points.length > 0 && (
        <p class="spoken">
          {say('one.curve.spoken', { n: whole(drawn.points.length), peak: watts(figuresOf(drawn).peak) })}
        </p>
      )}
      <p class="quiet">{say(digest ? 'one.frozen' : 'one.unfrozen')}</p>
    </section>
  );
}

async function curveOf(incident: Work, digest: string | undefined): Promise<Answer<Series>> {
  if (digest) {
    const frozen = await ask(pack, paths.incidentFile(incident.incident, digest));
    return frozen.ok ? { ok: true, value: packSeries(frozen.value.curve) } : frozen;
  }
  const shed = incident.shed ?? '';
  const path = incident.socket ? paths.socketReadings(shed, incident.socket) : paths.shedReadings(shed);
  const from = new Date(incident.openedAt - AROUND_MILLIS).toISOString();
  const to = new Date(incident.openedAt + AROUND_MILLIS).toISOString();
  return ask(series, path + query({ from, to, every: 'PT2S' }));
}

/** The chart library is loaded when the first curve is there. */
function useDrawn(
  box: { readonly current: HTMLDivElement | null },
  answer: Answer<Series> | undefined,
  at: number,
) {
  useEffect(() => {
    if (!answer?.ok || answer.value.points.length === 0 || !box.current) return;
    let remove: (() => void) | undefined;
    let gone = false;
    const place = box.current;
    void import('../ui/chart').then(library => {
      if (gone) return;
      const chart = new library.PowerChart(place, () => undefined);
      chart.show(answer.value, { from: at - AROUND_MILLIS, to: at + AROUND_MILLIS });
      remove = () => chart.remove();
    });
    return () => {
      gone = true;
      remove?.();
    };
  }, [answer, at]);
}
