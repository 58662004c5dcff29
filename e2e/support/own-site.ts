import { openSite, type Site } from '@/scripts/testing/open-site.mjs'

/** A site for one story alone: its own database, keys, folder and port. The story closes it. */
export function ownSite(env: Record<string, string> = {}): Promise<Site> {
  const cluster = JSON.parse(process.env.E2E_CLUSTER ?? '{}') as { serverUrl: string; template: string }
  return openSite({ ...cluster, env })
}

/** What the site's database answers. */
export { connect } from '@/scripts/database/connect.mjs'
