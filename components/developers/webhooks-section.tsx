import { foreignText } from '@/components/site/foreign-text'
import { exampleMessage, webhookRules } from '@/lib/web/openapi/webhooks'
import { eventKinds } from '@/lib/webhooks/event-kinds'
import { type Locale, translator } from '@/messages/translator'
import { CodeTable } from './code-table'
import { InlineCode } from './inline-code'

const kinds = Object.fromEntries(Object.entries(eventKinds).map(([name, { words }]) => [name, words]))

/** The webhooks by which the site notifies other programs. */
export function WebhooksSection({ locale }: { locale: Locale }) {
  const t = translator(locale, 'developers')
  return (
    <>
      <CodeTable id="webhooks" title={t('webhooks.title')} lead={t('webhooks.lead')} codes={kinds} locale={locale} />
      <div {...foreignText('en', locale)}>
        {webhookRules.map((rule) => (
          <p key={rule} className="mt-3">
            <InlineCode text={rule} />
          </p>
        ))}
      </div>
      <h3 className="mt-6">{t('example')}</h3>
      <pre dir="ltr" className="mt-1 bg-panel px-4 py-3 text-small wrap-anywhere whitespace-pre-wrap">
        <code>{JSON.stringify(exampleMessage, null, 2)}</code>
      </pre>
    </>
  )
}
