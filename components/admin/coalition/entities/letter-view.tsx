import { listMemberChoices } from '@/lib/coalition/admin/list-choices'
import { type LetterRow, letter } from '@/lib/coalition/entities/letter'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { AdminForm } from '../../form/admin-form'
import type { FieldSpec } from '../../form/field-spec'
import { StatusPill } from '../../pill'
import { t } from '../../words'
import { CoSignatureList } from '../co-signature-list'
import { Languages, localesOf } from '../languages'
import { LetterSteps } from '../letter-steps'
import { countryOptions, documentsField, type Options, petitionOptions, slugField, sourcesField } from './common-fields'
import type { EntityDetails, EntityView } from './entity-view'

export const letterView = (): EntityView<LetterRow> => ({
  entity: letter,
  plural: t('coalition.letters'),
  singular: t('common.letter'),
  list: {
    empty: t('coalition.noLettersYet'),
    heads: [
      t('coalition.date'),
      t('common.letter'),
      t('common.state'),
      { number: t('coalition.coSigners') },
      { number: t('coalition.toReview') },
    ],
    cells: ({ title, values, row: { status, coSignatures } }, link) => (
      <>
        <td className="date">{values.dated}</td>
        <td className="name">{link(title)}</td>
        <td>
          <StatusPill code={status} />
        </td>
        <td className="number">{coSignatures.filter(({ state }) => state === 'approved').length}</td>
        <td className="number">{coSignatures.filter(({ state }) => state === 'confirmed').length}</td>
      </>
    ),
  },
  add: {
    title: t('coalition.newLetter'),
    intro: t('coalition.youWriteTheTextIn'),
    submit: t('coalition.createDraft'),
  },
  submit: t('common.save'),
  fields: async (staff, isNew) => {
    const [petitions, sources, documents] = await Promise.all([
      petitionOptions(),
      sourcesField(staff),
      documentsField(staff),
    ])
    return [
      ...(isNew ? [slugField('letters')] : []),
      { name: 'dated', label: t('coalition.date'), hint: t('coalition.aDayMonthOr'), required: true },
      {
        name: 'petition',
        label: t('coalition.callsForTheSame'),
        hint: t('coalition.itsPageNamesThose'),
        kind: 'select',
        options: petitions,
      },
      sources,
      documents,
    ]
  },
  async above({ staff, found, query, actions }) {
    const { id, row } = found
    const link = openQuery(staff, 'invited', query.invited, new Date())
    return (
      <>
        {link && (
          <p className="notice" role="status">
            {t('coalition.theOrganisationsLinkShown')}
            <br />
            <code className="link">{link}</code>
          </p>
        )}
        <LetterSteps letter={row} writes={actions !== null} />
        <h2>{t('common.text')}</h2>
        <Languages kind="letter" thing={id} there={localesOf(row)} />
        <h2>{t('coalition.coSignatures')}</h2>
        <CoSignatureList rows={row.coSignatures} />
        {actions && row.status === 'open' && (await invitation({ staff, found, query, actions }))}
        <h2>{t('common.details')}</h2>
      </>
    )
  },
})

async function invitation({ staff, found: { id, row }, query, actions }: EntityDetails<LetterRow>) {
  const draft = await findDraft(staff, 'invitation', query.draft)
  return (
    actions && (
      <>
        <details open={draft !== null}>
          <summary>{t('coalition.inviteAnOrganisation')}</summary>
          <p className="hint">{t('coalition.aNewLinkReplaces')}</p>
          <AdminForm
            action={actions.invite}
            fields={await invitationFields(staff)}
            draft={draft}
            draftOf="invitation"
            hidden={{ id, slug: row.slug }}
            submit={t('coalition.createLink')}
          />
        </details>
        <p>
          <a href={`/admin/coalition/letters/${id}/invitations`}>{t('coalition.inviteMany')}</a>
        </p>
      </>
    )
  )
}

async function invitationFields(staff: Staff): Promise<FieldSpec[]> {
  const members = (await listMemberChoices(staff)).filter(({ left }) => !left)
  const options: Options = [
    ['', t('coalition.noneOfThem')],
    ...members.map(({ slug, name }): [string, string] => [slug, name]),
  ]
  return [
    {
      name: 'organisation',
      label: t('common.organisation'),
      hint: t('coalition.asItShouldAppear'),
      longest: 200,
      required: true,
    },
    {
      name: 'country',
      label: t('common.countryOrTerritory'),
      kind: 'select',
      options: countryOptions(t('coalition.notNamed')),
    },
    { name: 'member', label: t('common.member'), kind: 'select', options },
  ]
}
