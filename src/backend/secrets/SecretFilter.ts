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
/** In data: a shorter secret, or one of letters alone, may as well be a value, a column, or a word of Modelwatch's own. */
const SHORTEST_IN_DATA = 8;
/** In data, however it is made up. */
const LONG = 20;

/**
 * Takes secrets out of what leaves the process, however they are written there; and folders, which are absolute paths.
 * Sentences lose every secret. Data (names, labels, values, keys) lose only those that can't be ordinary values: a password
 * `drift` or `100` must not change what a frame says. Numbers are never changed.
 */
export class SecretFilter {
  private readonly forms: readonly string[];
  private readonly secrets: RegExp | null;
  private readonly secretsInData: RegExp | null;
  private readonly folders: RegExp | null;
  private readonly foldersInData: RegExp | null;

  constructor(secrets: Iterable<string>, folders: Iterable<string> = []) {
    const kept = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST);
    this.forms = formsOf(kept);
    this.secrets = anyOf(this.forms, secretPattern);
    this.secretsInData = anyOf(formsOf(kept.filter(isUnmistakable)), secretPattern);
    const telling = [...new Set(folders)].filter(isTelling);
    this.folders = anyOf(telling, folderPattern);
    this.foldersInData = anyOf(telling.filter(isNested), folderPattern);
  }

  hide(text: string): string {
    const quiet = this.secrets === null ? text : this.hideCut(text.replace(this.secrets, HIDDEN));
    return this.folders === null ? quiet : quiet.replace(this.folders, FOLDER);
  }

  /** The same value, whose texts are sentences and whose keys are data; arrays and plain objects are looked through. */
  hideIn<Value>(value: Value): Value {
    return this.hideDeep(value, (text) => this.hide(text)) as Value;
  }

  /** The same for texts that are data. */
  hideInData<Value>(value: Value): Value {
    return this.hideDeep(value, (text) => this.hideInText(text)) as Value;
  }

  hideInFrame(frame: Frame): Frame {
    const { name, meta, fields } = frame;
    return {
      ...frame,
      name: this.hideInText(name),
      ...(meta && {
        meta: { ...this.hideInData(meta), ...(meta.notices && { notices: this.hideIn(meta.notices) }) },
      }),
      fields: fields.map((field) => this.hideInField(field)),
    };
  }

  private hideInField(field: FrameField): FrameField {
    const { name, kind, values, labels, config } = field;
    return {
      ...field,
      name: this.hideInText(name),
      values: kind === 'string' ? this.hideInData(values) : values,
      ...(labels && { labels: this.hideInData(labels) }),
      ...(config && { config: this.hideInData(config) }),
    };
  }

  private hideInText(data: string): string {
    const quiet = this.secretsInData === null ? data : data.replace(this.secretsInData, HIDDEN);
    return this.foldersInData === null ? quiet : quiet.replace(this.foldersInData, FOLDER);
  }

  private hideDeep(value: unknown, hide: (text: string) => string): unknown {
    if (typeof value === 'string') {
      return hide(value);
    }
    if (Array.isArray(value)) {
      return value.map((item: unknown) => this.hideDeep(item, hide));
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [this.hideInText(key), this.hideDeep(item, hide)])
      );
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

function formsOf(secrets: readonly string[]): string[] {
  return [...new Set(secrets.flatMap(writtenForms))];
}

/** Long, or with letters and something that words don't have, such as digits. */
function isUnmistakable(secret: string): boolean {
  const isMixed = /\p{L}/u.test(secret) && /[^\p{L}\s._/-]/u.test(secret);
  return secret.length >= (isMixed ? SHORTEST_IN_DATA : LONG);
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

/** `/data` is also how paths of requests begin. */
function isNested(folder: string): boolean {
  return folder.split(/[/\\]/).length > 2;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
