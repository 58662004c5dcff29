import type { Staff } from '../staff'
import { findDraft } from './find-draft'
import { keepDraft } from './keep-draft'

/** The keys ticked in a list, with the list's page. */
interface Selection {
  /** The query of the page's address. */
  list: string
  keys: string[]
  /** The verb chosen for them. */
  verb: string
}

const FORM = 'selection'

/** Stores the ticked keys for this session, so that going back loses none. */
export function keepSelection(by: Staff, { list, keys, verb }: Selection, now: Date): Promise<string> {
  return keepDraft(by, FORM, { fields: { list, verb, keys: keys.join(' ') }, errors: {} }, now)
}

/** Returns a stored selection; null if there is none. @param id of the draft, from an address */
export async function findSelection(by: Staff, id: unknown): Promise<Selection | null> {
  const fields = (await findDraft(by, FORM, id))?.fields
  return fields ? { list: fields.list ?? '', verb: fields.verb ?? '', keys: (fields.keys ?? '').split(' ') } : null
}
