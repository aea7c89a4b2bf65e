import { useEffect, useState } from 'preact/hooks';
import { hourMinute } from '../i18n/format';
import { sayTrouble } from '../i18n/words';
import { MarkIcon } from '../ui/mark';
import { Note } from '../ui/note';
import { ask, type Answer } from '../wire/api';
import { paths } from '../wire/paths';
import { shed as shape, type Shed, type Socket } from '../wire/sheds';
import { roundUp, say } from './words';
import './tonight.css';

/** One shed in full: the evening's chances and each socket with its expected finish. */
export function Tonight({ shed, stale }: { shed: Shed; stale: boolean }) {
  const [answer, setAnswer] = useState<Answer<Shed>>();
  useEffect(() => {
    let gone = false;
    void ask(shape, paths.shed(shed.shed)).then(heard => {
      if (!gone) setAnswer(heard);
    });
    return () => {
      gone = true;
    };
  }, [shed]);
  const { fullFrom, fullChance = [] } = shed.forecast ?? {};
  return (
    <div class="tonight">
      <h3>{say('tonight.title')}</h3>
      {fullFrom === undefined || stale ? (
        <p class="quiet">{say('tonight.none')}</p>
      ) : (
        <ol class="chances">
          {fullChance.map((chance, index) => (
            <Chance key={index} hour={fullFrom + index * HOUR_MILLIS} chance={chance} />
          ))}
        </ol>
      )}
      <h3>{say('sockets.title')}</h3>
      {!answer && <p class="quiet">{say('loading')}</p>}
      {answer && !answer.ok && <Note tone="bad">{sayTrouble(answer.trouble)}</Note>}
      {answer?.ok && (
        <ul class="socket-list">
          {(answer.value.sockets ?? []).map(socket => (
            <SocketRow key={socket.socket} socket={socket} />
          ))}
        </ul>
      )}
    </div>
  );
}

const HOUR_MILLIS = 3_600_000;

function Chance({ hour, chance }: { hour: number; chance: number }) {
  const percent = Math.round(chance * 100);
  return (
    <li>
      <span class="spoken">{say('tonight.row', { hour: hourMinute(hour), percent })}</span>
      <span aria-hidden="true">{hourMinute(hour)}</span>
      <progress aria-hidden="true" max={100} value={percent} />
      <span aria-hidden="true" class="figure">
        {percent}%
      </span>
    </li>
  );
}

function SocketRow({ socket }: { socket: Socket }) {
  const { finish } = socket;
  return (
    <li>
      <span>{say('socket.number', { n: socket.socket })}</span>
      <span class="usage">
        <MarkIcon usage={socket.usage} /> {say(`usage.${socket.usage}`)}
      </span>
      {finish && (
        <span class="quiet">
          {say('finish.range', {
            at: hourMinute(roundUp(finish.at)),
            from: hourMinute(finish.from),
            to: hourMinute(finish.to),
          })}
        </span>
      )}
    </li>
  );
}
