import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { judgeStreams, type StreamRate } from './judgeStreams';
import { row, share } from './markdown';
import { BASELINE_WEEKS, DRIFTING_STREAMS, STEADY_STREAMS, type Stream, WEEKS } from './streams';
import { writingTo } from './writingTo';

/** Interpreters of the environments that the peers live in. */
export interface Pythons {
  readonly main: string;
  readonly alibi: string;
  readonly nannyml: string;
}

const PEERS = { scipy: 'main', evidently: 'main', kibana: 'main', alibi: 'alibi', nannyml: 'nannyml' } as const;
type Peer = keyof typeof PEERS;
const NAMES: Record<Peer, string> = {
  scipy: 'SciPy at 5 %',
  evidently: 'Evidently’s default',
  kibana: 'Kibana’s data drift view',
  alibi: 'Alibi Detect',
  nannyml: 'NannyML',
};

/** Simulates the streams, and asks every peer about the same ones: Markdown by title. */
export function streamSections(pythons: Pythons, folder: string): Record<string, string[]> {
  const streams = [...STEADY_STREAMS, ...DRIFTING_STREAMS];
  const files = streams.map((_, i) => path.join(folder, `stream-${i}.bin`));
  const ours = streams.map((stream, i) => writingTo(files[i], (write) => judgeStreams(stream, write)));
  const peers = Object.entries(PEERS).map(([peer, environment]) => ({
    name: NAMES[peer as Peer],
    rates: askPeer(pythons[environment], peer, files, streams),
  }));
  const lines = streams.map((stream, i) => [
    rateRow(stream, 'Modelwatch', ours[i]),
    ...peers.flatMap(({ name, rates }) =>
      Object.entries(rates[i]).map(([way, rate]) => rateRow(stream, [name, way].filter(Boolean).join(', '), rate))
    ),
  ]);
  const steady = STEADY_STREAMS.length;
  return {
    'Peers side by side, no drift': [...head('alarms'), ...lines.slice(0, steady).flat()],
    'Peers side by side, drift': [...head('finds'), ...lines.slice(steady).flat()],
  };
}

function head(verb: string): string[] {
  return [
    `| stream | features | rows a week | streams | who | ${verb} in the first week (95 % interval) | in any of ${WEEKS} weeks (95 % interval) |`,
    '|---|---|---|---|---|---|---|',
  ];
}

function rateRow({ name, features, rows }: Stream, who: string, { streams, first, any }: StreamRate): string {
  return row([name, features, rows, streams, who, share(first, streams), share(any, streams)]);
}

/** The peer's rates of each stream, by the way it was used. */
function askPeer(
  python: string,
  peer: string,
  files: readonly string[],
  streams: readonly Stream[]
): Array<Record<string, StreamRate>> {
  const asked = streams.map(({ name, population, features, rows, judged }, i) => ({
    file: files[i],
    name,
    type: population.type,
    features,
    rows,
    seasonal: judged !== undefined,
  }));
  const { status, stdout } = spawnSync(python, ['bench/peers/streams.py', peer], {
    input: JSON.stringify({ baseline: BASELINE_WEEKS, weeks: WEEKS, streams: asked }),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    throw new Error(`${peer} failed`);
  }
  return JSON.parse(stdout) as Array<Record<string, StreamRate>>;
}
