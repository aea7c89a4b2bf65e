import { defineConfig, type Plugin } from 'vite';

/**
 * Puts the style sheet into the residents' page: on a slow network it is drawn with the first answer, a round trip earlier.
 * The server and the made-up town allow that very style in the content security policy, by its hash.
 */
function styleInPage(): Plugin {
  return {
    name: 'style-in-page',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('no index.html was built');
      page.source = String(page.source).replace(
        /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g,
        (_link, file: string) => {
          const style = bundle[file];
          if (style?.type !== 'asset') throw new Error(`no ${file} was built`);
          delete bundle[file];
          return `<style>${String(style.source)}</style>`;
        },
      );
    },
  };
}

// Three pages, three bundles: the residents' page must stay tiny, so nothing is pulled in by another audience. It is built by
// itself (--mode residents): what it shares with the others would be files of its own, each one more connection to wait for.
export default defineConfig(({ mode }) => ({
  root: import.meta.dirname,
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: mode === 'residents' ? [styleInPage()] : [],
  build: {
    outDir: 'target/classes/dashboards',
    emptyOutDir: mode !== 'residents',
    assetsInlineLimit: 0, // the content security policy allows no data: addresses
    modulePreload: { polyfill: false },
    target: ['chrome87', 'safari14', 'firefox88'], // what WeChat's browser on an old phone still runs
    rolldownOptions:
      mode === 'residents'
        ? {
            input: ['index.html'],
            output: { codeSplitting: { groups: [{ name: 'residents', tags: ['$initial'] }] } },
          }
        : { input: ['staff.html', 'safety.html'] },
  },
}));
