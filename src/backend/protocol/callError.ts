import { create, toBinary } from '@bufbuild/protobuf';
import { anyPack } from '@bufbuild/protobuf/wkt';
import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { knownSecrets } from '../secrets/KnownSecrets';
import { describeFailure } from '../tasks/describeFailure';
import { ErrorInfoSchema, StatusSchema } from './generated/status_pb';

/** The error of a whole call as the host reads it: code 2, with whose fault it is among the details. */
export function callError(error: unknown): ServiceError {
  const failure = describeFailure(error);
  const text = knownSecrets.hide(failure.message);
  const info = create(ErrorInfoSchema, { metadata: { errorSource: failure.side } });
  const details = create(StatusSchema, {
    code: status.UNKNOWN,
    message: text,
    details: [anyPack(ErrorInfoSchema, info)],
  });
  const metadata = new Metadata();
  metadata.set('grpc-status-details-bin', Buffer.from(toBinary(StatusSchema, details)));
  return Object.assign(new Error(text), { code: status.UNKNOWN, details: text, metadata });
}
