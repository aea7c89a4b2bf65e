const WIDTH = 300;
const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;
const EDGE = 5;

interface Props {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Both ends of the scale. */
  readonly from: number;
  readonly to: number;
}

/** An estimate on its scale: the dot is the number, the bar its interval, the tick zero. The words beside it say the same. */
export function Interval({ estimate, low, high, from, to }: Props) {
  const x = (value: number) => {
    const share = to > from ? (Math.min(to, Math.max(from, value)) - from) / (to - from) : 0;
    return EDGE + share * (WIDTH - 2 * EDGE);
  };
  return (
    <svg class="interval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="interval-scale" x1={x(from)} x2={x(to)} y1={MIDDLE} y2={MIDDLE} />
      <line class="interval-zero" x1={x(0)} x2={x(0)} y1="1" y2={HEIGHT - 1} />
      <line class="interval-bar" x1={x(low)} x2={x(high)} y1={MIDDLE} y2={MIDDLE} />
      <circle class="interval-dot" cx={x(estimate)} cy={MIDDLE} r="4.5" />
    </svg>
  );
}
