import type { Frame, FrameField } from '../../frames/Frame';
import { writtenForms } from './writtenForms';

const HIDDEN = '[hidden]';
const FOLDER = '[folder]';
/** A shorter text says nothing that could be kept secret, and would be found in every other word. */
const SHORTEST = 3;
/** Shorter ones are words too: they are hidden where they stand alone. */
const SHORTEST_WITHIN_WORDS = 6;
/** How much of a secret must stand before an ellipsis to be taken for one that was cut off. */
const SHORTEST_CUT = 4;
const ELLIPSIS = /\s*(?:…|\.\.\.)/g;

/** Takes secrets out of what leaves the process, however they are written there; and folders, which are absolute paths. */
export class SecretFilter {
  private readonly forms: readonly string[];
  private readonly secrets: RegExp | null;
  private readonly folders: RegExp | null;

  constructor(secrets: Iterable<string>, folders: Iterable<string> = []) {
    const kept = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST);
    this.forms = [...new Set(kept.flatMap(writtenForms))];
    this.secrets = anyOf(this.forms, secretPattern);
    this.folders = anyOf([...new Set(folders)].filter(isTelling), folderPattern);
  }

  hide(text: string): string {
    const quiet = this.secrets === null ? text : this.hideCut(text.replace(this.secrets, HIDDEN));
    return this.folders === null ? quiet : quiet.replace(this.folders, FOLDER);
  }

  /** The same value with what is secret in its texts and keys hidden; arrays and plain objects are looked through. */
  hideIn<Value>(value: Value): Value {
    return this.hideDeep(value) as Value;
  }

  hideInFrame(frame: Frame): Frame {
    return {
      ...frame,
      name: this.hide(frame.name),
      ...(frame.meta && { meta: this.hideIn(frame.meta) }),
      fields: frame.fields.map((field) => this.hideInField(field)),
    };
  }

  private hideInField(field: FrameField): FrameField {
    const { name, kind, values, labels, config } = field;
    return {
      ...field,
      name: this.hide(name),
      values:
        kind === 'string' ? values.map((value) => (typeof value === 'string' ? this.hide(value) : value)) : values,
      ...(labels && { labels: this.hideIn(labels) }),
      ...(config && { config: this.hideIn(config) }),
    };
  }

  private hideDeep(value: unknown): unknown {
    if (typeof value === 'string') {
      return this.hide(value);
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown) => this.hideDeep(item));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [this.hide(key), this.hideDeep(item)]));
    }
    return value;
  }

  /** A store's words are shortened, and the cut may go through a secret. */
  private hideCut(text: string): string {
    let hidden = '';
    let done = 0;
    for (const { index } of text.matchAll(ELLIPSIS)) {
      const before = text.slice(done, index);
      const cut = this.forms.reduce((longest, form) => Math.max(longest, cutLength(before, form)), 0);
      hidden += cut === 0 ? before : `${before.slice(0, -cut)}${HIDDEN}`;
      done = index;
    }
    return hidden + text.slice(done);
  }
}

/** How many letters of a form stand at the end of a text, where that is not the whole form. */
function cutLength(before: string, form: string): number {
  for (let length = Math.min(form.length - 1, before.length); length >= SHORTEST_CUT; length--) {
    if (before.endsWith(form.slice(0, length))) {
      return length;
    }
  }
  return 0;
}

/** The longest first, so that one that contains another is hidden as a whole. */
function anyOf(texts: readonly string[], pattern: (text: string) => string): RegExp | null {
  const sorted = [...texts].sort((a, b) => b.length - a.length);
  return sorted.length === 0 ? null : new RegExp(sorted.map(pattern).join('|'), 'gu');
}

function secretPattern(form: string): string {
  return form.length < SHORTEST_WITHIN_WORDS ? `(?<![\\p{L}\\p{N}])${literal(form)}(?![\\p{L}\\p{N}])` : literal(form);
}

/** Not the root, nor what a folder of the same name has below it elsewhere, such as an address. */
function folderPattern(folder: string): string {
  return `(?<![\\p{L}\\p{N}.:/_-])${literal(folder)}(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])`;
}

function isTelling(folder: string): boolean {
  return folder.length > 1;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
