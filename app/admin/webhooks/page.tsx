import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { AdminForm } from '@/components/admin/form/admin-form'
import { Notice } from '@/components/admin/notice'
import { WebhookTable } from '@/components/admin/webhooks/webhook-table'
import { webhookFields } from '@/components/admin/webhooks/webhook-words'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { may } from '@/lib/staff/roles'
import { listWebhooks } from '@/lib/webhooks/list-webhooks'
import { register } from './actions'

export const metadata: Metadata = { title: 'Webhooks' }

export default adminPage('webhook.read', async (staff, { searchParams }) => {
  const query = await searchParams
  return (
    <>
      <h1>Webhooks</h1>
      <Notice searchParams={searchParams} />
      <p>
        Addresses of members and others that are told at once when something happens to a petition. They are told only
        what its page says. What is sent is described on the page <a href="/en/developers#webhooks">For developers</a>.
      </p>
      <WebhookTable webhooks={await listWebhooks(staff)} />
      {may(staff.role, 'webhook.manage') && (
        <>
          <h2>Register a webhook</h2>
          <p>A second person approves it. Then you create its secret, which is shown once.</p>
          <AdminForm
            action={register}
            fields={webhookFields}
            draft={await findDraft(staff, 'webhook', query.draft)}
            draftOf="webhook"
            submit="Request approval"
          />
        </>
      )}
    </>
  )
})
