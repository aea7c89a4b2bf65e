import { render } from 'preact';
import { residents } from '../i18n/catalogue/residents';
import { speaker, startLanguage } from '../i18n/speak';
import { onLanguage } from '../ui/language';
import { startTicker } from '../ui/now';
import '../ui/tokens.css';
import '../ui/base.css';
import './residents.css';
import { followSheds, serverTime, tick } from './follow';
import { FreeList } from './list';

let drawing = 0;
function draw(): void {
  document.title = speaker(residents)('page.title');
  render(<FreeList key={drawing++} />, document.getElementById('page')!);
}

startLanguage();
onLanguage(draw);
startTicker(serverTime, tick);
draw();
followSheds();
