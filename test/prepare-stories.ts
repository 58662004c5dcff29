import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../scripts/setup/build-if-stale.mjs'
import { actionsKey } from '../scripts/setup/keys.mjs'
import { dataDir, root } from '../scripts/setup/root.mjs'
import { runCommand } from '../scripts/setup/run-command.mjs'
import { step } from '../scripts/setup/step.mjs'
import { endWithStarter } from './end-with-starter.mjs'
import { findBrowser } from './find-browser.mjs'
import { makeFirstContent } from './open-site.mjs'
import { openRunFolder } from './run-folder.mjs'
import { startTestCluster } from './test-cluster.mjs'

/**
 * Once per run of stories, also one from an editor: provides the built site, a browser, a folder for temporary files
 * and a database server.
 */
export default async function prepareStories(): Promise<() => Promise<void>> {
  endWithStarter()
  // Where Playwright, which has read the stories by now, has put what it compiled.
  process.env.PLAYWRIGHT_TRANSFORM_CACHE_DIR ??= join(tmpdir(), `playwright-transform-cache-${process.geteuid?.()}`)
  const files = await openRunFolder(join(dataDir, 'test'))
  await buildIfStale({ actionsKey: await actionsKey() })
  // Workers inherit this environment, and read playwright.config.ts again.
  process.env.E2E_CHROMIUM = await step('Browser', findBrowser)
  const { serverUrl, template, stop } = await startTestCluster()
  const content = await step('First content', () => makeFirstContent({ serverUrl, template }))
  await step('Pictures to share', () => makeFirstPictures(content.env))
  process.env.E2E_CLUSTER = JSON.stringify({ serverUrl, content: content.name })
  return async () => {
    await content.remove()
    await stop()
    await files.remove()
  }
}

function makeFirstPictures(env: NodeJS.ProcessEnv): Promise<string> {
  return runCommand(process.execPath, ['node_modules/tsx/dist/cli.mjs', 'test/make-first-pictures.ts'], {
    cwd: root,
    env,
  })
}
