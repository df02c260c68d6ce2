/**
 * Says on stdout how a step of the build went.
 *
 * @template {{ built: boolean }} Result
 * @param {string} name
 * @param {Promise<Result>} step
 * @returns {Promise<Result>}
 */
export async function report(name, step) {
  const begun = Date.now();
  const result = await step;
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  process.stdout.write(result.built ? `${name}: built in ${seconds} s\n` : `${name}: up to date\n`);
  return result;
}
