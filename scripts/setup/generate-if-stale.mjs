import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashFiles } from './hash-files.mjs'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'

/**
 * Generates the Prisma client (prisma/generated) if the schema or Prisma changed.
 * @returns {Promise<boolean>} whether it did
 */
export async function generateIfStale() {
  const stamp = join(root, 'prisma', 'generated', '.from')
  const from = await hashFiles(root, ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json'])
  if ((await readFile(stamp, 'utf8').catch(() => '')) === from) return false
  await runCommand(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
    cwd: root,
    env: await prismaEnv(),
  })
  await writeFile(stamp, from)
  return true
}

/**
 * Prisma's CLI downloads a schema engine before every command, also before `generate`, which does not use it. Naming
 * any program as the engine saves the download, and the failure without a network. Only where none is installed; and
 * never for `prisma migrate`, which would then silently do nothing.
 */
export async function prismaEnv() {
  const engines = join(root, 'node_modules/@prisma/engines')
  const installed = existsSync(engines) && (await readdir(engines)).some((name) => name.startsWith('schema-engine'))
  const stand = installed ? {} : { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath }
  return { CHECKPOINT_DISABLE: '1', ...stand, ...process.env }
}
