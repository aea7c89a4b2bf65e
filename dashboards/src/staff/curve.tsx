import { useEffect, useRef, useState } from 'preact/hooks';
import { dayTime, length, watts, wattHours } from '../i18n/format';
import { nameOf, sayTrouble } from '../i18n/words';
import { bucketSeconds, spanRange, SPANS, zoomRange, type Range, type Span } from '../state/range';
import { figuresOf, type Figures } from '../state/curve';
import { Choice } from '../ui/choice';
import { Note } from '../ui/note';
import { ask, type Answer } from '../wire/api';
import { series, type Series } from '../wire/history';
import { paths, query } from '../wire/paths';
import type { Shed } from '../wire/sheds';
import type { PowerChart } from '../ui/chart';
import './curve.css';
import { now } from './hands';
import { say } from './words';

const SPAN_NAMES = Object.keys(SPANS) as Span[];
/** An unzoomed curve is read again this often, so that its right end stays near the present. */
const AGAIN_MILLIS = 30_000;

/** The power of one socket or a whole shed over time. The chart library is loaded when this is first opened. */
export function CurvePanel({ shed, socket }: { shed: Shed; socket: number | undefined }) {
  const [span, setSpan] = useState<Span>('day');
  const [zoom, setZoom] = useState<Range | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const [answer, range] = useSeries(shed.shed, socket, span, zoom, box);
  const what = nameOf(shed.name) + (socket ? ` ${say('drawer.socket', { n: socket })}` : '');
  return (
    <section class="curve" aria-labelledby="curve-title">
      <header class="curve-head">
        <h3 id="curve-title">
          {say('chart.title')}{' '}
          <span class="quiet">{socket ? say('drawer.socket', { n: socket }) : say('drawer.whole')}</span>
        </h3>
        <Choice
          label={say('chart.span.label')}
          options={SPAN_NAMES}
          chosen={zoom ? undefined : span}
          say={each => say(`chart.span.${each}`)}
          onChoose={each => {
            setZoom(null);
            setSpan(each);
          }}
        />
      </header>
      <Drawn box={box} answer={answer} range={range} onZoom={setZoom} />
      <footer class="curve-foot">
        {answer?.ok && <FigureLine what={what} range={range} series={answer.value} />}
        <ZoomButtons range={range} zoomed={zoom !== null} onZoom={setZoom} />
      </footer>
    </section>
  );
}

interface DrawnProps {
  box: { current: HTMLDivElement | null };
  answer: Answer<Series> | null;
  range: Range;
  onZoom: (range: Range) => void;
}

function Drawn({ box, answer, range, onZoom }: DrawnProps) {
  const chart = useRef<PowerChart | null>(null);
  const zoom = useRef(onZoom);
  zoom.current = onZoom;
  useEffect(() => {
    if (!answer?.ok || !box.current) return;
    let gone = false;
    const place = box.current;
    void import('../ui/chart').then(library => {
      if (gone) return;
      chart.current ??= new library.PowerChart(place, (a, b) => zoom.current(zoomRange(a, b)));
      chart.current.show(answer.value, range);
    });
    return () => {
      gone = true;
    };
  }, [answer]);
  useEffect(() => () => chart.current?.remove(), []);
  return (
    <>
      <div class="chart" ref={box} aria-hidden="true" />
      {answer && !answer.ok && <Note tone="bad">{sayTrouble(answer.trouble)}</Note>}
      {answer?.ok && answer.value.points.length === 0 && (
        <p class="chart-empty quiet">{say('chart.empty')}</p>
      )}
    </>
  );
}

/** Fetches what the range needs; keeps the last answer on screen while the next one is under way. */
function useSeries(
  shed: string,
  socket: number | undefined,
  span: Span,
  zoom: Range | null,
  box: { readonly current: HTMLElement | null },
): [Answer<Series> | null, Range] {
  const [shown, show] = useState<{ answer: Answer<Series>; range: Range } | null>(null);
  useEffect(() => {
    let gone = false;
    const fetchNow = async () => {
      const range = zoom ?? spanRange(span, now());
      const seconds = bucketSeconds(range, box.current?.clientWidth ?? 600);
      const path = socket ? paths.socketReadings(shed, socket) : paths.shedReadings(shed);
      const times = { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() };
      const answer = await ask(series, path + query({ ...times, every: `PT${seconds}S` }));
      if (!gone) show({ answer, range });
    };
    void fetchNow();
    const timer = zoom ? undefined : setInterval(() => void fetchNow(), AGAIN_MILLIS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [shed, socket, span, zoom]);
  return [shown?.answer ?? null, shown?.range ?? spanRange(span, now())];
}

function FigureLine({ what, range, series: shown }: { what: string; range: Range; series: Series }) {
  const figures: Figures = figuresOf(shown);
  const values = {
    mean: watts(figures.mean),
    peak: watts(figures.peak),
    energy: wattHours(figures.wattHours),
  };
  return (
    <>
      <p class="spoken">
        {say('chart.spoken', { what, from: dayTime(range.from), to: dayTime(range.to), ...values })}
      </p>
      <dl class="curve-figures" aria-hidden="true">
        {(['mean', 'peak', 'energy'] as const).map(each => (
          <div key={each}>
            <dt>{say(`chart.${each}`)}</dt>
            <dd class="figure">{values[each]}</dd>
          </div>
        ))}
        <div>
          <dt>{say('chart.bucket')}</dt>
          <dd class="figure">{length(shown.every)}</dd>
        </div>
      </dl>
      <p class="quiet curve-hint">
        {say('chart.band')} {say('chart.hint')}
      </p>
    </>
  );
}

/** Zooming without a mouse. */
function ZoomButtons(props: { range: Range; zoomed: boolean; onZoom: (range: Range | null) => void }) {
  const { from, to } = props.range;
  const quarter = (to - from) / 4;
  return (
    <div class="curve-buttons">
      <button type="button" onClick={() => props.onZoom(zoomRange(from + quarter, to - quarter))}>
        {say('chart.zoom.in')}
      </button>
      {props.zoomed && (
        <button type="button" onClick={() => props.onZoom(null)}>
          {say('chart.zoom.reset')}
        </button>
      )}
    </div>
  );
}
