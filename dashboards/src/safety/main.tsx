import { render } from 'preact';
import { startLanguage } from '../i18n/speak';
import { hearTime, NO_CLOCK, serverNow } from '../state/clock';
import { onLanguage } from '../ui/language';
import { startTicker } from '../ui/now';
import { startTheme } from '../ui/theme';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/parts.css';
import './safety.css';
import { ask } from '../wire/api';
import { paths } from '../wire/paths';
import { sheds } from '../wire/sheds';
import { SafetyPage } from './page';
import { say } from './words';

let clock = NO_CLOCK;

/** The list of sheds is read for its `at`: the server's time, by which ages are told. */
async function readTime(): Promise<void> {
  const answer = await ask(sheds, paths.sheds);
  if (answer.ok) clock = hearTime(clock, answer.value.at, performance.now(), false);
}

let drawing = 0;
function draw(): void {
  document.title = say('page.title');
  render(<SafetyPage key={drawing++} />, document.getElementById('page')!);
}

startLanguage();
startTheme();
onLanguage(draw);
startTicker(
  () => serverNow(clock, performance.now()),
  () => undefined,
);
void readTime();
draw();
