import { foreignText } from '@/components/site/foreign-text'
import type { LedgerStatus } from '@/lib/ledger/ledger-status'
import type { Correction } from '@/lib/ledger/list-corrections'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { numberFormat } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import { Composition } from './composition'
import { CorrectionLog } from './correction-log'
import { showMoment } from './show-moment'
import { Witnesses } from './witnesses'

export interface Ledger {
  petition: PetitionView
  status: LedgerStatus
  corrections: Correction[]
}

/** One petition's ledger: the count and its parts, the newest checkpoint, its witnesses, and the corrections. */
export function LedgerSection({ petition, status, corrections, locale }: Ledger & { locale: Locale }) {
  const t = translator(locale, 'check')
  const { slug, text } = petition
  const { composition } = status
  const behind = composition.net - status.head.net
  return (
    <section aria-labelledby={`ledger-${slug}`} className="border-t border-rule pt-8">
      <h2 id={`ledger-${slug}`} {...foreignText(text.locale, locale)}>
        <a href={`/${locale}/petitions/${slug}`} className="text-ink no-underline hover:underline">
          {text.title}
        </a>
      </h2>
      <p className="mt-2 text-lead tabular-nums">
        {t('count', { net: composition.net, asOf: showMoment(composition.asOf, locale) })}
      </p>
      {behind > 0 && <p className="mt-1 text-small text-muted">{t('behind', { signatures: behind })}</p>}
      <div className="mt-8 grid gap-x-16 gap-y-10 lg:grid-cols-2">
        <div className="space-y-10">
          <Composition composition={composition} locale={locale} id={slug} />
          <CorrectionLog corrections={corrections} locale={locale} id={slug} />
        </div>
        <div className="space-y-10">
          <Head status={status} slug={slug} locale={locale} />
          <Witnesses status={status} locale={locale} />
        </div>
      </div>
    </section>
  )
}

function Head({ status, slug, locale }: Pick<Ledger, 'status'> & { slug: string; locale: Locale }) {
  const t = translator(locale, 'check.head')
  const { head, keys } = status
  const number = numberFormat(locale)
  const files = [
    ['checkpoint', 'checkpoint'],
    ['policy', 'policy'],
    ['texts', 'texts.json'],
    ['corrections', 'corrections.json'],
    ['releases', 'releases.json'],
  ] as const
  return (
    <section>
      <h3>{t('title')}</h3>
      <p className="mt-2 text-muted">{t('lead')}</p>
      <dl className="mt-4 grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
        <Fact term={t('size')}>{number.format(head.size)}</Fact>
        <Fact term={t('net')}>{number.format(head.net)}</Fact>
        <Fact term={t('signed')}>
          <time dateTime={head.signedAt.toISOString()}>{showMoment(head.signedAt, locale)}</time>
        </Fact>
      </dl>
      <dl className="mt-3 space-y-3">
        <Code term={t('root')}>{head.root}</Code>
        {keys.map((key) => (
          <Code key={key} term={t('key')}>
            {key}
          </Code>
        ))}
      </dl>
      <h4 className="mt-4 font-semibold">{t('files')}</h4>
      <ul className="flex flex-wrap gap-x-5">
        {files.map(([word, path]) => (
          <li key={path}>
            <a href={`/ledger/${slug}/${path}`} className="inline-flex min-h-11 items-center">
              {t(word)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="tabular-nums">{children}</dd>
    </>
  )
}

function Code({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd dir="ltr" className="font-mono text-small break-all">
        {children}
      </dd>
    </div>
  )
}
