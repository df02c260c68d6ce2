/** The request or the data source's settings are wrong: the message says where and what to do. */
export class BadRequest extends Error {
  override name = 'BadRequest';
  constructor(
    message: string,
    /** HTTP status. */
    readonly status = 400
  ) {
    super(message);
  }
}
