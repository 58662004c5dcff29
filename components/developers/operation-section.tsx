import { foreignText } from '@/components/site/foreign-text'
import { env } from '@/lib/env'
import type { Operation } from '@/lib/web/openapi/operation'
import { type Locale, translator } from '@/messages/translator'
import { exampleCommand } from './example-command'
import { InlineCode } from './inline-code'

/** One address of the interface: what it does, what it answers, and a command to try it. */
export function OperationSection({ operation, locale }: { operation: Operation; locale: Locale }) {
  const t = translator(locale, 'developers')
  const { id, method, path, summary, description, answers, example } = operation
  const english = foreignText('en', locale)
  return (
    <section aria-labelledby={`to-${id}`} className="mt-8 border-t border-rule pt-4">
      <h3 id={`to-${id}`} {...english}>
        {summary}
      </h3>
      <p dir="ltr" className="mt-2">
        <code className="wrap-anywhere">
          {method.toUpperCase()} {path}
        </code>
      </p>
      {description && (
        <p className="mt-2" {...english}>
          <InlineCode text={description} />
        </p>
      )}
      <h4 className="mt-3 font-semibold">{t('answers')}</h4>
      <ul className="mt-1 list-disc ps-5 marker:text-edge" {...english}>
        {Object.entries(answers).map(([status, { description: meaning, schema, codes }]) => (
          <li key={status}>
            {status}: {meaning}
            {[...(schema ? [schema] : []), ...(codes ?? [])].map((name) => (
              <span key={name}>
                {' '}
                <code className="wrap-anywhere">{name}</code>
              </span>
            ))}
          </li>
        ))}
      </ul>
      {example && (
        <>
          <h4 className="mt-3 font-semibold">{t('example')}</h4>
          <pre dir="ltr" className="mt-1 bg-panel px-4 py-3 text-small wrap-anywhere whitespace-pre-wrap">
            <code>{exampleCommand(env().SITE_URL, example)}</code>
          </pre>
        </>
      )}
    </section>
  )
}
