import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { thisSite } from '@/scripts/testing/sites.mjs'

const site = thisSite()

/** What staff do with `npm run letters`, on the site under test. Gives what it prints. */
export async function letters(...args: string[]): Promise<string> {
  const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/letters.ts', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...site.env } })
  return stdout.trim()
}
