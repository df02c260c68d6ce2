import { numbersSchema } from '../query/cellForms';
import type { FileConnection } from '../sources/file/fileConnection';
import { CommandLineError } from './CommandLineError';
import { oneOf } from './parseOptions';

/** How the files of a command are read: the same options for each of them. */
export const READING_OPTIONS = {
  missing: { type: 'string', multiple: true },
  decimal: { type: 'string' },
  thousands: { type: 'string' },
  currency: { type: 'boolean' },
  percent: { type: 'boolean' },
  duration: { type: 'boolean' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  header: { type: 'string' },
} as const;

export const READING_HELP = `  --missing TEXT,...    additional missing markers, such as -999; "" disables all markers, even NA
  --decimal , --thousands . --currency --percent --duration
                        number format, if other than 1234.5
  --encoding NAME       of text files, such as windows-1252; default: detected
  --delimiter TEXT      of CSV; default: detected
  --header yes|no       whether the first line of CSV names the columns; default: detected
`;

export type Reading = Pick<FileConnection, 'missing' | 'numbers' | 'encoding' | 'delimiter' | 'header'>;

interface Typed {
  readonly missing?: string[];
  readonly decimal?: string;
  readonly thousands?: string;
  readonly currency?: boolean;
  readonly percent?: boolean;
  readonly duration?: boolean;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header?: string;
}

/** Reads them. Throws a CommandLineError. */
export function readReading({ missing, encoding, delimiter, header, ...typed }: Typed): Reading {
  const { decimal, thousands, currency, percent, duration } = typed;
  const numbers = { decimal, thousands, currency, percent, duration };
  const isGiven = Object.values(numbers).some((value) => value !== undefined);
  const parsed = numbersSchema.safeParse(numbers);
  if (isGiven && !parsed.success) {
    const [{ path }] = parsed.error.issues;
    throw new CommandLineError(
      path[0] === 'decimal'
        ? `--decimal: "${decimal}" does not part fractions: use . or ,`
        : `--thousands: "${thousands}" does not part thousands, or parts the fraction too: use one of , . ' _ or a space.`
    );
  }
  return {
    ...(missing !== undefined && { missing: missing.flatMap((text) => text.split(',')).filter((text) => text !== '') }),
    ...(isGiven && parsed.success && { numbers: parsed.data }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter: delimiter === '\\t' ? '\t' : delimiter }),
    ...(header !== undefined && { header: oneOf('header', header, ['yes', 'no']) === 'yes' }),
  };
}
