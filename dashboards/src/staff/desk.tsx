import { useEffect } from 'preact/hooks';
import { Login } from '../ui/login';
import { Note } from '../ui/note';
import { StaleBanner } from '../ui/stale';
import { useStore } from '../ui/store';
import { Alerts } from './alerts';
import { Bar } from './bar';
import './board.css';
import { DutyPage } from './duty';
import { desk, enter } from './hands';
import { Later } from './later';
import { Plan } from './plan';
import { RejectedPage } from './rejected';
import { RoundsPage } from './rounds';
import { SessionsPage } from './sessions';
import { ShedDrawer } from './drawer';
import { ShedList } from './sheds';
import { TotalsStrip } from './totals';
import { say } from './words';

const patrolsPage = () => import('./patrols').then(each => each.PatrolsPage);
const reportsPage = () => import('./reports').then(each => each.ReportsPage);
const pressurePage = () => import('./pressure').then(each => each.PressurePage);

/** The staff page: a login, or the frame with one of its views. */
export function DeskPage() {
  const who = useStore(desk, state => state.who);
  if (who === 'asking') {
    return (
      <main id="content" class="waiting">
        <p class="quiet">{say('loading')}</p>
        <Toast />
      </main>
    );
  }
  if (who === 'nobody') return <Login intro={say('login.intro')} onDone={() => void enter()} />;
  return <Frame />;
}

function Frame() {
  const page = useStore(desk, state => state.view.page);
  const stale = useStore(desk, state => state.board.stale);
  const heardMark = useStore(desk, state => state.board.heardMark);
  return (
    <div class={stale ? 'desk stale' : 'desk'}>
      <a class="skip" href="#content" onClick={skip}>
        {say('skip.content')}
      </a>
      <Bar />
      {stale && <StaleBanner mark={heardMark} />}
      {page === 'board' && <BoardPage />}
      {page === 'pressure' && <Later key="pressure" load={pressurePage} />}
      {page === 'patrols' && <Later key="patrols" load={patrolsPage} />}
      {page === 'reports' && <Later key="reports" load={reportsPage} />}
      {page === 'duty' && <DutyPage />}
      {page === 'rounds' && <RoundsPage />}
      {page === 'sessions' && <SessionsPage />}
      {page === 'rejected' && <RejectedPage />}
      <Toast />
    </div>
  );
}

/** The address after `#` is the view, so the skip link moves the focus itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

function BoardPage() {
  return (
    <main id="content" class="board" tabIndex={-1}>
      <h1 class="spoken">{say('nav.board')}</h1>
      <TotalsStrip />
      <Alerts />
      <Plan />
      <ShedList />
      <ShedDrawer />
    </main>
  );
}

const TOAST_MILLIS = 8_000;

function Toast() {
  const said = useStore(desk, state => state.said);
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => desk.send({ type: 'unsay' }), TOAST_MILLIS);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <div class="toast" aria-live="polite">
      {said && <Note tone={said.bad ? 'bad' : 'calm'}>{said.words}</Note>}
    </div>
  );
}
