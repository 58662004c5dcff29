import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { startGuardedCluster } from '@/test/guarded-cluster.mjs'
import { openRunFolder } from '@/test/run-folder.mjs'

/** The durable PostgreSQL of all benches, and a folder for temporary files; both end with the bench. */
export async function startBenchCluster() {
  const folder = join(root, '.data', 'bench')
  const files = await openRunFolder(folder)
  const cluster = await startGuardedCluster({ dir: join(folder, 'postgres'), password: 'bench' })
  const stop = async () => {
    await cluster.stop()
    await files.remove()
  }
  return { url: cluster.url, stop }
}
