import { listProfiles as listProfilesOf } from '../../baseline/profile/readProfile';
import { BadRequest } from '../tasks/BadRequest';
import type { ResourceRequest } from './Resource';

/** Ids of the stored baselines, for the query editor; none where no folder is set. */
export async function listProfiles({ settings }: ResourceRequest) {
  const { profiles } = settings;
  if (profiles === undefined) {
    return { profiles: [] };
  }
  try {
    return { profiles: await listProfilesOf(profiles) };
  } catch {
    throw new BadRequest("Can't read the folder of profiles that the settings name: check its path and rights.");
  }
}
