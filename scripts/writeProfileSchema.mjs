// Writes docs/profile.schema.json, the JSON Schema of stored baselines, from the schema that they are read by.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './lib/project.mjs';

const target = path.join(ROOT, 'docs/profile.schema.json');
const { outputFiles } = await build({
  entryPoints: [path.join(ROOT, 'src/baseline/profile/profileJsonSchema.ts')],
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
});
const { profileJsonSchema } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
);
await writeFile(
  target,
  await format(JSON.stringify(profileJsonSchema()), { ...(await resolveConfig(target)), parser: 'json' })
);
