import { z } from 'zod';
import { PROFILE_VERSION, profileSchema } from './profileSchema';

/** The schema of profiles for other programs, JSON Schema draft 7: what `docs/profile.schema.json` holds. */
export function profileJsonSchema(): Record<string, unknown> {
  return {
    title: `Profile of Modelwatch, version ${PROFILE_VERSION}`,
    ...z.toJSONSchema(profileSchema, { target: 'draft-7' }),
  };
}
