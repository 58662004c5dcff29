import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateIfStale } from './generate-if-stale.mjs'
import { hashFiles } from './hash-files.mjs'
import { withLock } from './lock.mjs'
import { programs } from './programs.mjs'
import { dataDir, root } from './root.mjs'
import { CommandError, runCommand } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'
import { step } from './step.mjs'

const stamp = join(root, '.next', 'built-from')
/** Names the sources alone: builds of one release on two machines are alike (lib/overview/status/release.ts). */
const release = join(root, '.next', 'release')

/** Files that do not affect a build, by the first part of the path. */
const aside =
  /^(node_modules|\..*|dist|e2e|test|bench|docs|deploy|Containerfile|compose\.yaml|secrets|test-results|playwright-report|next-env\.d\.ts|(playwright|vitest)\.config\.ts|.*\.(md|tsbuildinfo))$/

/** Files that only tests and checks read. */
const testing = /\.test\.tsx?$|^scripts\/checks\//

/**
 * Builds the site (.next) and its programs (dist) if their sources changed since the last build.
 * @param {{ actionsKey: string, force?: boolean }} options actionsKey: the key of server actions, which Next builds in
 */
export async function buildIfStale({ actionsKey, force = false }) {
  const sources = await hashSources()
  const from = createHash('sha256').update(`${sources} ${process.versions.modules} ${actionsKey}`).digest('hex')
  if (!force && (await isBuiltFrom(from))) return
  await withLock(join(dataDir, 'build.lock'), async () => {
    if (!force && (await isBuiltFrom(from))) return
    await step('Building the site (about half a minute)', () => build(actionsKey))
    await writeFile(release, sources)
    await writeFile(stamp, from)
  })
}

async function hashSources() {
  const paths = (await readdir(root)).filter((name) => !aside.test(name))
  const skip = (/** @type {string} */ path) => path.startsWith('prisma/generated') || testing.test(path)
  return hashFiles(root, paths, skip)
}

/** @param {string} from */
async function isBuiltFrom(from) {
  const complete = existsSync(join(root, '.next', 'BUILD_ID')) && existsSync(join(root, 'dist', 'server.js'))
  return complete && (await readFile(stamp, 'utf8').catch(() => '')) === from
}

/** @param {string} actionsKey */
async function build(actionsKey) {
  await rm(stamp, { force: true })
  await generateIfStale()
  await Promise.all([buildPages(actionsKey), buildPrograms()])
}

/** @param {string} actionsKey */
async function buildPages(actionsKey) {
  try {
    await runCommand(process.execPath, [join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
      },
    })
  } catch (error) {
    if (!(error instanceof CommandError) || /ENOSPC/.test(error.output)) throw error
    throw new SetupError(`The site does not build.\n${error.output.trim()}`)
  }
}

/** One file per program, with our code bundled and packages external. */
async function buildPrograms() {
  const esbuild = await import('esbuild')
  await rm(join(root, 'dist'), { recursive: true, force: true })
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [
      { in: 'server.ts', out: 'server' },
      ...programs.map((name) => ({ in: `scripts/${name}.ts`, out: name })),
    ],
    outdir: 'dist',
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    logLevel: 'silent',
  })
  // Its helper process would otherwise run until this process ends.
  await esbuild.stop()
}
