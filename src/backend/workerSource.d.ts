/** The bundle of `worker.ts`, put in by the build: a compiled executable has no file to start a thread from. */
declare module 'modelwatch:worker' {
  const source: string;
  export default source;
}
