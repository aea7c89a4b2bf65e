import { render } from 'preact';
import { startLanguage } from '../i18n/speak';
import { onLanguage } from '../ui/language';
import { startTicker } from '../ui/now';
import './residents.css';
import { followSheds, serverTime, tick } from './follow';
import { Page } from './page';
import { applyReading } from './reading';
import { say } from './words';

/** The code on a shed is `/?shed=s07`. */
const scanned = new URLSearchParams(location.search).get('shed') ?? '';
/** The code on a socket is `/?socket=s07-3`. */
const scannedSocket = new URLSearchParams(location.search).get('socket') ?? '';
const room = document.getElementById('page')!;

let drawing = 0;
function draw(): void {
  document.title = say('page.title');
  render(<Page key={drawing++} scanned={scanned} socket={scannedSocket} />, room);
}

startLanguage();
applyReading();
onLanguage(draw);
startTicker(serverTime, tick);
room.textContent = ''; // The still picture that was shown until now.
draw();
followSheds();
// For sheds without reception, and for words to a closed page. Only after everything that matters was fetched.
addEventListener('load', () => void navigator.serviceWorker?.register('/worker.js').catch(() => undefined));
