import { type ExitCode, ExitStatus } from './ExitStatus';
import { writeOut } from './writeOut';

/** `modelwatch demo`: the demonstration needs the repository, whose server shows it. */
export async function demo(): Promise<ExitCode> {
  await writeOut(
    [
      'The demonstration shows a model that predicts late flights, on the real flights from New York of 2013.',
      'In a clone of the repository, with Node 20 or newer:',
      '',
      '  npm ci && npm start',
      '',
      'It prints the address to open in a browser. With Docker, docker compose up shows the same in Grafana.',
      '',
    ].join('\n')
  );
  return ExitStatus.ok;
}
