import { closeDb } from '@/lib/db'
import { makePicture } from '@/lib/share-pictures/make-pictures'

/**
 * Makes the pictures to share of the first content, which the worker of every copy would make anew: eleven, in three
 * seconds of computing.
 * @param env of a site on the database of the first content
 */
export async function makeFirstPictures(env: NodeJS.ProcessEnv): Promise<void> {
  const before = { ...process.env }
  Object.assign(process.env, env)
  try {
    while (await makePicture(new Date()));
  } finally {
    await closeDb()
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
  }
}
