import fs from 'node:fs';
import { caseSections } from './caseSections';
import { causeSections } from './causes';
import { changeSections } from './changePoints';
import { type Level, measureLevels } from './levels';
import { row, share } from './markdown';
import { performanceSections } from './performance';
import { sequenceSections } from './sequences';
import { trainingSections } from './time/trainingRates';
import { timeSections } from './time/timeSections';
import { sharedValueSections } from './sharedValues';
import { powerSections } from './power';
import { type Pythons, streamSections } from './streamSections';
import { versionSections } from './versions';
import { volumeSections } from './volume';

/** Simulates the parts asked for (cases, shared-values, streams, levels, power, versions, volume, performance, sequences, time, training, change, causes) and writes their Markdown, by title, to stdout as JSON. */
async function main(pythons: Pythons, folder: string, parts: readonly string[]): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  const sections = {
    ...(parts.includes('cases') ? caseSections(pythons.main, folder) : {}),
    ...(parts.includes('shared-values') ? sharedValueSections() : {}),
    ...(parts.includes('streams') ? streamSections(pythons, folder) : {}),
    ...(parts.includes('levels') ? levelSection() : {}),
    ...(parts.includes('power') ? powerSections() : {}),
    ...(parts.includes('versions') ? versionSections() : {}),
    ...(parts.includes('volume') ? volumeSections() : {}),
    ...(parts.includes('performance') ? await performanceSections() : {}),
    ...(parts.includes('change') ? changeSections(pythons.main) : {}),
    ...(parts.includes('causes') ? causeSections() : {}),
    ...(parts.includes('sequences') ? sequenceSections() : {}),
    ...(parts.includes('time') ? timeSections() : {}),
    ...(parts.includes('training') ? trainingSections() : {}),
  };
  process.stdout.write(JSON.stringify(sections));
}

function levelSection(): Record<string, string[]> {
  return {
    'Each test on its own, no drift': [
      '| test | values, baseline/current | windows | p ≤ 0.05 (95 % interval) | p by |',
      '|---|---|---|---|---|',
      ...measureLevels().map(levelRow),
    ],
  };
}

function levelRow({ test, name, significant, repetitions, method }: Level): string {
  return row([`\`${test}\``, name, repetitions, share(significant, repetitions), method]);
}

const [pythons, folder, ...parts] = process.argv.slice(2);
void main(JSON.parse(pythons) as Pythons, folder, parts);
