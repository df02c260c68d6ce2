import { useEffect, useRef } from 'react';

/**
 * Looks for something to begin with while it is missing, and hands it over unless it has been set by hand meanwhile. A
 * failure is said where it is chosen by hand.
 */
export function useFirst<Value>(
  isMissing: boolean,
  find: () => Promise<Value | null>,
  onFound: (found: Value) => void
): void {
  const latest = useRef({ isMissing, find, onFound });
  useEffect(() => {
    latest.current = { isMissing, find, onFound };
  });
  useEffect(() => {
    let wanted = isMissing;
    if (wanted) {
      latest.current.find().then(
        (found) => {
          if (wanted && found !== null && latest.current.isMissing) {
            latest.current.onFound(found);
          }
        },
        () => undefined
      );
    }
    return () => {
      wanted = false;
    };
  }, [isMissing]);
}
