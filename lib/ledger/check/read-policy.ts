import { type Policy, parsePolicy } from '@/lib/ledger/log/policy'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { Fault } from './fault'
import type { LedgerSource } from './ledger-source'

/** Reads the policy to trust: the given one, or the log's own. @throws Fault if it is missing or malformed */
export async function readPolicy(source: LedgerSource, given?: string): Promise<{ policy: Policy; text: string }> {
  const text = given ?? (await ownPolicy(source))
  try {
    return { policy: await parsePolicy(text, nodeSuite), text }
  } catch (error) {
    throw new Fault('policy_malformed', String(error instanceof Error ? error.message : error))
  }
}

async function ownPolicy(source: LedgerSource): Promise<string> {
  const bytes = await source.read('policy')
  if (!bytes) throw new Fault('file_missing', `${source.name} is not a log: it has no policy`)
  return new TextDecoder().decode(bytes)
}
