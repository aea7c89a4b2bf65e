import { common } from '../i18n/catalogue/common';
import { why } from '../i18n/catalogue/why';
import { wattHours, whole } from '../i18n/format';
import { speaker } from '../i18n/speak';
import { nameOf } from '../i18n/words';
import { useAnswer } from '../ui/answer';
import { cost, type Cost } from '../wire/cost';
import { paths } from '../wire/paths';
import './why.css';

const say = speaker({ ...common, ...why });

/** Why not a wire: cost of a charge here, the fine, the fires. Nothing without an answer. */
export function WhyNotAWire() {
  const { value } = useAnswer(cost, paths.chargeCost);
  if (!value || (value.yuan ?? value.fineToYuan ?? value.fires) === undefined) return null;
  return (
    <section class="why" aria-labelledby="why-title">
      <h2 id="why-title">{say('why.title')}</h2>
      <dl>
        <Facts of={value} />
      </dl>
      <Worth of={value} />
    </section>
  );
}

function Facts({ of }: { of: Cost }) {
  const { yuan, fineFromYuan, fineToYuan, fires } = of;
  const energy = wattHours(of.wattHours);
  const basis = of.measured ? say('why.measured', { energy }) : say('why.assumed', { energy });
  return (
    <>
      {yuan !== undefined && (
        <Fact
          name={say('why.charge')}
          figure={say('why.yuan', { yuan: yuan.toFixed(2) })}
          source={[basis, sourceOf(of.tariffSource)].filter(Boolean).join(' · ')}
        />
      )}
      {fineFromYuan !== undefined && fineToYuan !== undefined && (
        <Fact
          name={say('why.fine')}
          figure={say('why.fine.yuan', { from: whole(fineFromYuan), to: whole(fineToYuan) })}
          source={sourceOf(of.fineSource)}
        />
      )}
      {fires !== undefined && (
        <Fact
          name={say('why.fires')}
          figure={say('why.fires.count', { fires: whole(fires), deaths: whole(of.fireDeaths ?? 0) })}
          source={sourceOf(of.firesSource)}
        />
      )}
    </>
  );
}

const sourceOf = (source: Cost['fineSource']) => (source ? nameOf(source) : '');

function Worth({ of: { yuan, fineFromYuan } }: { of: Cost }) {
  const charges = yuan && fineFromYuan ? Math.floor(fineFromYuan / yuan) : 0;
  return charges > 1 ? <p>{say('why.worth', { n: whole(charges) })}</p> : null;
}

function Fact(props: { name: string; figure: string; source: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <strong>{props.figure}</strong> <span class="quiet">{props.source}</span>
      </dd>
    </div>
  );
}
