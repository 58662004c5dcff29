import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir, root } from '../scripts/setup/root.mjs'
import { runCommand } from '../scripts/setup/run-command.mjs'
import { SetupError } from '../scripts/setup/setup-error.mjs'
import { browserFlags } from './browser-flags.mjs'
import { inflateBrowser } from './inflate-browser.mjs'

const remembered = join(dataDir, 'test', 'browser')

/** Debian's headless Chromium: the same engine, and stories take a fifth to a third less time. */
const HEADLESS = 'chromium-headless-shell'

/** Sources of a Chromium, the best first. Each returns a path, or null. */
const sources = [
  async () => (await readFile(remembered, 'utf8').catch(() => '')).trim() || null,
  bundledBrowser,
  async () => ((await downloadByPlaywright()) ? bundledBrowser() : null),
  systemsOwn,
  async () => ((await installByApt()) ? systemsOwn() : null),
  () => inflateBrowser(join(dataDir, 'test', 'chromium')),
]

/**
 * Finds a Chromium for the browser tests. It counts as found only once it has opened a page.
 * @returns {Promise<string>} the program's path
 * @throws {SetupError} if there is none: the tests then fail, and are not skipped
 */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (await opensPage(given)) return given
    throw new SetupError(`CHROMIUM_PATH is ${given}, but that is not a Chromium that starts here.`)
  }
  for (const source of sources) {
    const path = await source().catch(() => null)
    if (!path || !(await opensPage(path))) continue
    await mkdir(join(dataDir, 'test'), { recursive: true })
    await writeFile(remembered, path)
    return path
  }
  throw new SetupError(
    'There is no browser for the browser tests, and none could be downloaded. Install Chromium and name it: CHROMIUM_PATH=/path/to/chromium npm test',
  )
}

/** @param {string} path */
async function opensPage(path) {
  if (!existsSync(path)) return false
  const { chromium } = await import('@playwright/test')
  try {
    const browser = await chromium.launch({ executablePath: path, args: browserFlags, timeout: 20_000 })
    const page = await browser.newPage()
    await page.setContent('<title>here</title>')
    const title = await page.title()
    await browser.close()
    return title === 'here'
  } catch {
    return false
  }
}

async function bundledBrowser() {
  const { chromium } = await import('@playwright/test')
  return chromium.executablePath()
}

async function downloadByPlaywright() {
  await runCommand(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
    // Without access to its server, it would retry for minutes.
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '8000', ...process.env },
    stallMs: 30_000,
  })
  return true
}

async function systemsOwn() {
  const names = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
  const folders = (process.env.PATH ?? '').split(':').concat('/usr/bin', '/usr/local/bin')
  const mac = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ]
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...mac]
  return paths.find((path) => existsSync(path)) ?? null
}

async function installByApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update'], { env, stallMs: 60_000 })
  const install = (/** @type {string} */ name) =>
    runCommand('apt-get', ['install', '-y', '--no-install-recommends', name], { env, stallMs: 120_000 })
  await install(HEADLESS).catch(() => install('chromium'))
  return true
}
