import type { ReactNode } from 'react'
import { foreignText } from '@/components/site/foreign-text'
import { openApiDocument } from '@/lib/web/openapi/document'
import { operations } from '@/lib/web/openapi/operations'
import { type Locale, translator } from '@/messages/translator'
import { CodeTable } from './code-table'
import { OperationSection } from './operation-section'
import { WebhooksSection } from './webhooks-section'
import { WhereElse } from './where-else'

/** Part of a command, as it is typed. */
const code = (text: ReactNode) => <code dir="ltr">{text}</code>

/** The interface for programs, made from the same source as its document. */
export function DevelopersPage({ locale }: { locale: Locale }) {
  const t = translator(locale, 'developers')
  const { tags, info, 'x-error-codes': errors, 'x-field-codes': fields } = openApiDocument()
  const english = foreignText('en', locale)
  return (
    <div className="text-page pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-4 font-serif text-lead">{t('lead')}</p>
      <p className="mt-4">
        <a href="/api/v1/openapi.json" className="inline-flex min-h-11 items-center">
          {t('document')}
        </a>
      </p>
      <WhereElse locale={locale} />
      {locale !== 'en' && <p className="mt-10">{t('english')}</p>}
      <section aria-labelledby="rules" className="mt-10">
        <h2 id="rules">{t('rules')}</h2>
        <div {...english}>
          {info.description.split('\n\n').map((paragraph) => (
            <p key={paragraph} className="mt-3">
              {paragraph}
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
  )
}
