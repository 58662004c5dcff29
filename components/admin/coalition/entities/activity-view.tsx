import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { type ActivityRow, activity } from '@/lib/coalition/entities/activity'
import { listEditable } from '@/lib/coalition/entities/find-editable'
import { letter } from '@/lib/coalition/entities/letter'
import { member } from '@/lib/coalition/entities/member'
import type { Staff } from '@/lib/staff/staff'
import { ConfirmLink } from '../../confirm/confirm-link'
import { languagesInWords } from '../../languages-in-words'
import { StepButton } from '../../step-button'
import { Languages, localesOf } from '../languages'
import { documentsField, type Options, petitionOptions, slugField, sourcesField } from './common-fields'
import type { EntityView } from './entity-view'

export const activityView: EntityView<ActivityRow> = {
  entity: activity,
  plural: 'Activities',
  singular: 'Activity',
  list: {
    empty: 'No activities yet.',
    heads: ['When', 'What', 'State', 'Languages'],
    cells: ({ title, values, row }, link) => (
      <>
        <td>{values.happened}</td>
        <td className="name">{link(title)}</td>
        <td>
          <State publishedAt={row.publishedAt} />
        </td>
        <td>{languagesInWords(localesOf(row))}</td>
      </>
    ),
  },
  add: {
    title: 'Add an activity',
    intro: 'You write the text in each language next. The public cannot see it until it is published.',
    submit: 'Add activity',
  },
  submit: 'Save',
  async fields(staff, isNew) {
    const { clauses, letters, members } = await optionsFor(staff)
    return [
      ...(isNew ? [slugField('activities')] : []),
      { name: 'happened', label: 'When', hint: 'A day, month or year: 2013-03-21, 2013-03 or 2013.', required: true },
      { name: 'ended', label: 'Until', hint: 'The last day, if it took several.', kind: 'day' },
      { name: 'byCoalition', label: 'By the coalition itself', kind: 'tick' },
      {
        name: 'answers',
        label: 'Fulfils clause',
        hint: 'The part of the statement that this fulfilled.',
        kind: 'select',
        options: [['', 'none'], ...clauses],
      },
      { name: 'petition', label: 'Petition', kind: 'select', options: await petitionOptions() },
      { name: 'letter', label: 'Letter', kind: 'select', options: [['', 'none'], ...letters] },
      {
        name: 'member',
        label: 'Changed member',
        hint: 'The member that this renamed, closed or merged with another. Its page and the list of members say so.',
        kind: 'select',
        options: [['', 'none'], ...members],
      },
      await sourcesField(staff),
      await documentsField(staff),
    ]
  },
  above: async ({ found: { id, values, row }, actions }) => (
    <>
      <p>
        <State publishedAt={row.publishedAt} />{' '}
        {row.publishedAt && <a href={`/en/activities/${values.slug}`}>On the public page</a>}
      </p>
      {actions && row.publishedAt && (
        <ConfirmLink act="withdraw-activity" of={id} hint="It is kept here.">
          Remove from site
        </ConfirmLink>
      )}
      {actions && !row.publishedAt && (
        <StepButton action={actions.publishActivity} hidden={{ id }} hint="It is public within ten seconds.">
          Publish
        </StepButton>
      )}
      <h2>Text</h2>
      <Languages kind="activity" thing={id} there={localesOf(row)} />
      <h2>Details</h2>
    </>
  ),
}

function State({ publishedAt }: { publishedAt: Date | null }) {
  return <span className={publishedAt ? 'tag' : 'tag held'}>{publishedAt ? 'published' : 'not published'}</span>
}

/** Options for an activity's relations. */
async function optionsFor(staff: Staff): Promise<Record<'clauses' | 'letters' | 'members', Options>> {
  const [statement, letters, members] = await Promise.all([
    findEditableStatement(staff, null),
    listEditable(staff, letter),
    listEditable(staff, member),
  ])
  return {
    clauses: (statement?.clauses ?? []).map(({ anchor, title }) => [anchor, title || anchor]),
    letters: letters.map(({ id, title }) => [id, title]),
    members: members.map(({ id, title }) => [id, title]),
  }
}
