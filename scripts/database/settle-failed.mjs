import { SetupError } from '../setup/setup-error.mjs'

/**
 * Marks a failed migration as rolled back, so that it is tried again.
 * The same as `prisma migrate resolve --rolled-back`.
 * @param {import('pg').Client} client
 * @param {string} name
 */
export async function settleFailed(client, name) {
  const { rowCount } = await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now()
     WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL`,
    [name],
  )
  if (!rowCount) throw new SetupError(`No failed migration has the name ${name}.`)
}
