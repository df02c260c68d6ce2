import type { Mark } from './mark';
import { MARK_KINDS, type MarkKind } from './markKinds';

/**
 * Grafana takes a tag apart at its colons, and keeps what lies before the first and between the first and the second one: so
 * a tag has one colon. Searching for a tag without a value it counts all tags with that key: so each tag has a key of its own.
 */
const OWN = 'modelwatch';
const MARK = `${OWN}-mark:`;
const OF = `${OWN}-of:`;
const FEATURE = `${OWN}-feature:`;
const SEGMENT = `${OWN}-segment:`;

/** Names may hold colons, and spaces at their ends, which Grafana trims. */
function asValue(text: string): string {
  return text.replace(/[%:]|^\s|\s$/g, encodeURIComponent).replaceAll(':', '%3A');
}

function fromValue(text: string): string {
  return text.replace(/(?:%[0-9A-F]{2})+/g, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      // Typed by hand: no text has these bytes.
      return coded;
    }
  });
}

/** Whose alarms a mark is about, as tags hold it. */
export interface Marked {
  readonly mark: MarkKind;
  /** The name that queries find their marks by: `marksOf`. */
  readonly of: string;
  readonly feature?: string;
  readonly segment?: Readonly<Record<string, string>>;
}

/** The tag that a query's marks are looked up by. */
export function scopeTag(of: string): string {
  return `${OF}${asValue(of)}`;
}

/** The tags of the annotation that is a mark: docs/time.md, "Marks". */
export function markTags({ mark, of, feature, segment = {} }: Marked): string[] {
  return [
    OWN,
    `${MARK}${mark}`,
    scopeTag(of),
    ...(feature === undefined ? [] : [`${FEATURE}${asValue(feature)}`]),
    ...Object.entries(segment).map(([name, value]) => `${SEGMENT}${asValue(`${name}=${value}`)}`),
  ];
}

/** What the tags of an annotation say; null where they are those of no mark, or of several at once. */
export function readMarkTags(tags: readonly string[], of: string): Pick<Mark, 'mark' | 'feature' | 'segment'> | null {
  const marks = MARK_KINDS.filter((kind) => tags.includes(`${MARK}${kind}`));
  if (marks.length !== 1 || !tags.includes(scopeTag(of))) {
    return null;
  }
  const [feature] = valuesOf(tags, FEATURE);
  const segment = Object.fromEntries(
    valuesOf(tags, SEGMENT).map((text) => {
      const at = text.indexOf('=');
      return [text.slice(0, at), text.slice(at + 1)];
    })
  );
  return {
    mark: marks[0],
    ...(feature !== undefined && { feature }),
    ...(Object.keys(segment).length > 0 && { segment }),
  };
}

function valuesOf(tags: readonly string[], prefix: string): string[] {
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => fromValue(tag.slice(prefix.length)));
}
