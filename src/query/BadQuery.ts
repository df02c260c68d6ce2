/** The query itself is wrong: the message names the key at fault and what is allowed there. */
export class BadQuery extends Error {
  override name = 'BadQuery';
  constructor(detail: string) {
    super(`The query is not valid. ${detail}`);
  }
}
