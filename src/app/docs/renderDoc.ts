import { renderMarkdown } from '@grafana/data';
import { DOCS_PAGES } from './docs';

/** Where things are for a page that is shown in Grafana. */
export interface DocPlaces {
  /** Of a documentation page. */
  page(name: string): string;
  /** Of an image that came with the bundle. */
  image(path: string): string;
}

/**
 * A Markdown page of docs/ as safe HTML. Links to other pages stay in Grafana; those to files of the project, which an
 * installed bundle lacks, become plain text. Headings get the anchors that the pages link to.
 */
export function renderDoc(markdown: string, places: DocPlaces): string {
  const known = new Set(DOCS_PAGES.map(({ name }) => name));
  const text = markdown.replace(
    /(!?)\[([^\]]*)\]\(([^)\s]+)\)/g,
    (whole, bang: string, words: string, target: string) => {
      if (bang !== '') {
        return target.startsWith('img/') ? `![${words}](${places.image(target)})` : whole;
      }
      if (/^(https?:|#)/.test(target)) {
        return whole;
      }
      const [, name, fragment = ''] = /^([\w-]+)\.md(#.*)?$/.exec(target) ?? [];
      return name !== undefined && known.has(name) ? `[${words}](${places.page(name)}${fragment})` : words;
    }
  );
  return renderMarkdown(text).replace(/<h([1-6])>(.*?)<\/h\1>/g, (_, level: string, inner: string) => {
    return `<h${level} id="${slug(inner)}">${inner}</h${level}>`;
  });
}

/** As Markdown's readers name a heading: lower case, hyphens for blanks, nothing else. */
function slug(heading: string): string {
  return heading
    .replace(/<[^>]*>|&[a-z#0-9]+;/g, '')
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');
}
