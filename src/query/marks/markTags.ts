import { type Mark, type MarkKind, markKindSchema } from './mark';

/** Every mark has it, so that people find all of them. */
const OWN = 'modelwatch';
const OF = `${OWN}:of:`;
const FEATURE = `${OWN}:feature:`;
const SEGMENT = `${OWN}:segment:`;

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
  return `${OF}${of}`;
}

/** The tags of the annotation that is a mark: docs/time.md, "Marks". */
export function markTags({ mark, of, feature, segment = {} }: Marked): string[] {
  return [
    OWN,
    `${OWN}:${mark}`,
    scopeTag(of),
    ...(feature === undefined ? [] : [`${FEATURE}${feature}`]),
    ...Object.entries(segment).map(([name, value]) => `${SEGMENT}${name}=${value}`),
  ];
}

/** What the tags of an annotation say; null where they are those of no mark, or of several at once. */
export function readMarkTags(tags: readonly string[], of: string): Pick<Mark, 'mark' | 'feature' | 'segment'> | null {
  const marks = markKindSchema.options.filter((kind) => tags.includes(`${OWN}:${kind}`));
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
  return tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
}
