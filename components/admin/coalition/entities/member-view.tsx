import { countryName } from '@/components/admin/display-names'
import { endsSooner } from '@/lib/coalition/entities/ends-sooner'
import { type MemberRow, member } from '@/lib/coalition/entities/member'
import { MAX_DESCRIPTION } from '@/lib/coalition/member-proposals/max-description'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { MemberKind, Region } from '@/prisma/generated/enums'
import { codeName } from '../../code-name'
import { languagesInWords } from '../../languages-in-words'
import { t } from '../../words'
import { localesOf } from '../languages'
import { MemberLinks } from '../member-links'
import { NamesForm } from '../names-form'
import { codeOptions, countryOptions, slugField, sourcesField } from './common-fields'
import type { EntityView } from './entity-view'
import { MemberFilter, narrowMembers } from './member-filter'

export const memberView = (): EntityView<MemberRow> => ({
  entity: member,
  plural: t('coalition.members'),
  singular: t('common.member'),
  list: {
    title: t('coalition.membersAndSupporters'),
    links: [
      ['csv', t('coalition.allAsCsv')],
      ['links', t('coalition.linksOfAllMembers')],
    ],
    empty: t('coalition.noMembersYet'),
    filter: (rows, query) => {
      const left = narrowMembers(rows, query)
      return { left, form: <MemberFilter rows={rows} left={left.length} query={query} /> }
    },
    heads: [
      { text: t('common.name'), column: 'name', by: ({ row }) => row.name },
      { text: t('coalition.kind'), column: 'kind', by: ({ row }) => codeName(row.kind) },
      { text: t('common.country'), column: 'country', by: ({ row }) => row.country && countryName(row.country) },
      t('coalition.namesIn'),
      { text: t('coalition.left'), column: 'left', by: ({ row }) => row.leftOn },
    ],
    cells: ({ values, row }, link) => (
      <>
        <td className="name">
          {link(row.name)} <bdi className="muted">{row.affiliation}</bdi>
        </td>
        <td>{codeName(row.kind)}</td>
        <td>{row.country ? countryName(row.country) : '–'}</td>
        <td>{languagesInWords(localesOf(row))}</td>
        <td className="date">{values.left}</td>
      </>
    ),
  },
  add: { title: t('coalition.addAMember'), submit: t('coalition.addAndPublish') },
  submit: t('coalition.saveAndPublish'),
  confirms: (before, after) => (endsSooner(before.left ?? '', after.left ?? '', new Date()) ? 'end-membership' : null),
  fields: async (staff, isNew) => [
    ...(isNew ? [slugField('members')] : []),
    { name: 'name', label: t('common.name'), hint: t('coalition.asTheMemberWrites'), longest: 200, required: true },
    { name: 'kind', label: t('common.type'), kind: 'select', options: codeOptions(Object.values(MemberKind)) },
    { name: 'affiliation', label: t('coalition.affiliation'), hint: t('coalition.forAPersonIf'), longest: 200 },
    {
      name: 'description',
      label: t('coalition.description'),
      hint: t('coalition.descriptionHint'),
      kind: 'text',
      rows: 4,
      longest: MAX_DESCRIPTION,
    },
    {
      name: 'aliases',
      label: t('coalition.shortNames'),
      hint: t('coalition.onePerLineUsed'),
      kind: 'text',
      rows: 2,
    },
    {
      name: 'country',
      label: t('common.countryOrTerritory'),
      hint: t('coalition.onlyIfASource'),
      kind: 'select',
      options: countryOptions(t('coalition.noSourceNames')),
    },
    {
      name: 'region',
      label: t('coalition.region'),
      kind: 'select',
      options: [['', t('coalition.noSourceNamesOne')], ...codeOptions(Object.values(Region))],
    },
    { name: 'website', label: t('common.website'), longest: 300 },
    {
      name: 'listed',
      label: t('coalition.listedFrom'),
      hint: t('coalition.aDayMonthOrYear2011'),
      required: true,
    },
    { name: 'left', label: t('coalition.leftOn'), hint: t('coalition.removesItFromThe'), kind: 'day' },
    await sourcesField(staff),
  ],
  above: async ({ staff, found: { id, values, row }, query, actions }) => (
    <>
      {values.left === '' && (
        <p>
          <a href={`/en/members/${values.slug}`}>{t('coalition.publicPage')}</a> ·{' '}
          <a href={`/admin/coalition/members/${id}/contacts`}>{t('coalition.contacts')}</a>
        </p>
      )}
      {values.left === '' && (
        <>
          <h2>{t('common.memberLink')}</h2>
          <MemberLinks code={row.slug} />
        </>
      )}
      <h2>{t('coalition.namesInOtherLanguages')}</h2>
      <p className="hint">{t('coalition.namesHint')}</p>
      <NamesForm id={id} row={row} draft={await findDraft(staff, 'names', query.draft)} action={actions?.saveNames} />
      <h2>{t('common.details')}</h2>
    </>
  ),
})
