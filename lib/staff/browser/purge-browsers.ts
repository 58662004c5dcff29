import { db } from '@/lib/db'

/** Days without use, equal to the maximum lifetime of a cookie. */
const KEPT = 400

/** Deletes browsers that were not used for over a year. */
export async function purgeBrowsers(now: Date): Promise<void> {
  await db().staffBrowser.deleteMany({ where: { usedOn: { lt: new Date(now.getTime() - KEPT * 86_400_000) } } })
}
