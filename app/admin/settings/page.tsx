import { adminPage } from '@/components/admin/admin-page'
import { AdminForm } from '@/components/admin/form/admin-form'
import { FieldList } from '@/components/admin/form/field-list'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Elsewhere } from '@/components/admin/settings/elsewhere'
import { settingFields } from '@/components/admin/settings/setting-fields'
import { ContactFacts, KeyFacts, LimitFacts, MailFacts } from '@/components/admin/settings/site-facts'
import { t } from '@/components/admin/words'
import { findSiteFacts } from '@/lib/overview/find-site-facts'
import { isSetUpHidden } from '@/lib/overview/hide-set-up'
import { seeSettings } from '@/lib/overview/site-settings'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { saveAll, showSetUp, testMail } from './actions'

/** The settings of the whole site: those set here, on the server, or on another page. */
export default adminPage('settings.read', async (staff, { searchParams }) => {
  const query = await searchParams
  const [{ values, version }, facts, hidden, draft] = await Promise.all([
    seeSettings(staff),
    findSiteFacts(staff, new Date()),
    isSetUpHidden(staff.id),
    findDraft(staff, 'settings', query.draft),
  ])
  const fields = settingFields()
  const current = Object.fromEntries(fields.map(({ name }) => [name, String(values[name])]))
  const mayWrite = may(staff.role, 'settings.write')
  return (
    <>
      <PageHeading>{t('place.settings')}</PageHeading>
      <Notice searchParams={searchParams} />
      <p>{t('settings.lead')}</p>
      <section className="panel">
        <h2>{t('settings.setHere')}</h2>
        {mayWrite ? (
          <AdminForm
            action={saveAll}
            fields={fields}
            values={current}
            draft={draft}
            draftOf="settings"
            hidden={{ expectedVersion: version }}
            submit={t('common.save')}
          />
        ) : (
          <FieldList fields={fields} values={current} />
        )}
      </section>
      <ContactFacts facts={facts} />
      <MailFacts facts={facts}>
        {mayWrite && (
          <form action={testMail}>
            <button type="submit">{t('settings.mailTest')}</button>
          </form>
        )}
      </MailFacts>
      <LimitFacts facts={facts} />
      <KeyFacts facts={facts} />
      <Elsewhere staff={staff} />
      {may(staff.role, 'set_up.see') && (
        <form action={showSetUp}>
          <input type="hidden" name="hidden" value={hidden ? '' : 'yes'} />
          <button type="submit">{t(hidden ? 'setUp.show' : 'setUp.hide')}</button>
        </form>
      )}
    </>
  )
})
