import { adminPage } from '@/components/admin/admin-page'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { placeCrumb } from '@/components/admin/crumbs'
import { languageName } from '@/components/admin/display-names'
import { Empty } from '@/components/admin/empty'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { StepButton } from '@/components/admin/step-button'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { listContacts, openContacts } from '@/lib/coalition/member-access/member-contacts'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { openQuery } from '@/lib/web/admin/sealed-query'
import { locales } from '@/messages/translator'
import { add, open } from './actions'

const fields = (): FieldSpec[] => [
  {
    name: 'email',
    label: t('common.emailAddress'),
    hint: t('coalition.onlyWithThePersons'),
    required: true,
  },
  {
    name: 'locale',
    label: t('coalition.languageOfTheFirst'),
    kind: 'select',
    options: locales.map((locale) => [locale, languageName(locale)]),
  },
]

/** The contacts who can open a member's own page. */
export default adminPage('coalition.open', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const found = await findEditable(staff, member, id)
  if (!found) return <NotFound what={t('coalition.member')} list="/admin/coalition/members" />
  const query = await searchParams
  const contacts = await listContacts(staff, id)
  const recorded = openQuery(staff, 'contacts', query.opened, new Date()) === id
  const addresses = recorded ? await openContacts(staff, id) : null
  return (
    <>
      <PageHeading
        below={[
          placeCrumb('/admin/coalition/members'),
          { href: `/admin/coalition/members/${id}`, words: found.title, entered: true },
        ]}
        here={t('coalition.contacts')}
      >
        {t('coalition.contactsOf', { title: found.title })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('coalition.aContactGetsLinks')}</p>
      {contacts.length === 0 && <Empty>{t('coalition.noContactsYet')}</Empty>}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            {addresses?.get(contact.id) ?? t('coalition.contact')},{' '}
            {t.rich('coalition.addedAt', { time: () => <Time at={contact.addedAt} /> })}{' '}
            <ConfirmLink act="remove-contact" of={contact.id}>
              {t('confirm.removeContact')}
            </ConfirmLink>
          </li>
        ))}
      </ul>
      {contacts.length > 0 && !addresses && (
        <StepButton action={open} hidden={{ id }}>
          {t('coalition.showAddressesLogged')}
        </StepButton>
      )}
      {found.row.leftOn === null && (
        <>
          <h2>{t('coalition.addAContact')}</h2>
          <AdminForm
            action={add}
            fields={fields()}
            draft={await findDraft(staff, 'member contact', query.draft)}
            draftOf="member contact"
            hidden={{ id }}
            submit={t('coalition.addContactAndMail')}
          />
        </>
      )}
    </>
  )
})
