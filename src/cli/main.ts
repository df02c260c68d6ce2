import { version } from '../../package.json';
import { BadQuery } from '../query/BadQuery';
import { SourceError } from '../sources/SourceError';
import { audit } from './audit';
import { change } from './change';
import { check } from './check';
import { CommandLineError } from './CommandLineError';
import { demo } from './demo';
import { drift } from './drift';
import { type ExitCode, ExitStatus } from './ExitStatus';
import { HELP } from './help';
import { parity } from './parity';
import { explain } from './explain';
import { performance } from './performance';
import { profile } from './profile';
import { query } from './query';
import { quoteKnownNames } from './quoteKnownNames';
import { writeError, writeOut } from './writeOut';

type Command = (args: readonly string[]) => Promise<ExitCode>;

const COMMANDS = new Map<string, Command>([
  ['drift', drift],
  ['explain', explain],
  ['check', check],
  ['performance', performance],
  ['change', change],
  ['profile', profile],
  ['parity', parity],
  ['query', query],
  ['audit', audit],
  ['demo', demo],
]);

/** The `modelwatch` command: `argv` without the program's name. Answers the exit status, once everything is written. */
export async function runCli(argv: readonly string[]): Promise<ExitCode> {
  try {
    return await run(argv);
  } catch (error) {
    await writeError(describe(error));
    return ExitStatus.badInput;
  }
}

async function run([name, ...args]: readonly string[]): Promise<ExitCode> {
  if (name === '--version' || name === 'version') {
    await writeOut(`${version}\n`);
    return ExitStatus.ok;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await writeOut(HELP);
    return name === undefined ? ExitStatus.badInput : ExitStatus.ok;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new CommandLineError(`there is no command "${name}": use ${[...COMMANDS.keys()].join(', ')}, or --help.`);
  }
  return command(await quoteKnownNames(args));
}

function describe(error: unknown): string {
  if (error instanceof CommandLineError || error instanceof SourceError || error instanceof BadQuery) {
    return error.message;
  }
  const message = error instanceof Error ? error.message : String(error);
  return `failed unexpectedly, which is a mistake in Modelwatch: ${message}`;
}
