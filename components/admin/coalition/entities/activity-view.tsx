import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { type ActivityRow, activity } from '@/lib/coalition/entities/activity'
import { listEditable } from '@/lib/coalition/entities/find-editable'
import { letter } from '@/lib/coalition/entities/letter'
import { listPetitionNames } from '@/lib/petitions/list-petition-names'
import type { Staff } from '@/lib/staff/staff'
import { StepButton } from '../../step-button'
import { Languages, localesOf } from '../languages'
import { type Options, slugField, sourcesField } from './common-fields'
import type { EntityView } from './entity-view'

export const activityView: EntityView<ActivityRow> = {
  entity: activity,
  plural: 'Activities',
  singular: 'Activity',
  list: {
    empty: 'There are no activities.',
    heads: ['When', 'What', 'State', 'Languages'],
    cells: ({ title, values, row }, link) => (
      <>
        <td>{values.happened}</td>
        <td className="name">{link(title)}</td>
        <td>
          <State publishedAt={row.publishedAt} />
        </td>
        <td>{localesOf(row).sort().join(' ') || '–'}</td>
      </>
    ),
  },
  add: {
    title: 'Add an activity',
    intro: 'Its words in each language come next. Nobody outside sees it before it is published.',
    submit: 'Add; it is not published yet',
  },
  submit: 'Save',
  async fields(staff, isNew) {
    const { clauses, petitions, letters } = await optionsFor(staff)
    return [
      ...(isNew ? [slugField('activities')] : []),
      { name: 'happened', label: 'When', hint: 'A day, month or year: 2013-03-21, 2013-03 or 2013.', required: true },
      { name: 'ended', label: 'Until', hint: 'The last day, if it took several.', kind: 'day' },
      { name: 'byCoalition', label: 'Done by the coalition itself', kind: 'tick' },
      {
        name: 'answers',
        label: 'Answers the clause',
        hint: 'What of the statement came true by it.',
        kind: 'select',
        options: [['', 'none'], ...clauses],
      },
      { name: 'petition', label: 'Belongs to the petition', kind: 'select', options: [['', 'none'], ...petitions] },
      { name: 'letter', label: 'Belongs to the letter', kind: 'select', options: [['', 'none'], ...letters] },
      await sourcesField(staff),
    ]
  },
  above: async ({ found: { id, values, row }, actions }) => (
    <>
      <p>
        <State publishedAt={row.publishedAt} />{' '}
        {row.publishedAt && <a href={`/en/activities/${values.slug}`}>On the public page</a>}
      </p>
      {actions && row.publishedAt && (
        <StepButton action={actions.withdrawActivity} hidden={{ id }} danger>
          Take it off the site; it is kept here
        </StepButton>
      )}
      {actions && !row.publishedAt && (
        <StepButton action={actions.publishActivity} hidden={{ id }}>
          Publish; everybody sees it within ten seconds
        </StepButton>
      )}
      <h2>Its words</h2>
      <Languages kind="activity" thing={id} there={localesOf(row)} />
      <h2>What is known of it</h2>
    </>
  ),
}

function State({ publishedAt }: { publishedAt: Date | null }) {
  return <span className={publishedAt ? 'tag' : 'tag held'}>{publishedAt ? 'published' : 'not published'}</span>
}

/** Options for an activity's relations. */
async function optionsFor(staff: Staff): Promise<Record<'clauses' | 'petitions' | 'letters', Options>> {
  const [statement, letters, petitions] = await Promise.all([
    findEditableStatement(staff, null),
    listEditable(staff, letter),
    listPetitionNames(),
  ])
  return {
    clauses: (statement?.clauses ?? []).map(({ anchor, title }) => [anchor, title || anchor]),
    letters: letters.map(({ id, title }) => [id, title]),
    petitions: petitions.map(({ slug }) => [slug, slug]),
  }
}
