import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'
import { blockingStatements } from './blocking-statements.mjs'

const folder = join(root, 'prisma', 'migrations')

/** Migrations of before this rule. */
const lastUnread = '20261128200500'

/**
 * Checks that the folder is as Prisma expects it, time-stamped names and one file each, and that no migration would
 * keep people from signing while it runs. (That the SQL agrees with the schema is tested on a real database:
 * scripts/database/agreement/schema-agrees.test.ts.)
 * @returns {Promise<string>} how many there are
 */
export async function checkMigrations() {
  const names = (await readdir(folder)).filter((name) => name !== 'migration_lock.toml').sort()
  const misnamed = names.find((name) => !/^\d{14}_[a-z0-9_]+$/.test(name))
  if (misnamed) throw new Error(`prisma/migrations/${misnamed}: the name must be 14 digits and a word`)
  const stamps = names.map((name) => name.slice(0, 14))
  const twice = stamps.find((stamp, i) => stamps.indexOf(stamp) !== i)
  if (twice) throw new Error(`prisma/migrations: two begin with ${twice}, so their order is by chance`)
  for (const name of names) {
    const files = await readdir(join(folder, name))
    if (files.join() !== 'migration.sql') throw new Error(`prisma/migrations/${name} must hold migration.sql alone`)
    if (name.slice(0, 14) <= lastUnread) continue
    const [blocking] = await blockingStatements(await readFile(join(folder, name, 'migration.sql'), 'utf8'))
    if (blocking) throw new Error(`prisma/migrations/${name}: ${blocking} (docs/operations/upgrades.md)`)
  }
  const lock = await readFile(join(folder, 'migration_lock.toml'), 'utf8')
  if (!lock.includes('provider = "postgresql"'))
    throw new Error('prisma/migrations/migration_lock.toml is not for postgresql')
  return `${names.length}`
}
