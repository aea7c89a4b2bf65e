import { alarms } from './catalogue/alarms';
import { amperes, celsius, MISSING, quantity, volts, watts } from './format';
import { speaker } from './speak';

const say = speaker(alarms);

/** A relay that is open lets less than a watt through. */
const fewWatts = (value: number) => (value < 10 ? quantity(value, 1, 'W') : watts(value));

/** In which unit an alarm of that kind measures. */
const UNITS: Record<string, (value: number) => string> = {
  overcurrent: amperes,
  overpower: watts,
  'shed-overload': watts,
  'relay-welded': fewWatts,
  overtemperature: celsius,
  undervoltage: volts,
  overvoltage: volts,
};

/** The measured value against its limit; empty where there is none or its unit is not known. */
export function sayMeasure(
  kind: string | undefined,
  measured: number | undefined,
  limit: number | undefined,
): string {
  const unit = UNITS[kind ?? ''];
  if (!unit || measured === undefined) return '';
  return say('alert.measured', {
    measured: unit(measured),
    limit: limit === undefined ? MISSING : unit(limit),
  });
}
