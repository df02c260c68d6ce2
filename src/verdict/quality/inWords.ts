import { number as plain, type Figure } from '../figures';

export { percent } from '../figures';

/** Three significant digits, as a person writes them; large whole numbers in full. */
export function number(value: Figure): string {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e9
    ? value.toLocaleString('en-US')
    : plain(value);
}

export function rows(value: Figure): string {
  return `${number(value)} ${value === 1 ? 'row' : 'rows'}`;
}

/** A time in milliseconds, in UTC. */
export function moment(value: Figure): string {
  return typeof value === 'number' ? `${new Date(value).toISOString().slice(0, 16).replace('T', ' ')} UTC` : 'unknown';
}
