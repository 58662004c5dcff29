import { adminPage } from '@/components/admin/admin-page'
import { AdminTable } from '@/components/admin/admin-table'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { placeCrumb } from '@/components/admin/crumbs'
import { Empty } from '@/components/admin/empty'
import { ExportTabs } from '@/components/admin/exports/export-tabs'
import { AdminForm } from '@/components/admin/form/admin-form'
import type { FieldSpec } from '@/components/admin/form/field-spec'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Time } from '@/components/admin/time'
import { t } from '@/components/admin/words'
import { fingerprintOf } from '@/lib/exports/recipient'
import { listRecipients } from '@/lib/exports/saved-recipients'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { add } from './actions'

const fields = (): FieldSpec[] => [
  { name: 'name', label: t('exports.bodyOrOffice'), hint: t('exports.aBodyNotAPerson'), longest: 120, required: true },
  { name: 'key', label: t('exports.agePublicKeyOf'), hint: t('exports.howAKeyIsMade'), longest: 3000, required: true },
]

/** The bodies to which files are encrypted, each with its public key. */
export default adminPage('export.read', async (staff, { searchParams }) => {
  const [recipients, { draft }] = await Promise.all([listRecipients(staff), searchParams])
  const manages = may(staff.role, 'recipient.manage')
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/exports')]}>{t('exports.recipients')}</PageHeading>
      <ExportTabs here="/admin/exports/recipients" />
      <Notice searchParams={searchParams} />
      <p>{t('exports.whatRecipientsAre')}</p>
      {recipients.length === 0 ? (
        <Empty>{t('exports.noRecipientsYet')}</Empty>
      ) : (
        <AdminTable
          id="list"
          heads={[
            t('exports.bodyOrOffice'),
            t('exports.fingerprintOfKey'),
            t('exports.addedBy'),
            { time: t('exports.added') },
            { number: t('exports.files') },
            { time: t('exports.lastFile') },
            ...(manages ? [t('common.actions')] : []),
          ]}
        >
          {recipients.map(({ id, name, key, addedBy, addedAt, files, lastAt }) => (
            <tr key={id}>
              <td className="name">
                <bdi>{name}</bdi>
              </td>
              <td>
                <code>{fingerprintOf(key)}</code>
              </td>
              <td>{addedBy}</td>
              <td>
                <Time at={addedAt} />
              </td>
              <td className="number">{files.toLocaleString('en')}</td>
              <td>{lastAt && <Time at={lastAt} />}</td>
              {manages && (
                <td>
                  <ConfirmLink act="remove-recipient" of={id}>
                    {t('exports.removeName', { name })}
                  </ConfirmLink>
                </td>
              )}
            </tr>
          ))}
        </AdminTable>
      )}
      {manages && (
        <>
          <h2>{t('exports.saveARecipient')}</h2>
          <AdminForm
            action={add}
            fields={fields()}
            draft={await findDraft(staff, 'recipient', draft)}
            draftOf="recipient"
            submit={t('exports.saveRecipient')}
          />
        </>
      )}
    </>
  )
})
