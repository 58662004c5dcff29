import { adminPage } from '@/components/admin/admin-page'
import { ConfirmLink } from '@/components/admin/confirm/confirm-link'
import { placeCrumb } from '@/components/admin/crumbs'
import { NotFound } from '@/components/admin/not-found'
import { Notice } from '@/components/admin/notice'
import { PageHeading } from '@/components/admin/page-heading'
import { Pages } from '@/components/admin/pages'
import { StepButton } from '@/components/admin/step-button'
import { MessageTable } from '@/components/admin/webhooks/message-table'
import { stateWords } from '@/components/admin/webhooks/webhook-words'
import { t, tOf } from '@/components/admin/words'
import { readPage } from '@/lib/input/pages'
import { may } from '@/lib/staff/roles'
import { codesToShow } from '@/lib/web/admin/show-once'
import { findWebhook, listMessages } from '@/lib/webhooks/list-webhooks'
import { haveSecret, makeSecret, pause, resume, testWebhook } from '../actions'

export default adminPage('webhook.read', async (staff, { params, searchParams }) => {
  const { id = '' } = await params
  const webhook = await findWebhook(staff, id)
  if (!webhook) return <NotFound what={t('webhooks.webhook')} list="/admin/webhooks" />
  const [secret] = await codesToShow(`webhook ${id}`)
  const page = readPage((await searchParams).page)
  const list = page === null ? null : await listMessages(staff, id, page)
  const hidden = { id }
  return (
    <>
      <PageHeading below={[placeCrumb('/admin/webhooks')]}>
        {t('webhooks.webhook2', { hostname: new URL(webhook.url).hostname })}
      </PageHeading>
      <Notice searchParams={searchParams} />
      {secret && (
        <section className="notice">
          <h2>{t('webhooks.itsSecret')}</h2>
          <p>{t.rich('webhooks.giveItToWhoever', { code: (inner) => <code>{inner}</code>, secret })}</p>
          <StepButton action={haveSecret} hidden={hidden}>
            {t('webhooks.iHaveSavedIt')}
          </StepButton>
        </section>
      )}
      <dl>
        <dt>{t('common.address')}</dt>
        <dd>{webhook.url}</dd>
        <dt>{t('common.state')}</dt>
        <dd>{stateWords(webhook)}</dd>
        <dt>{t('webhooks.toldWhen')}</dt>
        <dd>
          <ul>
            {webhook.kinds.map((kind) => (
              <li key={kind}>{tOf('webhookEvent', kind)}</li>
            ))}
          </ul>
        </dd>
      </dl>
      {may(staff.role, 'webhook.manage') && (
        <>
          {webhook.state === 'no_secret' && (
            <StepButton action={makeSecret} hidden={hidden} hint={t('webhooks.itIsShownOnce')}>
              {t('webhooks.createSecret')}
            </StepButton>
          )}
          {webhook.state === 'active' && (
            <StepButton action={testWebhook} hidden={hidden}>
              {t('webhooks.sendTestMessage')}
            </StepButton>
          )}
          {webhook.state === 'paused' ? (
            <StepButton action={resume} hidden={hidden} hint={t('webhooks.whatWaitedOrWas')}>
              {t('common.resume')}
            </StepButton>
          ) : (
            <StepButton action={pause} hidden={hidden} hint={t('webhooks.whatHappensMeanwhileWaits')}>
              {t('webhooks.pause')}
            </StepButton>
          )}
          {webhook.hasSecret && (
            <ConfirmLink act="renew-webhook-secret" of={id}>
              {t('webhooks.replaceSecret')}
            </ConfirmLink>
          )}
          <ConfirmLink act="remove-webhook" of={id}>
            {t('webhooks.removeWebhook')}
          </ConfirmLink>
        </>
      )}
      <h2>{t('webhooks.lastMessages')}</h2>
      {list && <MessageTable messages={list.rows} />}
      <Pages of={list} path={`/admin/webhooks/${id}`} />
      <p>
        <a href="/admin/webhooks">{t('webhooks.allWebhooks')}</a>
      </p>
    </>
  )
})
