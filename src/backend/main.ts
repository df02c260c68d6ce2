/**
 * The executable's two faces: started by Grafana, whose cookie is then in the environment, it serves; started from a
 * shell it is the `modelwatch` command. Each is loaded only where it is needed.
 */
async function main(): Promise<void> {
  if (process.env.grafana_plugin_type === 'datasource') {
    const { serve } = await import('./serve');
    await serve();
  } else {
    const { runCli } = await import('../cli/main');
    process.exitCode = await runCli(process.argv.slice(2));
  }
}

main().catch(async (error: unknown) => {
  const { stderrLog } = await import('./log/stderrLog');
  stderrLog('error', 'Could not start', {
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  process.exit(1);
});
