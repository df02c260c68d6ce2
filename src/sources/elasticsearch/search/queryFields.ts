/** Fields whose existence is asked for are named after this one. */
const EXISTS = '_exists_';

/**
 * The fields that a Lucene query string names, each once: what stands before an unescaped colon, and after `_exists_:`.
 * Phrases, regular expressions and ranges are skipped; names with wildcards are left out.
 */
export function queryFields(query: string): string[] {
  const found = new Set<string>();
  let term = new Term();
  for (let i = 0; i < query.length; i++) {
    const letter = query[i];
    const close = CLOSES[letter];
    if (letter === '\\') {
      i++;
      term.add(query[i] ?? '');
    } else if (close !== undefined && (term.text === '' || letter === '"')) {
      i = skipTo(query, i + 1, close);
      term = new Term();
    } else if (letter === ':') {
      const asksExistence = term.text === EXISTS;
      term.addTo(asksExistence ? new Set() : found);
      term = new Term(asksExistence);
    } else if (/[\s()]/.test(letter) || (term.text === '' && /[+!<>=&|-]/.test(letter))) {
      term.end(found);
      term = new Term();
    } else {
      term.add(letter);
    }
  }
  term.end(found);
  return [...found];
}

/** What was read since the last separator. */
class Term {
  text = '';

  constructor(private readonly asksExistence = false) {}

  add(letter: string): void {
    this.text += letter;
  }

  /** As the name of a field, which stands before a colon. */
  addTo(found: Set<string>): void {
    if (this.text !== '' && !/[*?]/.test(this.text)) {
      found.add(this.text);
    }
  }

  end(found: Set<string>): void {
    if (this.asksExistence) {
      this.addTo(found);
    }
  }
}

const CLOSES: Readonly<Record<string, RegExp | undefined>> = { '"': /"/, '/': /\//, '[': /[\]}]/, '{': /[\]}]/ };

/** The place of the unescaped letter that closes what was opened; the end where there is none. */
function skipTo(query: string, from: number, close: RegExp): number {
  for (let i = from; i < query.length; i++) {
    if (query[i] === '\\') {
      i++;
    } else if (close.test(query[i])) {
      return i;
    }
  }
  return query.length;
}
