import { BUDGETS, sizes } from './size';

/** `npm run size` says what each page of the last build costs, zipped. */
for (const [page, size] of Object.entries(sizes())) {
  const budget = BUDGETS[page as keyof typeof BUDGETS];
  console.log(`${page.padEnd(8)} ${size.toFixed(1).padStart(6)} kB of ${budget} kB`);
  if (size > budget) process.exitCode = 1;
}
