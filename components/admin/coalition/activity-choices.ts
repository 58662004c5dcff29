import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { listEditableLetters } from '@/lib/coalition/admin/list-editable-letters'
import { listSources } from '@/lib/coalition/admin/list-sources'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import type { Staff } from '@/lib/staff/staff'
import { sourceOptions } from './source-options'

type Options = [value: string, words: string][]

/** What an activity can be connected with. */
export async function activityChoices(staff: Staff) {
  const [sources, statement, letters, petitions] = await Promise.all([
    listSources(staff),
    findEditableStatement(staff, null),
    listEditableLetters(staff),
    listPetitionNames(),
  ])
  return {
    sources: sourceOptions(sources),
    clauses: (statement?.clauses ?? []).map(({ anchor, title }) => [anchor, title || anchor]) as Options,
    letters: letters.map(({ id, slug, title }) => [id, title ?? slug]) as Options,
    petitions: petitions.map(({ slug }) => [slug, slug]) as Options,
  }
}
