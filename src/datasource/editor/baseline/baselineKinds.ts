import type { QueryDraft } from '../../ModelwatchQuery';
import { t } from '../../text';

type Baseline = NonNullable<QueryDraft['baseline']>;
type BaselineKind = Baseline['kind'];

/** What the current sample can be compared with, in words. */
export function baselineKind(kind: BaselineKind): { label: string; description: string } {
  switch (kind) {
    case 'previous':
      return {
        label: t('baseline.previous', 'Previous period'),
        description: t('baseline.previousIs', 'The same windows, earlier by a fixed offset'),
      };
    case 'seasonal':
      return {
        label: t('baseline.seasonal', 'Seasonal'),
        description: t('baseline.seasonalIs', 'The same time in past weeks or days, pooled'),
      };
    case 'window':
      return {
        label: t('baseline.window', 'Fixed window'),
        description: t('baseline.windowIs', 'Fixed time range, such as the training period'),
      };
    case 'selection':
      return {
        label: t('baseline.selection', 'Other data'),
        description: t('baseline.selectionIs', 'Another file, index, model version, or connection'),
      };
    case 'profile':
      return {
        label: t('baseline.profile', 'Stored profile'),
        description: t('baseline.profileIs', 'Created by "modelwatch profile", for example from training data'),
      };
    case 'model':
      return {
        label: t('baseline.model', 'Registered model'),
        description: t('baseline.modelIs', 'Training data of the model that a registry names, such as the champion'),
      };
  }
}

/** A baseline of a kind before anything of it is set: something that can be answered where there is such a thing. */
export function emptyBaseline(kind: BaselineKind): Baseline {
  switch (kind) {
    case 'previous':
      return { kind, offset: '7d' };
    case 'seasonal':
      return { kind, period: '1w', count: 4 };
    case 'window':
      return { kind, from: 'now-28d', to: 'now-7d' };
    case 'selection':
      return { kind };
    case 'profile':
      return { kind, id: '' };
    case 'model':
      return { kind, model: '', alias: 'champion' };
  }
}
