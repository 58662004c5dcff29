import type { Verb } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import * as account from '../account/actions'
import * as approvals from '../approvals/actions'
import * as bulk from '../bulk/actions'
import * as exports from '../exports/actions'
import * as recipients from '../exports/recipients/actions'
import * as paper from '../paper/actions'
import * as handOver from '../petitions/[id]/hand-over/actions'
import * as petitions from '../petitions/actions'
import * as heldReview from '../review/held/actions'
import * as signatures from '../signatures/actions'
import * as staff from '../staff/actions'
import * as updates from '../updates/actions'
import * as webhooks from '../webhooks/actions'

interface Resumable {
  verb: Verb
  actionName: string
  act(staff: Staff, form: FormData): Promise<string>
}

/** The modules whose actions may require step-up. authorisation.test.ts fails if one is missing. */
const modules = [
  account,
  approvals,
  bulk,
  exports,
  handOver,
  heldReview,
  paper,
  petitions,
  recipients,
  signatures,
  staff,
  updates,
  webhooks,
]

/** The action of a name; null if it no longer exists. */
export function findResumable(name: string): Resumable | null {
  const all = modules.flatMap((module) => Object.values(module) as Resumable[])
  return all.find(({ actionName }) => name !== '' && actionName === name) ?? null
}
