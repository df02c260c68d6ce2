import fs from 'fs';
import path from 'path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import { merge } from 'webpack-merge';
import type { Env } from './.config/webpack/webpack.config';

/**
 * The front end of all the bundle's plugins. The scaffold looks for the app's manifest in src/; it stands at the root of
 * the project, where people look first, and is copied for the build.
 */
const config = async (env: Env): Promise<Configuration> => {
  fs.copyFileSync(path.resolve('plugin.json'), path.resolve('src/plugin.json'));
  const { default: scaffold } = await import('./.config/webpack/webpack.config');
  return merge(await scaffold(env), {
    entry: { module: path.resolve('src/app/module.tsx') },
    // The scaffold copies the app's logo alone.
    plugins: [new CopyWebpackPlugin({ patterns: [{ from: '*/**/img/*.svg', to: '.' }] })],
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  });
};

export default config;
