import { foreignText } from '@/components/site/foreign-text'
import { Mark } from '@/components/site/mark'
import { type Locale, translator } from '@/messages/translator'
import { QrCode } from './qr-code'
import type { Shared } from './shared-address'

/** One A4 page to print: the call, the QR code, the address, and the coalition's name. */
export function ShareSheet({
  petition,
  address,
  path,
  locale,
}: Omit<Shared, 'others' | 'picture'> & { locale: Locale }) {
  const t = translator(locale, 'share')
  const text = petition?.text
  const foreign = text ? foreignText(text.locale, locale) : {}
  return (
    <main className="mx-auto flex w-full max-w-[46rem] grow flex-col px-5 py-10 sm:px-8 print:max-w-none print:p-0">
      <p className="flex items-center gap-3 font-serif leading-tight">
        <Mark />
        {translator(locale, 'site')('coalition')}
      </p>
      <h1 className="mt-10 print:mt-[2cm] print:text-[34pt]" {...foreign}>
        {text?.title ?? translator(locale, 'coalition')('nav.statement')}
      </h1>
      {text && (
        <p className="mt-5 font-serif text-2 leading-snug print:text-[20pt]" {...foreign}>
          {text.call}
        </p>
      )}
      <div className="mt-10 print:mt-[2cm] grid items-center gap-8 sm:grid-cols-[16rem_minmax(0,1fr)] print:grid-cols-[8cm_minmax(0,1fr)] print:text-[14pt]">
        <QrCode address={address} label={t('qr.alt', { address })} />
        <div className="min-w-0 space-y-3">
          <p>{t('sheet.scan')}</p>
          <p dir="ltr" className="font-semibold break-words rtl:text-end">
            {address.replace(/^https?:\/\//, '')}
          </p>
          {text && <p className="text-small text-muted">{t('sheet.confirm')}</p>}
        </div>
      </div>
      <p className="mt-10 print:hidden">
        <a href={`/${locale}${path}`} className="inline-flex min-h-11 items-center">
          {t('sheet.back')}
        </a>
      </p>
      <p className="text-small text-muted print:hidden">{translator(locale, 'coalition')('print')}</p>
    </main>
  )
}
