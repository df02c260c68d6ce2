import { useEffect, useState } from 'react';

export interface Loaded<Value> {
  readonly value: Value | undefined;
  readonly error: string | undefined;
  readonly loading: boolean;
}

/** Loads something whenever the key changes; an answer that comes after the next question is dropped. */
export function useLoaded<Value>(key: string | null, load: () => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<Loaded<Value> & { key: string | null }>({ ...NOTHING, key: null });
  useEffect(() => {
    if (key === null) {
      return;
    }
    let wanted = true;
    load().then(
      (value) => wanted && setState({ value, error: undefined, loading: false, key }),
      (error: unknown) => wanted && setState({ value: undefined, error: messageOf(error), loading: false, key })
    );
    return () => {
      wanted = false;
    };
    // The key stands for everything that `load` reads.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  if (key === null) {
    return NOTHING;
  }
  return state.key === key ? state : { ...NOTHING, loading: true };
}

const NOTHING = { value: undefined, error: undefined, loading: false };

/** The back end's own words where it sent some. */
export function messageOf(error: unknown): string {
  const { data, message, statusText } = error as { data?: { message?: string }; message?: string; statusText?: string };
  return data?.message ?? message ?? statusText ?? 'The data source did not answer.';
}
