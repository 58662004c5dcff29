import { findEditableStatement } from '@/lib/coalition/admin/find-editable-statement'
import { listLetterChoices, listMemberChoices } from '@/lib/coalition/admin/list-choices'
import { type ActivityRow, activity } from '@/lib/coalition/entities/activity'
import type { Staff } from '@/lib/staff/staff'
import { ConfirmLink } from '../../confirm/confirm-link'
import { languagesInWords } from '../../languages-in-words'
import { StatusPill } from '../../pill'
import { StepButton } from '../../step-button'
import { t } from '../../words'
import { Languages, localesOf } from '../languages'
import { documentsField, type Options, petitionOptions, slugField, sourcesField } from './common-fields'
import type { EntityView } from './entity-view'

export const activityView = (): EntityView<ActivityRow> => ({
  entity: activity,
  plural: t('coalition.activities'),
  singular: t('coalition.activity'),
  list: {
    empty: t('coalition.noActivitiesYet'),
    heads: [t('coalition.when'), t('coalition.what'), t('common.state'), t('common.languages')],
    cells: ({ title, values, row }, link) => (
      <>
        <td className="date">{values.happened}</td>
        <td className="name">{link(title)}</td>
        <td>
          <State publishedAt={row.publishedAt} />
        </td>
        <td>{languagesInWords(localesOf(row))}</td>
      </>
    ),
  },
  add: {
    title: t('coalition.addAnActivity'),
    intro: t('coalition.youWriteTheText'),
    submit: t('coalition.addActivity'),
  },
  submit: t('common.save'),
  async fields(staff, isNew) {
    const [{ clauses, letters, members }, petitions, sources, documents] = await Promise.all([
      optionsFor(staff),
      petitionOptions(),
      sourcesField(staff),
      documentsField(staff),
    ])
    return [
      ...(isNew ? [slugField('activities')] : []),
      { name: 'happened', label: t('coalition.when'), hint: t('coalition.aDayMonthOrYear'), required: true },
      { name: 'ended', label: t('coalition.until'), hint: t('coalition.theLastDayIf'), kind: 'day' },
      { name: 'byCoalition', label: t('coalition.byTheCoalitionItself'), kind: 'tick' },
      {
        name: 'answers',
        label: t('coalition.fulfilsClause'),
        hint: t('coalition.thePartOfThe'),
        kind: 'select',
        options: [['', t('common.none')], ...clauses],
      },
      { name: 'petition', label: t('common.petition'), kind: 'select', options: petitions },
      { name: 'letter', label: t('common.letter'), kind: 'select', options: [['', t('common.none')], ...letters] },
      {
        name: 'member',
        label: t('coalition.changedMember'),
        hint: t('coalition.theMemberThatThis'),
        kind: 'select',
        options: [['', t('common.none')], ...members],
      },
      sources,
      documents,
    ]
  },
  above: async ({ found: { id, values, row }, actions }) => (
    <>
      <p>
        <State publishedAt={row.publishedAt} />{' '}
        {row.publishedAt && <a href={`/en/activities/${values.slug}`}>{t('coalition.onThePublicPage')}</a>}
      </p>
      {actions && row.publishedAt && (
        <ConfirmLink act="withdraw-activity" of={id} hint={t('coalition.itIsKeptHere')}>
          {t('coalition.removeFromSite')}
        </ConfirmLink>
      )}
      {actions && !row.publishedAt && (
        <StepButton action={actions.publishActivity} hidden={{ id }} hint={t('coalition.itIsPublicWithinTen')}>
          {t('common.publish')}
        </StepButton>
      )}
      <h2>{t('common.text')}</h2>
      <Languages kind="activity" thing={id} there={localesOf(row)} />
      <h2>{t('common.details')}</h2>
    </>
  ),
})

function State({ publishedAt }: { publishedAt: Date | null }) {
  return <StatusPill code={publishedAt ? 'published' : 'draft'} />
}

/** The choices for an activity's relations. */
async function optionsFor(staff: Staff): Promise<Record<'clauses' | 'letters' | 'members', Options>> {
  const [statement, letters, members] = await Promise.all([
    findEditableStatement(staff, null),
    listLetterChoices(staff),
    listMemberChoices(staff),
  ])
  return {
    clauses: (statement?.clauses ?? []).map(({ anchor, title }) => [anchor, title || anchor]),
    letters: letters.map(({ id, title }) => [id, title]),
    members: members.map(({ id, name }) => [id, name]),
  }
}
