import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AuditTable } from '@/components/admin/audit-table'
import { CoSignatureList } from '@/components/admin/coalition/co-signature-list'
import { CoalitionNav } from '@/components/admin/coalition/coalition-nav'
import { Gone } from '@/components/admin/coalition/gone'
import { Languages } from '@/components/admin/coalition/languages'
import { invitationFields, letterFields } from '@/components/admin/coalition/letter-fields'
import { LetterSteps } from '@/components/admin/coalition/letter-steps'
import { sourceOptions } from '@/components/admin/coalition/source-options'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import { Notice } from '@/components/admin/notice'
import { findEditableLetter } from '@/lib/coalition/admin/find-editable-letter'
import { listEditableMembers } from '@/lib/coalition/admin/list-editable-members'
import { listSources } from '@/lib/coalition/admin/list-sources'
import { listEntries } from '@/lib/staff/audit/list-entries'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { close, inviteOne, open, save } from '../actions'

export const metadata: Metadata = { title: 'Letter' }

const actions = { open, close }

export default adminPage('coalition.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const letter = await findEditableLetter(staff, id)
  if (!letter) return <Gone what="letter" room="letters" />
  const { values, stamp, locales, title, slug, status } = letter
  const query = await searchParams
  const [draft, wrong, sources, members, { entries }] = await Promise.all([
    findDraft(staff, 'letter', query.draft),
    findDraft(staff, 'invitation', query.draft),
    listSources(staff),
    listEditableMembers(staff),
    listEntries({ subject: `letter:${id}` }),
  ])
  const link = openQuery(staff, 'invited', query.invited, new Date())
  const fields = letterFields(sourceOptions(sources), false)
  const choices = members.filter(({ leftOn }) => !leftOn).map(({ slug, name }): [string, string] => [slug, name])
  const writes = may(staff.role, 'coalition.write')
  return (
    <>
      <h1>{title ?? slug}</h1>
      <CoalitionNav staff={staff} at="letters" />
      <Notice searchParams={searchParams} />
      {link && (
        <p className="notice" role="status">
          The link for the organisation, shown here only: pass it on. It can be used to sign for 60 days.
          <br />
          <code className="link">{link}</code>
        </p>
      )}
      <LetterSteps letter={letter} actions={writes ? actions : null} />
      <h2>Its words</h2>
      <Languages kind="letter" thing={id} there={locales} />
      <h2>Co-signatures</h2>
      <CoSignatureList rows={letter.coSignatures} />
      {writes && status === 'open' && (
        <details open={wrong !== null}>
          <summary>Invite an organisation</summary>
          <AdminForm
            action={inviteOne}
            fields={invitationFields(choices)}
            draft={wrong}
            hidden={{ id, slug }}
            submit="Make a link for it; an earlier one ends"
          />
        </details>
      )}
      <h2>What is known of it</h2>
      {writes ? (
        <AdminForm
          action={save}
          fields={fields}
          values={values}
          draft={draft}
          hidden={{ id, seen: stamp, slug }}
          submit="Save"
        />
      ) : (
        <FieldList fields={fields} values={values} />
      )}
      <h2>What was done with it</h2>
      <AuditTable entries={entries} />
    </>
  )
})
