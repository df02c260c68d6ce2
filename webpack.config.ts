import fs from 'fs';
import path from 'path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Compiler, Configuration } from 'webpack';
import { merge } from 'webpack-merge';
import type { Env } from './.config/webpack/webpack.config';

/**
 * The front end of all the bundle's plugins. The scaffold looks for the app's manifest in src/; it stands at the root of
 * the project, where people look first, and is copied for the build.
 */
const config = async (env: Env): Promise<Configuration> => {
  fs.copyFileSync(path.resolve('plugin.json'), path.resolve('src/plugin.json'));
  // The scaffold looks for screenshots there as well.
  fs.mkdirSync(path.resolve('src/img'), { recursive: true });
  fs.copyFileSync(path.resolve('docs/img/demo.png'), path.resolve('src/img/demo.png'));
  const { default: scaffold } = await import('./.config/webpack/webpack.config');
  return merge(await scaffold(env), {
    entry: { module: path.resolve('src/app/module.tsx') },
    // The scaffold copies the app's logo alone. The documentation is read in Grafana, where there may be no internet.
    plugins: [
      new CopyWebpackPlugin({
        patterns: [
          { from: '*/**/img/*.svg', to: '.' },
          { from: '../docs/*.md', to: 'docs/[name][ext]' },
          { from: '../docs/img/install/*.png', to: 'docs/img/install/[name][ext]', noErrorOnMissing: true },
        ],
      }),
      withoutFixtures,
    ],
    resolve: { extensionAlias: { '.js': ['.ts', '.tsx', '.js'] } },
  });
};

/** The scaffold copies every JSON file of src/: what tests recorded beside the sources belongs in no bundle. */
const withoutFixtures = {
  apply(compiler: Compiler) {
    const name = 'withoutFixtures';
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name, stage }, (assets) => {
        Object.keys(assets)
          .filter((asset) => asset.includes('/testing/'))
          .forEach((asset) => compilation.deleteAsset(asset));
      });
    });
  },
};

export default config;
