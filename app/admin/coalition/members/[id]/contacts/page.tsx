import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { Gone } from '@/components/admin/coalition/gone'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { Notice } from '@/components/admin/notice'
import { StepButton } from '@/components/admin/step-button'
import { Time } from '@/components/admin/time'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { listContacts, openContacts } from '@/lib/coalition/member-access/member-contacts'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { languageName } from '@/messages/language-name'
import { locales } from '@/messages/translator'
import { add, open } from './actions'

export const metadata: Metadata = { title: 'Contacts of a member' }

const fields: FieldSpec[] = [
  {
    name: 'email',
    label: 'Email address',
    hint: 'Only with the person’s agreement. It is encrypted; a first link is mailed to it at once.',
    required: true,
  },
  {
    name: 'locale',
    label: 'Language of the first email',
    kind: 'select',
    options: locales.map((locale) => [locale, languageName(locale)]),
  },
]

/** Who can open a member's own page. */
export default adminPage('coalition.open', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findEditable(staff, member, id)
  if (!found) return <Gone what="member" room="members" />
  const query = await searchParams
  const contacts = await listContacts(staff, id)
  const recorded = openQuery(staff, 'contacts', query.opened, new Date()) === id
  const addresses = recorded ? await openContacts(staff, id) : null
  return (
    <>
      <h1>Contacts of {found.title}</h1>
      <Notice searchParams={searchParams} />
      <p>
        <a href={`/admin/coalition/members/${id}`}>Back</a>
      </p>
      <p>
        A contact gets links to the member’s own page by email: links and numbers of its code, and proposals of what the
        site says about it, which editors check. Contacts are deleted when the member leaves.
      </p>
      {contacts.length === 0 && <p>No contacts yet.</p>}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            {addresses?.get(contact.id) ?? 'Contact'}, added <Time at={contact.addedAt} />{' '}
            <ConfirmLink act="remove-contact" of={contact.id}>
              Remove
            </ConfirmLink>
          </li>
        ))}
      </ul>
      {contacts.length > 0 && !addresses && (
        <StepButton action={open} hidden={{ id }}>
          Show addresses (logged)
        </StepButton>
      )}
      {found.row.leftOn === null && (
        <>
          <h2>Add a contact</h2>
          <AdminForm
            action={add}
            fields={fields}
            draft={await findDraft(staff, 'member contact', query.draft)}
            draftOf="member contact"
            hidden={{ id }}
            submit="Add contact and mail a link"
          />
        </>
      )}
    </>
  )
})
