import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = ['src', 'test'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') })),
);
const styles = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.css'))
  .map(name => ({ path: `src/${name}`, text: readFileSync(`src/${name}`, 'utf8') }));
const sources = files.filter(file => file.path.startsWith('src/'));
const room = (path: string) => path.split('/')[1]!;

/** Which rooms a room may import; itself always. */
const ARROWS: Record<string, string[]> = {
  wire: [],
  state: ['wire'],
  i18n: ['wire'],
  ui: ['wire', 'state', 'i18n'],
  staff: ['wire', 'state', 'i18n', 'ui'],
  residents: ['wire', 'state', 'i18n', 'ui'],
  safety: ['wire', 'state', 'i18n', 'ui'],
};

describe('the house', () => {
  it.each(sources)('$path follows the arrows: audiences never import each other', ({ path, text }) => {
    const imported = [...text.matchAll(/from '\.\.\/(\w+)\//g)].map(found => found[1]!);
    expect(imported.filter(each => !ARROWS[room(path)]!.includes(each))).toEqual([]);
  });

  it.each(sources)('$path: no any, no inline style, no markup from text', ({ text }) => {
    expect(text).not.toMatch(/\bas any\b|: any\b|<any>|dangerouslySetInnerHTML|innerHTML|\sstyle=/);
  });

  it.each(sources.filter(file => file.path.startsWith('src/state/')))('$path is pure', ({ text }) => {
    expect(text).not.toMatch(/Date\.now|performance\.|Math\.random|fetch\(|document\.|window\./);
  });

  it.each([...files, ...styles])('$path is short', ({ text }) => {
    expect(text.split('\n').length).toBeLessThanOrEqual(251);
  });

  it.each(['index.html', 'staff.html', 'safety.html'])('%s has nothing inline', page => {
    const html = readFileSync(page, 'utf8');
    expect(html).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]* src=)/);
    expect(html).toContain('lang="zh-CN"');
  });

  it('the lock file names no registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
  });
});
