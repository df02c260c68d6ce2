import type { TimeRange } from '../../query/time';
import type { QueryDraft } from '../ModelwatchQuery';
import type { Resources } from '../resources';
import type { DraftErrors } from '../validateDraft';

/** What every part of the editor is given. */
export interface SectionProps {
  resources: Resources;
  draft: QueryDraft;
  errors: DraftErrors;
  onChange: (draft: QueryDraft) => void;
}

/** The time that the dashboard, Explore or the alert rule asks about; its key stays while `now` moves on. */
export interface AskedRange extends TimeRange {
  key: string;
}
