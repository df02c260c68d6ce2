// Judges every situation with every seed, outside of Jest, whose modules run ten times slower: JSON by folder to stdout.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';

const root = path.resolve('tests/verdicts');
const folders = fs
  .readdirSync(root)
  .filter((name) => fs.existsSync(path.join(root, name, 'situation.ts')))
  .sort();
const asked = process.argv.slice(2);
const wanted = asked.length > 0 ? folders.filter((name) => asked.includes(name)) : folders;
const contents = `
${wanted.map((name, i) => `import s${i} from './${name}/situation';`).join('\n')}
const all = { ${wanted.map((name, i) => `${JSON.stringify(name)}: s${i}`).join(', ')} };
const answers = {};
for (const [name, { judge, right, seeds = 20 }] of Object.entries(all)) {
  const begun = performance.now();
  const given = [];
  for (let seed = 1; seed <= seeds; seed++) {
    given.push(await judge(seed));
  }
  answers[name] = { right, given, seconds: (performance.now() - begun) / 1000 };
}
process.stdout.write(JSON.stringify(answers));
`;
const outfile = path.resolve('.cache/verdicts/judgeAll.mjs');
await build({
  stdin: { contents, resolveDir: root, loader: 'ts' },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
const bun = path.resolve('node_modules/.bin/bun');
const { status } = spawnSync(bun, [outfile], { stdio: 'inherit' });
process.exit(status ?? 1);
