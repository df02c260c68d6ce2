/** A share in percent, as few digits as tell it: 3%, 0.25%, below 0.01%. */
export function percent(share: number): string {
  const value = 100 * share;
  return value > 0 && value < 0.01 ? 'below 0.01%' : `${Number(value.toPrecision(2 + Number(value >= 10)))}%`;
}
