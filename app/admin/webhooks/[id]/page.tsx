import type { Metadata } from 'next'
import { adminPage } from '@/components/admin/admin-page'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { Notice } from '@/components/admin/notice'
import { StepButton } from '@/components/admin/step-button'
import { MessageTable } from '@/components/admin/webhooks/message-table'
import { stateWords } from '@/components/admin/webhooks/webhook-words'
import { may } from '@/lib/staff/roles'
import { codesToShow } from '@/lib/web/admin/show-once'
import { eventKinds } from '@/lib/webhooks/event-kinds'
import { findWebhook, listMessages } from '@/lib/webhooks/list-webhooks'
import { haveSecret, makeSecret, pauseOne, resumeOne, testOne } from '../actions'

export const metadata: Metadata = { title: 'Webhook' }

export default adminPage('webhook.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const webhook = await findWebhook(staff, id)
  if (!webhook) return <h1>No such webhook</h1>
  const [secret] = await codesToShow(`webhook ${id}`)
  const hidden = { id }
  return (
    <>
      <h1>Webhook: {new URL(webhook.url).hostname}</h1>
      <Notice searchParams={searchParams} />
      {secret && (
        <section className="notice">
          <h2>Its secret</h2>
          <p>
            Give it to whoever runs the receiver, over a way that nobody else reads. It will not be shown again.{' '}
            <code>{secret}</code>
          </p>
          <StepButton action={haveSecret} hidden={hidden}>
            I have saved it
          </StepButton>
        </section>
      )}
      <dl>
        <dt>Address</dt>
        <dd>{webhook.url}</dd>
        <dt>State</dt>
        <dd>{stateWords(webhook)}</dd>
        <dt>Told when</dt>
        <dd>
          <ul>
            {webhook.kinds.map((kind) => (
              <li key={kind}>{eventKinds[kind].words}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {may(staff.role, 'webhook.manage') && (
        <>
          {webhook.state === 'no_secret' && (
            <StepButton action={makeSecret} hidden={hidden} hint="It is shown once. Nothing is sent before.">
              Create secret
            </StepButton>
          )}
          {webhook.state === 'active' && (
            <StepButton action={testOne} hidden={hidden}>
              Send test message
            </StepButton>
          )}
          {webhook.state === 'paused' ? (
            <StepButton action={resumeOne} hidden={hidden} hint="What waited or was given up is sent then.">
              Resume
            </StepButton>
          ) : (
            <StepButton action={pauseOne} hidden={hidden} hint="What happens meanwhile waits, for 30 days.">
              Pause
            </StepButton>
          )}
          {webhook.hasSecret && (
            <ConfirmLink act="renew-webhook-secret" of={id}>
              Replace secret
            </ConfirmLink>
          )}
          <ConfirmLink act="remove-webhook" of={id}>
            Remove webhook
          </ConfirmLink>
        </>
      )}
      <h2>Last messages</h2>
      <MessageTable messages={await listMessages(staff, id)} />
      <p>
        <a href="/admin/webhooks">All webhooks</a>
      </p>
    </>
  )
})
