import { useState } from 'react';
import type { ComboboxOption } from '@grafana/ui';
import type { Completion, Resources } from '../../resources';
import { messageOf } from './useLoaded';
import { variableOptions } from './variableOptions';

/** Options that the store completes while something is typed, with why it could not. */
export function useCompletion(resources: Resources, asked: Omit<Completion, 'text'>) {
  const [error, setError] = useState<string>();
  const options = async (text: string): Promise<ComboboxOption[]> => {
    const variables = variableOptions(resources).filter(({ value }) => value.includes(text));
    // What is being typed is a variable: no store knows that.
    if (text.startsWith('$')) {
      return variables;
    }
    try {
      const suggestions = await resources.complete({ ...asked, text });
      setError(undefined);
      return [
        ...suggestions.map(({ value, description }) => ({ value, description: description || undefined })),
        ...variables,
      ];
    } catch (failure) {
      setError(messageOf(failure));
      return variables;
    }
  };
  return { options, error };
}
