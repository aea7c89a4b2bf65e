import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { day, hourMinute, watts, zone } from '../i18n/format';
import { columnsOf } from '../state/curve';
import type { Range } from '../state/range';
import type { Series } from '../wire/history';

/** Heights and widths of the chart in the page's rem, so that a wall and large text get a larger one. */
const HEIGHT_REM = 15;
const LABEL_REM = 0.8;
const WATTS_REM = 4;
const DAY_SECONDS = 86_400;

/** A line of means over a band from lowest to highest. Colours are read from the page's tokens at each drawing. */
export class PowerChart {
  private plot: uPlot | null = null;
  private readonly watcher: ResizeObserver;

  /** @param onDrag both ends of a drag, epoch milliseconds */
  constructor(
    private readonly place: HTMLElement,
    private readonly onDrag: (from: number, to: number) => void,
  ) {
    this.watcher = new ResizeObserver(() => {
      const width = place.clientWidth;
      if (this.plot && width > 0 && width !== this.plot.width)
        this.plot.setSize({ width, height: rem(HEIGHT_REM) });
    });
    this.watcher.observe(place);
  }

  /** The same chart with other data, so that a cursor or a drag under way survives the next reading. */
  show(series: Series, range: Range): void {
    const data = columnsOf(series) as uPlot.AlignedData;
    this.plot ??= new uPlot(this.options(), data, this.place);
    const plot = this.plot;
    plot.batch(() => {
      plot.setData(data, false);
      plot.setScale('x', { min: range.from / 1000, max: range.to / 1000 });
    });
  }

  remove(): void {
    this.watcher.disconnect();
    this.plot?.destroy();
    this.plot = null;
  }

  private options(): uPlot.Options {
    const line = () => token('--chart-line');
    const axis: uPlot.Axis = {
      stroke: () => token('--ink-3'),
      grid: { stroke: () => token('--chart-grid'), width: 1 },
      ticks: { show: false },
      font: `${rem(LABEL_REM)}px ${getComputedStyle(this.place).fontFamily}`,
    };
    return {
      width: this.place.clientWidth || 480,
      height: rem(HEIGHT_REM),
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), zone()),
      legend: { show: false },
      padding: [10, 12, 0, 0],
      cursor: { drag: { x: true, y: false, setScale: false }, points: { size: 7 } },
      scales: {
        x: { time: true },
        y: { range: (_plot, _low, high) => [0, Math.max(10, high * 1.08)] },
      },
      axes: [
        {
          ...axis,
          size: 32,
          values: (_plot, splits, _axis, _space, step) => splits.map(each => timeLabel(each, step)),
        },
        { ...axis, size: rem(WATTS_REM), values: (_plot, splits) => splits.map(each => watts(each)) },
      ],
      series: [
        {},
        { stroke: line, width: 1.5, points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
      ],
      bands: [{ series: [3, 2], fill: () => token('--chart-band') }],
      plugins: [readout()],
      hooks: { setSelect: [plot => this.dragged(plot)] },
    };
  }

  private dragged(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width < 6) return;
    this.onDrag(plot.posToVal(left, 'x') * 1000, plot.posToVal(left + width, 'x') * 1000);
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  }
}

/** Midnight is said as a day, everything else as a time; long ranges have days only. */
function timeLabel(seconds: number, step: number): string {
  const time = hourMinute(seconds * 1000);
  return step >= DAY_SECONDS || time === '00:00' ? day(seconds * 1000) : time;
}

/** The values under the cursor in one line at the top of the chart. */
function readout(): uPlot.Plugin {
  const line = document.createElement('div');
  line.className = 'chart-readout';
  return {
    hooks: {
      init: plot => void plot.over.append(line),
      setCursor: plot => {
        const index = plot.cursor.idx;
        const at = index == null ? undefined : plot.data[0][index];
        const mean = index == null ? undefined : plot.data[1]?.[index];
        line.textContent =
          at === undefined || mean == null
            ? ''
            : `${day(at * 1000)} ${hourMinute(at * 1000)}  ${watts(mean)}`;
      },
    },
  };
}

function rem(size: number): number {
  return Math.round(size * parseFloat(getComputedStyle(document.documentElement).fontSize));
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
