import fs from 'node:fs';
import path from 'node:path';
import { DOCS_PAGES } from './docs';
import { renderDoc } from './renderDoc';

const FOLDER = path.resolve(__dirname, '../../../docs');
const places = { page: (name: string) => `/a/modelwatch-app/docs/${name}`, image: (file: string) => `/public/${file}` };
const render = (name: string) => {
  const page = document.createElement('div');
  page.innerHTML = renderDoc(fs.readFileSync(path.join(FOLDER, `${name}.md`), 'utf8'), places);
  return page;
};
const pages = new Map(DOCS_PAGES.map(({ name }) => [name, render(name)]));

it('shows every page of docs/', () => {
  const files = fs.readdirSync(FOLDER).filter((file) => file.endsWith('.md'));
  expect(DOCS_PAGES.map(({ name }) => `${name}.md`).sort()).toEqual(files.sort());
});

it.each(DOCS_PAGES.map(({ name }) => name))('every link of %s leads somewhere', (name) => {
  for (const link of pages.get(name)!.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href')!;
    if (/^https?:/.test(href)) {
      continue;
    }
    const [, other = name, fragment] = /^(?:\/a\/modelwatch-app\/docs\/([\w-]+))?(?:#(.*))?$/.exec(href) ?? [href, ''];
    expect([name, href, pages.has(other)]).toEqual([name, href, true]);
    if (fragment !== undefined) {
      expect([name, href, pages.get(other)?.querySelector(`[id="${fragment}"]`) !== null]).toEqual([name, href, true]);
    }
  }
});

it('leaves no link to files that an installed bundle lacks, and takes images from the bundle', () => {
  const html = renderDoc(
    '[rules](../provisioning) and ![a](img/install/a.png) [x](install.md#docker)\n\n## A _b_, c',
    places
  );
  expect(html).toContain('rules and');
  expect(html).toContain('src="/public/img/install/a.png"');
  expect(html).toContain('href="/a/modelwatch-app/docs/install#docker"');
  expect(html).toContain('<h2 id="a-b-c">');
});
