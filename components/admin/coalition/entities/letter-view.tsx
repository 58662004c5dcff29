import { listEditable } from '@/lib/coalition/entities/find-editable'
import { type LetterRow, letter } from '@/lib/coalition/entities/letter'
import { member } from '@/lib/coalition/entities/member'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { AdminForm } from '../../form/admin-form'
import type { FieldSpec } from '../../form/field-spec'
import { CoSignatureList } from '../co-signature-list'
import { Languages, localesOf } from '../languages'
import { LetterSteps } from '../letter-steps'
import { countryOptions, documentsField, type Options, petitionOptions, slugField, sourcesField } from './common-fields'
import type { EntityDetails, EntityView } from './entity-view'

export const letterView: EntityView<LetterRow> = {
  entity: letter,
  plural: 'Letters',
  singular: 'Letter',
  list: {
    empty: 'No letters yet.',
    heads: ['Date', 'Letter', 'State', { number: 'Co-signers' }, { number: 'To review' }],
    cells: ({ title, values, row: { status, coSignatures } }, link) => (
      <>
        <td>{values.dated}</td>
        <td className="name">{link(title)}</td>
        <td>
          <span className={status === 'draft' ? 'tag held' : 'tag'}>{status}</span>
        </td>
        <td className="number">{coSignatures.filter(({ state }) => state === 'approved').length}</td>
        <td className="number">{coSignatures.filter(({ state }) => state === 'confirmed').length}</td>
      </>
    ),
  },
  add: {
    title: 'New letter',
    intro: 'You write the text in each language next. It remains a draft until it is opened.',
    submit: 'Create draft',
  },
  submit: 'Save',
  fields: async (staff, isNew) => [
    ...(isNew ? [slugField('letters')] : []),
    { name: 'dated', label: 'Date', hint: 'A day, month or year: 2026-12-10, 2026-12 or 2026.', required: true },
    {
      name: 'petition',
      label: 'Calls for the same as petition',
      hint: 'Its page names those who signed this letter, under the text “Beside the petition”.',
      kind: 'select',
      options: await petitionOptions(),
    },
    await sourcesField(staff),
    await documentsField(staff),
  ],
  async above({ staff, found, query, actions }) {
    const { id, row } = found
    const link = openQuery(staff, 'invited', query.invited, new Date())
    return (
      <>
        {link && (
          <p className="notice" role="status">
            The organisation’s link, shown only here: send it to them. They can sign with it for 60 days.
            <br />
            <code className="link">{link}</code>
          </p>
        )}
        <LetterSteps letter={row} writes={actions !== null} />
        <h2>Text</h2>
        <Languages kind="letter" thing={id} there={localesOf(row)} />
        <h2>Co-signatures</h2>
        <CoSignatureList rows={row.coSignatures} />
        {actions && row.status === 'open' && (await invitation({ staff, found, query, actions }))}
        <h2>Details</h2>
      </>
    )
  },
}

async function invitation({ staff, found: { id, row }, query, actions }: EntityDetails<LetterRow>) {
  const draft = await findDraft(staff, 'invitation', query.draft)
  return (
    actions && (
      <details open={draft !== null}>
        <summary>Invite an organisation</summary>
        <p className="hint">A new link replaces an earlier one.</p>
        <AdminForm
          action={actions.invite}
          fields={await invitationFields(staff)}
          draft={draft}
          draftOf="invitation"
          hidden={{ id, slug: row.slug }}
          submit="Create link"
        />
      </details>
    )
  )
}

async function invitationFields(staff: Staff): Promise<FieldSpec[]> {
  const members = (await listEditable(staff, member)).filter(({ row }) => !row.leftOn)
  const options: Options = [['', 'none of them'], ...members.map(({ row }): [string, string] => [row.slug, row.name])]
  return [
    {
      name: 'organisation',
      label: 'Organisation',
      hint: 'As it should appear in the list of signatories.',
      longest: 200,
      required: true,
    },
    { name: 'country', label: 'Country or territory', kind: 'select', options: countryOptions('not named') },
    { name: 'member', label: 'Member', kind: 'select', options },
  ]
}
