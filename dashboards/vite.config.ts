import { defineConfig } from 'vite';

// Three pages, three bundles: the residents' page must stay tiny, so nothing is pulled in by another audience.
export default defineConfig({
  root: import.meta.dirname,
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'target/classes/dashboards',
    emptyOutDir: true,
    assetsInlineLimit: 0, // the content security policy allows no data: addresses
    modulePreload: { polyfill: false },
    target: ['chrome87', 'safari14', 'firefox88'], // what WeChat's browser on an old phone still runs
    rolldownOptions: { input: ['index.html', 'staff.html', 'safety.html'] },
  },
});
