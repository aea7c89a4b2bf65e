import { render } from 'preact';
import { startLanguage } from '../i18n/speak';
import { viewOf } from '../state/desk';
import { onLanguage } from '../ui/language';
import { startTicker } from '../ui/now';
import { startTheme } from '../ui/theme';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import './staff.css';
import './duty.css';
import { DeskPage } from './desk';
import { desk, enter, hurry, mark, now } from './hands';
import './stale.css'; // After all views: what is old is grey in each of them.
import { say } from './words';

/** Each drawing after a change of language starts from scratch, so that no word of the other language stays. */
let drawing = 0;
function draw(): void {
  document.title = say('page.title');
  render(<DeskPage key={drawing++} />, document.getElementById('page')!);
}

startLanguage();
startTheme();
onLanguage(draw);
startTicker(now, () => desk.send({ type: 'tick', mark: mark() }));
addEventListener('hashchange', () => desk.send({ type: 'view', view: viewOf(location.hash) }));
addEventListener('online', hurry);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) hurry();
});
draw();
void enter();
