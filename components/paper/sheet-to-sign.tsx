import { QrCode } from '@/components/coalition/qr-code'
import { foreignText } from '@/components/site/foreign-text'
import { Mark } from '@/components/site/mark'
import { shownSerial } from '@/lib/paper/serial'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { numberFormat } from '@/lib/text/formats'
import { type Locale, translator } from '@/messages/translator'
import { entryAddress } from './entry-address'

/** The number of lines that fit below the demand on one A4 page in every language. */
const LINES = 10

interface Props {
  petition: PetitionView
  /** The code of the member that distributes it. */
  via: string | null
  serial: string
  locale: Locale
}

/** One A4 page to sign on paper: the demand, what signing means, lines, and a QR code for entering it (lib/paper). */
export function SheetToSign({ petition, via, serial, locale }: Props) {
  const t = translator(locale, 'sheet')
  const { text } = petition
  const foreign = foreignText(text.locale, locale)
  return (
    <main className="mx-auto w-full max-w-[52rem] grow px-5 py-8 sm:px-8 print:max-w-none print:p-0">
      <p className="flex items-center gap-3 font-serif text-small leading-tight">
        <Mark />
        {translator(locale, 'site')('coalition')}
      </p>
      <h1 className="mt-4 print:text-[20pt]" {...foreign}>
        {text.title}
      </h1>
      <p className="mt-2 font-serif leading-snug print:text-[11pt]" {...foreign}>
        {text.call}
      </p>
      <ol className="mt-2 list-decimal ps-5 text-small leading-snug print:text-[9pt]" {...foreign}>
        {text.asks.map((ask) => (
          <li key={ask}>{ask}</li>
        ))}
      </ol>
      <p className="mt-3 text-small font-semibold leading-snug print:text-[9pt]">{t('consent')}</p>
      <table className="mt-3 w-full table-fixed border-collapse text-small print:text-[9pt]">
        <thead>
          <tr>
            <th scope="col" className={`${cell} w-10`}>
              #
            </th>
            <th scope="col" className={cell}>
              {translator(locale, 'form')('name.label')}
            </th>
            <th scope="col" className={`${cell} w-[24%]`}>
              {translator(locale, 'petition.countries')('country')}
            </th>
            <th scope="col" className={`${cell} w-[30%]`}>
              {t('signature')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: LINES }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty lines that never move
            <tr key={i} className="h-[10mm]">
              <td className={cell}>{numberFormat(locale).format(i + 1)}</td>
              <td className={cell} />
              <td className={cell} />
              <td className={cell} />
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-5 flex flex-wrap items-end gap-x-6 gap-y-4 text-small print:flex-nowrap print:text-[9pt]">
        <dl className="min-w-0 grow space-y-4">
          {(['collector', 'place', 'day'] as const).map((line) => (
            <div key={line} className="flex items-end gap-3">
              <dt>{t(line)}</dt>
              <dd className="grow border-b border-ink" />
            </div>
          ))}
        </dl>
        <div className="flex max-w-[20rem] items-end gap-3 print:max-w-[8.5cm]">
          <p className="leading-snug">
            <strong className="block" dir="ltr">
              {shownSerial(serial)}
            </strong>
            {t('staff')}
          </p>
          <div className="w-28 shrink-0 print:w-[2.6cm]">
            <QrCode address={entryAddress(petition.slug, via, serial)} label={t('staff')} />
          </div>
        </div>
      </div>
      <p className="mt-8 print:hidden">{t('lead')}</p>
      <p className="mt-2 text-small text-muted print:hidden">{translator(locale, 'coalition')('print')}</p>
      <p className="mt-2 print:hidden">
        <a href={`/${locale}/share`} className="inline-flex min-h-11 items-center">
          {translator(locale, 'share')('sheet.back')}
        </a>
      </p>
    </main>
  )
}

const cell = 'border border-edge px-2 py-1 text-start align-middle font-normal'
