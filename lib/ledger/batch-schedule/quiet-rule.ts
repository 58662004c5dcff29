import { env } from '@/lib/env'
import { isLocalSite } from '@/lib/local-site'
import type { QuietRule } from './schedule'

const usual: QuietRule = { least: 120, most: 600 }

/** The rule of this site; null if everything is published at once: on a site that only this machine can reach. */
export function quietRule(): QuietRule | null {
  const { QUIET_SECONDS, SITE_URL } = env()
  return QUIET_SECONDS ?? (isLocalSite(SITE_URL) ? null : usual)
}
