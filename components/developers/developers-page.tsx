import type { ReactNode } from 'react'
import { Contents } from '@/components/site/contents'
import { foreignText } from '@/components/site/foreign-text'
import { openApiDocument, rules } from '@/lib/web/openapi/document'
import { operations } from '@/lib/web/openapi/operations'
import { type Locale, translator } from '@/messages/translator'
import { CodeTable } from './code-table'
import { InlineCode } from './inline-code'
import { OperationSection } from './operation-section'
import { WebhooksSection } from './webhooks-section'
import { WhereElse } from './where-else'

/** Part of a command, as it is typed. */
const code = (text: ReactNode) => (
  <code dir="ltr" className="wrap-anywhere">
    {text}
  </code>
)

/** The interface for programs, made from the same source as its document. */
export function DevelopersPage({ locale }: { locale: Locale }) {
  const t = translator(locale, 'developers')
  const { tags, 'x-error-codes': errors, 'x-field-codes': fields } = openApiDocument()
  const english = foreignText('en', locale)
  const sections = [
    { anchor: 'embed', title: translator(locale, 'embed')('title') },
    { anchor: 'check', title: translator(locale, 'check')('commands.title') },
    { anchor: 'feeds', title: t('feeds') },
    { anchor: 'rules', title: t('rules') },
    ...tags.map(({ name, description }) => ({ anchor: name, title: description, text: 'en' as const })),
    { anchor: 'webhooks', title: t('webhooks.title') },
    { anchor: 'errors', title: t('errors') },
    { anchor: 'fields', title: t('fields') },
  ]
  return (
    <article className="lg:grid lg:grid-cols-[minmax(0,1fr)_18rem] lg:gap-x-16">
      <header className="pt-8 lg:col-span-2 lg:pt-14">
        <h1>{t('title')}</h1>
        <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
        <p className="mt-4">
          <a href="/api/v1/openapi.json" className="inline-flex min-h-11 items-center">
            {t('document')}
          </a>
        </p>
      </header>
      <Contents sections={sections} locale={locale} />
      <div className="max-w-[62ch] lg:col-start-1 lg:row-start-2">
        <WhereElse locale={locale} />
        {locale !== 'en' && <p className="mt-10">{t('english')}</p>}
        <section aria-labelledby="rules" className="mt-10">
          <h2 id="rules">{t('rules')}</h2>
          <div {...english}>
            {rules.map((rule) => (
              <p key={rule} className="mt-3">
                <InlineCode text={rule} />
              </p>
            ))}
          </div>
          <p className="mt-3">{t.rich('copy', { code })}</p>
        </section>
        {tags.map(({ name, description }) => (
          <section key={name} aria-labelledby={name} className="mt-12">
            <h2 id={name} {...english}>
              {description}
            </h2>
            {operations
              .filter(({ tag }) => tag === name)
              .map((operation) => (
                <OperationSection key={operation.id} operation={operation} locale={locale} />
              ))}
          </section>
        ))}
        <WebhooksSection locale={locale} />
        <CodeTable id="errors" title={t('errors')} codes={errors} locale={locale} />
        <CodeTable id="fields" title={t('fields')} codes={fields} locale={locale} />
      </div>
    </article>
  )
}
