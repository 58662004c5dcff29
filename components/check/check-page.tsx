import { type Locale, translator } from '@/messages/translator'
import { CheckCommands } from './check-commands'
import { CheckReceipt } from './check-receipt'
import { type Ledger, LedgerSection } from './ledger-section'
import { Limits } from './limits'
import { UpdateSchedule } from './update-schedule'

/** How anyone can check the number: the ledger's state, its parts and corrections, commands, receipts, limits. */
export function CheckPage({ ledgers, locale, site }: { ledgers: Ledger[]; locale: Locale; site: string }) {
  const t = translator(locale, 'check')
  const first = ledgers[0]
  return (
    <div className="pt-8 lg:pt-14">
      <h1>{t('title')}</h1>
      <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
      {ledgers.length === 0 && <p className="mt-8 max-w-[62ch]">{t('empty')}</p>}
      <div className="mt-10 space-y-14">
        {ledgers.map((ledger) => (
          <LedgerSection key={ledger.petition.slug} locale={locale} {...ledger} />
        ))}
        {first && <CheckCommands locale={locale} address={`${site}/ledger/${first.petition.slug}`} />}
        {first && <CheckReceipt locale={locale} slugs={ledgers.map(({ petition }) => petition.slug)} />}
        <UpdateSchedule locale={locale} />
        <Limits locale={locale} />
      </div>
      {first && <script src="/check.js" type="module" />}
    </div>
  )
}
