import { alarms } from './catalogue/alarms';
import { amperes, celsius, MISSING, volts, watts } from './format';
import { speaker } from './speak';

const say = speaker(alarms);

/** In which unit an alarm of that kind measures. */
const UNITS: Record<string, (value: number) => string> = {
  overcurrent: amperes,
  overpower: watts,
  'shed-overload': watts,
  'relay-welded': watts,
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
