import { adminPage } from '@/components/admin/admin-page'
import { AdminForm } from '@/components/admin/form/admin-form'
import { Notice } from '@/components/admin/notice'
import { MainAction, PageHeading } from '@/components/admin/page-heading'
import { WebhookTable } from '@/components/admin/webhooks/webhook-table'
import { webhookFields } from '@/components/admin/webhooks/webhook-words'
import { t } from '@/components/admin/words'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { listWebhooks } from '@/lib/webhooks/list-webhooks'
import { register } from './actions'

export default adminPage('webhook.read', async (staff, { searchParams }) => {
  const query = await searchParams
  return (
    <>
      <PageHeading
        actions={
          may(staff.role, 'webhook.manage') && <MainAction href="#address">{t('webhooks.registerAWebhook')}</MainAction>
        }
      >
        {t('webhooks.webhooks')}
      </PageHeading>
      <Notice searchParams={searchParams} />
      <p>
        {t.rich('webhooks.addressesOfMembersAnd', { link: (inner) => <a href="/en/developers#webhooks">{inner}</a> })}
      </p>
      <WebhookTable webhooks={await listWebhooks(staff)} />
      {may(staff.role, 'webhook.manage') && (
        <>
          <h2>{t('webhooks.registerAWebhook')}</h2>
          <p>{t('webhooks.aSecondPersonApproves')}</p>
          <AdminForm
            action={register}
            fields={webhookFields()}
            draft={await findDraft(staff, 'webhook', query.draft)}
            draftOf="webhook"
            submit={t('common.requestApproval')}
          />
        </>
      )}
    </>
  )
})
