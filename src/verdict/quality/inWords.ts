type Figure = number | string | null | undefined;

/** Three significant digits, as a person writes them; large whole numbers in full. */
export function number(value: Figure): string {
  if (typeof value !== 'number') {
    return 'unknown';
  }
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e9) {
    return value.toLocaleString('en-US');
  }
  return size !== 0 && (size < 1e-3 || size >= 1e9) ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}

export function percent(value: Figure): string {
  return typeof value === 'number' ? `${Number((100 * value).toPrecision(3))} %` : 'unknown';
}

export function rows(value: Figure): string {
  return `${number(value)} ${value === 1 ? 'row' : 'rows'}`;
}

/** A time in milliseconds, in UTC. */
export function moment(value: Figure): string {
  return typeof value === 'number' ? `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'unknown';
}
