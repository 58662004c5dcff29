import type { Staff } from '../staff'
import { findDraft } from './find-draft'
import { keepDraft } from './keep-draft'

/** What somebody ticked in a list, and on which of its pages. */
interface Selection {
  /** The query of the page's address. */
  list: string
  keys: string[]
  /** What was to be done with them. */
  verb: string
}

const FORM = 'selection'

/** Keeps what was ticked, for this session, so that going back from what comes next loses none of it. */
export function keepSelection(by: Staff, { list, keys, verb }: Selection, now: Date): Promise<string> {
  return keepDraft(by, FORM, { fields: { list, verb, keys: keys.join(' ') }, errors: {} }, now)
}

/** @param id of the draft, as an address has it */
export async function findSelection(by: Staff, id: unknown): Promise<Selection | null> {
  const fields = (await findDraft(by, FORM, id))?.fields
  return fields ? { list: fields.list ?? '', verb: fields.verb ?? '', keys: (fields.keys ?? '').split(' ') } : null
}
