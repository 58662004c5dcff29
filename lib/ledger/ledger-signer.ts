import { readFile } from 'node:fs/promises'
import { env } from '@/lib/env'
import { type Policy, parsePolicy } from './log/policy'
import { type Ed25519Key, ed25519Key, nodeSuite } from './node-suite'

/** All that signing checkpoints needs. */
export interface LedgerSigner {
  /** The keys that sign every checkpoint: the current one first, then the previous one. */
  keys: Ed25519Key[]
  /** The public URL of the logs, without the slug: `https://example.org/ledger`. */
  url: string
  /** The witnesses and their quorum; its logs are not used. */
  witnesses: Policy
  dataDir: string
}

const nobody: Policy = { logs: [], witnesses: [], groups: [], quorum: 'none' }

/**
 * The signer of this process, or null if it has no key (ROLE=web).
 * @throws Error if the file of witnesses cannot be read
 */
export async function ledgerSigner(): Promise<LedgerSigner | null> {
  made ??= await makeSigner()
  return made
}

let made: LedgerSigner | null | undefined

async function makeSigner(): Promise<LedgerSigner | null> {
  const { LEDGER_KEY, LEDGER_KEY_BEFORE, LEDGER_WITNESSES, SITE_URL, DATA_DIR } = env()
  if (!LEDGER_KEY) return null
  return {
    keys: [LEDGER_KEY, LEDGER_KEY_BEFORE].filter((seed) => seed !== undefined).map(ed25519Key),
    url: `${SITE_URL}/ledger`,
    witnesses: LEDGER_WITNESSES ? await parsePolicy(await readFile(LEDGER_WITNESSES, 'utf8'), nodeSuite) : nobody,
    dataDir: DATA_DIR,
  }
}
