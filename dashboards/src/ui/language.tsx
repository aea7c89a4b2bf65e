import { language, setLanguage } from '../i18n/speak';
import { say } from '../i18n/words';

let redraw: () => void = () => undefined;

/** The page's main says how the whole page is drawn again. */
export function onLanguage(draw: () => void): void {
  redraw = draw;
}

export function LanguageSwitch() {
  return (
    <button
      type="button"
      class="quiet-button"
      lang={language() === 'en' ? 'zh-CN' : 'en'}
      aria-label={say('language.switch')}
      onClick={() => {
        setLanguage(language() === 'en' ? 'zh-CN' : 'en');
        redraw();
      }}
    >
      {say('language.other')}
    </button>
  );
}
