interface Stretch {
  from: string;
  to: string;
}

/** Stretches of time as one line: `2013-12-24/2013-12-27, now-9d/now-8d`. */
export function writeStretches(stretches: readonly Stretch[]): string {
  return stretches.map(({ from, to }) => (to === '' ? from : `${from}/${to}`)).join(', ');
}

/** Undefined where there is none. A half that is missing stays empty, so that the schema says what is wrong with it. */
export function parseStretches(text: string): Stretch[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  const stretches = parts
    .filter((part) => part !== '')
    .map((part) => {
      const [from, to = ''] = part.split('/').map((end) => end.trim());
      return { from, to };
    });
  return stretches.length === 0 ? undefined : stretches;
}
