import { Count } from '@/components/petitions/count'
import { petitionPath } from '@/components/petitions/petition-address'
import { longDate } from '@/lib/text/formats'
import { translator } from '@/messages/translator'
import { AppealAnswer } from './appeal'
import { NextAct } from './next-act'
import type { OwnSignature } from './own-signature'
import { Receipt } from './receipt'
import { SignedText } from './signed-text'
import { Withdraw } from './withdraw'

/**
 * Counted, or confirmed and about to be: thanks, the petition's number, and one more thing to do. The public number of
 * one just confirmed follows with others' (lib/ledger/batch-schedule), which is no reason to let its signer wait:
 * site.js moves it as on every page, and shows what is said of one counted once the same answer has the entry; a link
 * does so without scripts. Nothing is asked for by itself that other pages do not ask for too: whoever watches the
 * network must not see who waits for the count.
 * @param entry the mark of its entry in the ledger (`entryMark`)
 */
export function Counted({ entry, ...own }: OwnSignature & { entry: string }) {
  const { token, locale, signature, petition } = own
  const t = translator(locale, 'signature.counted')
  const soon = translator(locale, 'signature.confirmed')
  const counted = signature.state === 'counted'
  return (
    <>
      {!counted && (
        <div data-entry={entry}>
          <h1>{soon('title')}</h1>
          <p className="mt-3 font-serif text-lead">{soon('follows')}</p>
          <p>
            <a href={`/${locale}/signature/${token}`} className="inline-flex min-h-11 items-center">
              {soon('look')}
            </a>
          </p>
        </div>
      )}
      <div hidden={!counted} data-counted={!counted || undefined}>
        <h1 tabIndex={-1}>{t('title')}</h1>
        <p className="mt-3 font-serif text-lead">{t('kept')}</p>
      </div>
      {signature.answer && <AppealAnswer locale={locale} state={signature.state} answer={signature.answer} />}
      {petition.inView && (
        <>
          <div className="mt-5">
            <Count petition={{ ...petition, count: own.count }} locale={locale} />
          </div>
          <NextAct {...own} />
        </>
      )}
      <h2 className="mt-10">{t('next')}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-edge">
        {signature.confirmedAt && <li>{t('confirmedOn', { date: longDate(signature.confirmedAt, locale) })}</li>}
        <li>{t('delivery')}</li>
        <li>{t('keep')}</li>
      </ul>
      {petition.inView && (
        <p className="mt-4">
          <a href={`/${locale}${petitionPath(petition.slug)}`} className="inline-flex min-h-11 items-center">
            {t('petition')}
          </a>
        </p>
      )}
      <SignedText petition={petition} locale={locale} />
      {!counted && (
        <p className="mt-8 text-muted" data-waits="">
          {soon('receipt')}
        </p>
      )}
      <div hidden={!counted} data-counted={!counted || undefined}>
        <Receipt token={token} locale={locale} />
      </div>
      <Withdraw token={token} locale={locale} />
    </>
  )
}
