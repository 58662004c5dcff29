import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { generateIfStale } from '../scripts/setup/generate-if-stale.mjs'
import { dataDir } from '../scripts/setup/root.mjs'
import { endWithStarter } from './end-with-starter.mjs'
import { openRunFolder } from './run-folder.mjs'
import { startTestCluster } from './test-cluster.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
    template: string
  }
}

/** Once per run: makes a folder for temporary files, and starts a database server for the tests that need one. */
export default async function globalSetup({ provide }: TestProject): Promise<() => Promise<void>> {
  endWithStarter()
  await generateIfStale()
  const files = await openRunFolder(join(dataDir, 'test'))
  const { serverUrl, template, stop } = await startTestCluster()
  provide('serverUrl', serverUrl)
  provide('template', template)
  return async () => {
    await stop()
    await files.remove()
  }
}
