import { useState } from 'preact/hooks';
import { common } from '../i18n/catalogue/common';
import { wish as words } from '../i18n/catalogue/wish';
import { language, speaker } from '../i18n/speak';
import { useAnswer } from '../ui/answer';
import { Note } from '../ui/note';
import { nothing, send } from '../wire/api';
import { paths } from '../wire/paths';
import { pushKey } from '../wire/wish';

const say = speaker({ ...common, ...words });

/** Browsers have these on HTTPS and localhost only; WeChat's has none. */
const canPush = () => Boolean(window.PushManager && window.Notification && navigator.serviceWorker);

/** What a phone says of being told with the page closed; `quiet`: what holds while it is not. */
export function PushOffer(props: { token: string; on: boolean; quiet: string; onTold: () => void }) {
  if (props.on) return <p class="quiet">{say('push.on')}</p>;
  return (
    <>
      {canPush() && <Offer {...props} />}
      <p class="quiet">{props.quiet}</p>
    </>
  );
}

type Tried = 'told' | 'denied' | 'failed';

/** Nothing is asked of the reader before the tap. */
function Offer({ token, onTold }: { token: string; onTold: () => void }) {
  const { value } = useAnswer(pushKey, paths.pushKey);
  const [state, setState] = useState<Tried | 'busy'>();
  if (!value) return null;
  return (
    <>
      <button
        type="button"
        disabled={state === 'busy'}
        onClick={() => {
          setState('busy');
          void tellClosed(token, value.key).then(tried => {
            setState(tried);
            if (tried === 'told') onTold();
          });
        }}
      >
        {say('push.ask')}
      </button>
      {(state === 'denied' || state === 'failed') && <Note tone="bad">{say(`push.${state}`)}</Note>}
    </>
  );
}

async function tellClosed(token: string, key: string): Promise<Tried> {
  try {
    if ((await Notification.requestPermission()) !== 'granted') return 'denied';
    const { pushManager } = await navigator.serviceWorker.ready;
    const { endpoint, keys } = (await subscribe(pushManager, key)).toJSON();
    const body = { endpoint, keys, language: language() === 'en' ? 'en' : 'zh' };
    const answer = await send(nothing, 'PUT', paths.pushWish(token), body);
    return answer.ok ? 'told' : 'failed';
  } catch {
    return 'failed'; // The push service is out of reach, or there is none.
  }
}

/** A subscription to an earlier key of the server is of no use any more. */
async function subscribe(manager: PushManager, key: string): Promise<PushSubscription> {
  const options = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await manager.subscribe(options);
  } catch (refusal) {
    const old = await manager.getSubscription();
    if (!(await old?.unsubscribe())) throw refusal;
    return manager.subscribe(options);
  }
}
