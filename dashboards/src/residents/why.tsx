import { common } from '../i18n/catalogue/common';
import { why } from '../i18n/catalogue/why';
import { wattHours, whole } from '../i18n/format';
import { speaker } from '../i18n/speak';
import { useAnswer } from '../ui/answer';
import { cost, type Cost } from '../wire/cost';
import { paths } from '../wire/paths';
import './why.css';

const say = speaker({ ...common, ...why });

/** Why not a wire: cost of a charge here, the fine, the fires. Without an answer the fires alone. */
export function WhyNotAWire() {
  const { value } = useAnswer(cost, paths.chargeCost);
  return (
    <section class="why" aria-labelledby="why-title">
      <h2 id="why-title">{say('why.title')}</h2>
      <dl>
        {value && <Money of={value} />}
        <Fact name={say('why.fires')} figure={say('why.fires.count')} source={say('why.fires.source')} />
      </dl>
      {value && <Worth of={value} />}
    </section>
  );
}

function Money({ of }: { of: Cost }) {
  const { yuan, fineFromYuan, fineToYuan } = of;
  const energy = wattHours(of.wattHours);
  const basis = of.measured ? say('why.measured', { energy }) : say('why.assumed', { energy });
  return (
    <>
      {yuan !== undefined && (
        <Fact
          name={say('why.charge')}
          figure={say('why.yuan', { yuan: yuan.toFixed(2) })}
          source={[basis, of.tariffSource].filter(Boolean).join(' · ')}
        />
      )}
      {fineFromYuan !== undefined && fineToYuan !== undefined && (
        <Fact
          name={say('why.fine')}
          figure={say('why.fine.yuan', { from: whole(fineFromYuan), to: whole(fineToYuan) })}
          source={of.fineSource ?? ''}
        />
      )}
    </>
  );
}

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
