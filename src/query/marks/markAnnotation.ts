import { type Marked, markTags } from './markTags';

export interface MarkToWrite extends Marked {
  /** Milliseconds since the epoch. `accept`: from when on the data are normal. */
  readonly from: number;
  /** Not read of `accept`. */
  readonly to?: number;
  /** Why, in the user's words. */
  readonly text?: string;
  /** The panel that the annotation shall be seen in; of all dashboards where not given. */
  readonly panel?: { readonly dashboardUid: string; readonly id: number };
}

/** The body of Grafana's `POST /api/annotations`. */
export interface AnnotationBody {
  readonly dashboardUID?: string;
  readonly panelId?: number;
  readonly time: number;
  readonly timeEnd?: number;
  readonly tags: readonly string[];
  readonly text: string;
}

/** Longest value of a tag that Grafana keeps whole: what follows the first colon. */
const LONGEST_VALUE = 100;
/** Grafana's usual limit on the tags of an annotation, as JSON: `[annotations] tags_length`. */
const LONGEST_TAGS = 500;

/**
 * The annotation that is a mark. Throws a RangeError where the name of a feature or segment is too long for a tag: cut off,
 * the mark would be read as another one.
 */
export function markAnnotation({ from, to = from, text, panel, ...marked }: MarkToWrite): AnnotationBody {
  const tags = markTags(marked);
  const tooLong = tags.find((tag) => tag.slice(tag.indexOf(':') + 1).length > LONGEST_VALUE);
  if (tooLong !== undefined || JSON.stringify(tags).length > LONGEST_TAGS) {
    throw new RangeError(
      `Grafana can't keep the mark: its ${tooLong === undefined ? 'tags are' : `tag "${tooLong}" is`} too long. Write the mark in the query ("decision.marks") instead.`
    );
  }
  return {
    ...(panel && { dashboardUID: panel.dashboardUid, panelId: panel.id }),
    time: from,
    ...(marked.mark !== 'accept' && { timeEnd: to }),
    tags,
    text: text === undefined || text === '' ? WORDS[marked.mark] : text,
  };
}

const WORDS: Readonly<Record<MarkToWrite['mark'], string>> = {
  accept: 'Accepted as normal',
  incident: 'Incident',
  'true-alarm': 'True alarm',
  'false-alarm': 'False alarm',
};
