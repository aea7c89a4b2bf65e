import { amperes, MISSING, volts, watts } from '../i18n/format';
import { MarkIcon } from '../ui/mark';
import { memo } from '../ui/memo';
import { Age, Since } from '../ui/now';
import type { Shed, Socket } from '../wire/sheds';
import type { Question } from './cut';
import { go } from './hands';
import './sockets.css';
import { say } from './words';

type Ask = (question: Question) => void;

/** Each socket's numbers, since when its usage holds, and how old its reading is. */
export function SocketTable(props: { shed: Shed; chosen: number | undefined; onAsk: Ask }) {
  const { shed, chosen, onAsk } = props;
  if (!shed.sockets) return <p class="quiet empty">{say('loading')}</p>;
  return (
    <table class="socket-table">
      <caption class="spoken">{say('drawer.sockets')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('column.socket')}</th>
          <th scope="col">{say('column.usage')}</th>
          <th scope="col" class="number">
            {say('column.volts')}
          </th>
          <th scope="col" class="number">
            {say('column.amperes')}
          </th>
          <th scope="col" class="number">
            {say('column.watts')}
          </th>
          <th scope="col" class="number">
            {say('column.since')}
          </th>
          <th scope="col" class="number">
            {say('column.age')}
          </th>
          <th scope="col" class="action">
            <span class="spoken">{say('column.action')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shed.sockets.map(socket => (
          <SocketRow
            key={socket.socket}
            shed={shed}
            socket={socket}
            chosen={socket.socket === chosen}
            onAsk={onAsk}
          />
        ))}
      </tbody>
    </table>
  );
}

const SocketRow = memo(function SocketRow(props: {
  shed: Shed;
  socket: Socket;
  chosen: boolean;
  onAsk: Ask;
}) {
  const { shed, socket, chosen, onAsk } = props;
  const show = () =>
    go(
      chosen ? { page: 'board', shed: shed.shed } : { page: 'board', shed: shed.shed, socket: socket.socket },
    );
  return (
    <tr class={`socket-row usage-${socket.usage}${chosen ? ' chosen' : ''}`}>
      <th scope="row">
        <button
          type="button"
          class="socket-number"
          aria-pressed={chosen}
          aria-label={say('drawer.socket', { n: socket.socket })}
          onClick={show}
        >
          {socket.socket}
        </button>
      </th>
      <td class="usage">
        <MarkIcon usage={socket.usage} />
        <span>{say(`usage.${socket.usage}`)}</span>
        <UsageNote socket={socket} />
      </td>
      <td class="number">{volts(socket.volts)}</td>
      <td class="number">{amperes(socket.amperes)}</td>
      <td class="number strong">{watts(socket.watts)}</td>
      <td class="number">{socket.since === undefined ? MISSING : <Since at={socket.since} />}</td>
      <td class="number quiet">
        <Age at={socket.at} />
      </td>
      <td class="action">
        <SocketAction shed={shed} socket={socket} onAsk={onAsk} />
      </td>
    </tr>
  );
});

function UsageNote({ socket }: { socket: Socket }) {
  if (socket.usage === 'unknown' && socket.lastUsage) {
    return <small>{say('usage.last', { usage: say(`usage.${socket.lastUsage}`) })}</small>;
  }
  const expectedOpen = socket.usage === 'disabled' || socket.usage === 'tripped';
  return socket.relay === 'open' && !expectedOpen ? <small>{say('relay.open')}</small> : null;
}

/** One action fits each usage: a trip is reset, a disabled socket restored, everything else can be cut. */
function SocketAction({ shed, socket, onAsk }: { shed: Shed; socket: Socket; onAsk: Ask }) {
  const n = socket.socket;
  if (socket.usage === 'tripped') {
    return (
      <button
        type="button"
        aria-label={say('act.reset.socket', { n })}
        onClick={() => onAsk({ ask: 'reset', shed, socket: n })}
      >
        {say('act.reset')}
      </button>
    );
  }
  if (socket.usage === 'disabled') {
    return (
      <button
        type="button"
        aria-label={say('act.close.socket', { n })}
        onClick={() => onAsk({ ask: 'close', shed, socket: n })}
      >
        {say('act.close')}
      </button>
    );
  }
  return (
    <button
      type="button"
      class="danger-quiet"
      aria-label={say('act.cut.socket', { n })}
      onClick={() => onAsk({ ask: 'cut', shed, socket: n })}
    >
      {say('act.cut')}
    </button>
  );
}
