import { useEffect, useState } from 'react';

const NOTICED_MS = 300;

/**
 * True once something has been so for long enough to be noticed. Grafana's icons are fetched: one that is changed before it
 * came stays as it was first, so that a spinner shown for an instant goes on for ever.
 */
export function useLasting(isSo: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) {
      return;
    }
    const timer = setTimeout(() => setLasts(true), NOTICED_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isSo]);
  return isSo && lasts;
}
