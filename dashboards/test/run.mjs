// Runs one TypeScript file of the tests with Vite's own module runner: no further tool needed.
import { runnerImport } from 'vite';

const [file, ...rest] = process.argv.slice(2);
process.argv = [process.argv[0], file, ...rest];
await runnerImport(file, { root: new URL('..', import.meta.url).pathname, logLevel: 'error' });
