import { t } from '../../text';

/** Chosen names that the store doesn't list stay visible. Labels are what the control measures its pills by. */
export function withChosen<Option extends { value: string; description?: string }>(
  options: readonly Option[],
  chosen: readonly string[]
): Array<{ value: string; label: string; description?: string }> {
  const missing = chosen.filter((name) => !options.some(({ value }) => value === name));
  const all = [
    ...options,
    ...missing.map((value) => ({
      value,
      description: value.startsWith('$')
        ? t('fields.variable', 'Dashboard variable')
        : t('features.unknown', 'Column not found'),
    })),
  ];
  return all.map((option) => ({ ...option, label: option.value }));
}
