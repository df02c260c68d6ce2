import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { CommandLineError } from './CommandLineError';

/** What was typed behind a command. Throws a CommandLineError that names what is unknown or has no value. */
export function parseOptions<T extends ParseArgsOptionsConfig>(command: string, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/);
    throw new CommandLineError(`${sentence.replace(/\.$/, '')}; see modelwatch ${command} --help.`);
  }
}

/** Names apart by commas, from an option that may be given more than once; one that holds a comma is written in double quotes. */
export function listOf(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap((value) => partsOf(value))
    .map((name) => name.trim().replace(/^"(.*)"(?==|$)/s, (_, inner: string) => inner.replaceAll('""', '"')))
    .filter((name) => name !== '');
}

/** What stands between commas outside of double quotes. */
export function partsOf(value: string): string[] {
  return value.match(/(?:"(?:[^"]|"")*"|[^,])+/g) ?? [];
}

/** One of the allowed words. Throws a CommandLineError that lists them. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined) {
    throw new CommandLineError(`--${option}: there is no "${value}": use ${allowed.join(', ')}.`);
  }
  return found;
}
