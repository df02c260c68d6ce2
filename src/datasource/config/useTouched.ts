import { useState } from 'react';

/** Whether a field was left or changed: before, what is still missing is no fault. */
export function useTouched() {
  const [isTouched, setTouched] = useState(false);
  return { isTouched, touch: () => setTouched(true) };
}
