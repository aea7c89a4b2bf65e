import { useState } from 'preact/hooks';
import { nameOf } from '../i18n/words';
import { FormDialog, type Field } from '../ui/form';
import { SEVERITIES } from '../wire/alerts';
import { nothing, send } from '../wire/api';
import { AUDIENCES, COURIERS, type CourierWord, type NoticeRoute } from '../wire/notices';
import { paths } from '../wire/paths';
import type { Site } from '../wire/people';
import { Box, Options } from './fields';
import { say, sayCourier } from './notice-words';
import { KINDS, RULES, sayKind } from './words';

interface Props {
  /** The one that is changed; undefined: a new one. */
  route: NoticeRoute | undefined;
  site: Site | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Couriers whose receivers check a signature. */
const SIGNING: readonly CourierWord[] = ['dingtalk', 'feishu', 'webhook'];

/** A route, new or changed. What is left empty of address and secret stays as it was. */
export function RouteForm({ route, site, onClose, onDone }: Props) {
  const [courier, setCourier] = useState<CourierWord>(route?.courier ?? 'wecom');
  const kept = route?.courier === courier ? route : undefined;
  return (
    <FormDialog
      title={route ? say('routes.edit.what', { name: route.name }) : say('routes.add')}
      submit={say('form.save')}
      onClose={onClose}
      onDone={onDone}
      send={field =>
        route
          ? send(nothing, 'PUT', paths.noticeRoute(route.route), askedOf(field))
          : send(nothing, 'POST', paths.noticeRoutes, askedOf(field))
      }
    >
      <label class="field">
        <span>{say('form.name')}</span>
        <input
          name="name"
          required
          maxLength={80}
          defaultValue={route?.name}
          placeholder={say('form.name.hint')}
          autoComplete="off"
        />
      </label>
      <label class="field">
        <span>{say('form.courier')}</span>
        <select
          name="courier"
          value={courier}
          onChange={event => setCourier(event.currentTarget.value as CourierWord)}
        >
          {COURIERS.map(each => (
            <option key={each} value={each}>
              {sayCourier(each)}
            </option>
          ))}
        </select>
      </label>
      <Destination courier={courier} kept={kept} />
      <Filter route={route} site={site} />
      <Times route={route} />
      <Switches route={route} />
    </FormDialog>
  );
}

function Destination({ courier, kept }: { courier: CourierWord; kept: NoticeRoute | undefined }) {
  return (
    <>
      <label class="field">
        <span>{say(courier === 'smtp' ? 'form.address.mail' : 'form.address')}</span>
        <input
          name="address"
          required={!kept}
          maxLength={1000}
          autoComplete="off"
          spellcheck={false}
          placeholder={kept ? say('form.address.kept', { address: kept.address }) : ''}
        />
      </label>
      {SIGNING.includes(courier) && (
        <label class="field">
          <span>{say('form.secret')}</span>
          <input
            name="secret"
            maxLength={200}
            autoComplete="off"
            spellcheck={false}
            placeholder={kept?.hasSecret ? say('form.secret.kept') : ''}
          />
        </label>
      )}
      {kept?.hasSecret && <Box name="unsigned" words={say('form.secret.remove')} />}
      <p class="quiet">{say('form.secret.privacy')}</p>
    </>
  );
}

function Filter({ route, site }: { route: NoticeRoute | undefined; site: Site | undefined }) {
  return (
    <>
      <Options
        name="audience"
        words={AUDIENCES}
        chosen={route?.audience}
        say={each => say(`audience.${each}`)}
      />
      <Options
        name="least"
        words={SEVERITIES}
        chosen={route?.least ?? 'major'}
        say={each => say(`routes.least.${each}`)}
      />
      <details open={(route?.rules.length ?? 0) > 0}>
        <summary>{say('form.rules')}</summary>
        <div class="boxes">
          {[...RULES, ...KINDS].map(each => (
            <Box
              key={each}
              name="rules"
              value={each}
              words={sayKind(each)}
              checked={route?.rules.includes(each) ?? false}
            />
          ))}
        </div>
      </details>
      {site && site.grids.length > 0 && (
        <details open={(route?.grids.length ?? 0) > 0}>
          <summary>{say('form.grids')}</summary>
          <div class="boxes">
            {site.grids.map(each => (
              <Box
                key={each.grid}
                name="grids"
                value={each.grid}
                words={nameOf(each.name)}
                checked={route?.grids.includes(each.grid) ?? false}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Times({ route }: { route: NoticeRoute | undefined }) {
  return (
    <>
      <div class="field-pair">
        <label class="field">
          <span>{say('form.from')}</span>
          <input type="time" name="from" required defaultValue={route?.from ?? '00:00'} />
        </label>
        <label class="field">
          <span>{say('form.to')}</span>
          <input type="time" name="to" required defaultValue={route?.to ?? '00:00'} />
        </label>
      </div>
      <Options
        name="outside"
        words={['skip', 'wait'] as const}
        chosen={route?.outside}
        say={each => say(`form.outside.${each}`)}
      />
      <label class="field">
        <span>{say('form.after')}</span>
        <input
          type="number"
          name="afterMinutes"
          required
          min={0}
          max={1440}
          defaultValue={String(route?.afterMinutes ?? 0)}
        />
      </label>
    </>
  );
}

function Switches({ route }: { route: NoticeRoute | undefined }) {
  return (
    <>
      <Options
        name="language"
        words={['zh', 'en'] as const}
        chosen={route?.language}
        say={each => say(`form.language.${each}`)}
      />
      <div class="boxes wide">
        <Box name="tellsClears" words={say('form.clears')} checked={route?.tellsClears ?? true} />
        <Box name="digest" words={say('form.digest')} checked={route?.digest ?? false} />
        <Box name="enabled" words={say('form.enabled')} checked={route?.enabled ?? true} />
      </div>
    </>
  );
}

/** What is left out of address and secret stays; empty text takes a secret away. */
function askedOf(field: Field): Record<string, unknown> {
  const [address, secret] = [field('address'), field('secret')];
  return {
    name: field('name'),
    courier: field('courier'),
    ...(address && { address }),
    ...(field('unsigned') ? { secret: '' } : secret && { secret }),
    audience: field('audience'),
    least: field('least'),
    rules: field.all('rules'),
    grids: field.all('grids'),
    from: field('from'),
    to: field('to'),
    outside: field('outside'),
    afterMinutes: Number(field('afterMinutes')),
    language: field('language'),
    tellsClears: field('tellsClears') === 'yes',
    digest: field('digest') === 'yes',
    enabled: field('enabled') === 'yes',
  };
}
