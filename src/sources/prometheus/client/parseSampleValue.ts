/** A number as Prometheus writes it: `+Inf`, `-Inf` and `NaN` beside decimals. Anything else is NaN too. */
export function parseSampleValue(text: string): number {
  switch (text) {
    case '+Inf':
    case 'Inf':
      return Infinity;
    case '-Inf':
      return -Infinity;
    default:
      return text === '' ? NaN : Number(text);
  }
}
