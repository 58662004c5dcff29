import { expect, test } from 'vitest'
import { useAccounts } from '../../test/use-accounts'
import { useDatabase } from '../../test/use-database'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'

useDatabase()

const password = useAccounts()

test('npm run recount needs no more rights in the database than a worker has', async () => {
  const url = new URL(process.env.DATABASE_URL ?? '')
  Object.assign(url, { username: 'petition_worker', password })
  const env = { ...process.env, ROLE: 'worker', DATABASE_URL: url.href }
  const said = await runCommand(process.execPath, ['scripts/run.mjs', 'scripts/recount.ts'], { cwd: root, env })
  expect(said).toContain('The count is right')
})
