import { createServer } from 'vite';
import { TownServer } from './server';

/**
 * `npm run town` serves the built pages with a made-up town; `npm run dev` serves the sources, which reload as they
 * change, with the same town behind. Log in as staff-1 / plain-sailing.
 */
const dev = process.argv.includes('--dev');
const server = new TownServer({ files: 'target/classes/dashboards', port: dev ? 0 : 8090 });
server.town.hurt('s07', 4, 'overcurrent', 16.2, 5.5, 95_000);
server.town.lose('s12', 640_000);
const address = await server.start();
if (dev) {
  const pages = await createServer({
    configFile: 'vite.config.ts',
    server: { port: 8090, host: '127.0.0.1', proxy: { '/api': address } },
  });
  await pages.listen();
}
console.log(`ready http://127.0.0.1:8090/staff${dev ? '.html' : ''}  (staff-1 / plain-sailing)`);
