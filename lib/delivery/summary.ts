import { countingKinds, retractReasons } from '@/lib/ledger/leaf-kinds'
import type { CountryTable } from '@/lib/petitions/countries'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { escapeHtml } from '@/lib/text/escape-html'
import { longDate, numberFormat, regionNames } from '@/lib/text/formats'
import { direction, type Locale, translator } from '@/messages/translator'
import type { PackCount } from './count-file'
import type { PackSubject } from './manifest'
import { officeNames } from './office-names'
import { packPage } from './pack-page'
import type { Week } from './weeks'

interface Summary {
  petition: PetitionView
  subject: PackSubject
  count: PackCount
  weeks: Week[]
  countries: CountryTable
  locale: Locale
  site: string
}

/** The summary of a pack: one page of HTML without script, for reading, printing and screen readers. */
export function packSummary({ petition, subject, count, weeks, countries, locale, site }: Summary): string {
  const t = translator(locale, 'delivery')
  const parts = translator(locale, 'check.parts')
  const limits = translator(locale, 'check.limits')
  const pictures = translator(locale, 'petition.countries')
  const say = escapeHtml
  const { format } = numberFormat(locale)
  const day = (text: string) => longDate(new Date(text), locale)
  const { title, call, addressee, asks, locale: language } = petition.text
  const foreign = language === locale ? '' : ` lang="${language}" dir="${direction(language)}"`
  const table = (caption: string, heads: [string, string], rows: [string, number][]) =>
    `<table><caption>${say(caption)}</caption><thead><tr><th scope="col">${say(heads[0])}</th><td>${say(heads[1])}</td></tr></thead><tbody>` +
    `${rows.map(([name, n]) => `<tr><th scope="row">${say(name)}</th><td>${say(format(n))}</td></tr>`).join('')}</tbody></table>`
  const list = (points: string[]) => `<ul>${points.map((point) => `<li>${say(point)}</li>`).join('')}</ul>`
  const main = [
    `<h1${foreign}>${say(title)}</h1>`,
    `<p>${say(t('to', { addressees: officeNames(subject.addressees), date: day(subject.deliveredOn) }))}</p>`,
    `<div${foreign}><p><strong>${say(call)}</strong></p><p>${say(addressee)}</p>${list(asks)}</div>`,
    `<h2>${say(parts('title'))}</h2>`,
    table(
      t('asOf', { date: day(count.asOf) }),
      [parts('what'), parts('signatures')],
      [
        ...countingKinds.map((kind): [string, number] => [parts(kind), count.added[kind] ?? 0]),
        ...retractReasons.map((reason): [string, number] => [parts(reason), -(count.retracted[reason] ?? 0)]),
        [parts('sum'), count.count],
      ],
    ),
    `<h2>${say(t('weeks'))}</h2>`,
    table(
      t('weeksNote'),
      [t('week'), parts('signatures')],
      weeks.map(({ from, change }) => [longDate(from, locale), change]),
    ),
    `<h2>${say(pictures('title'))}</h2><p>${say(pictures('note'))}</p>`,
    countries.rows.length === 0
      ? `<p>${say(t('noCountries'))}</p>`
      : table(
          pictures('caption'),
          [pictures('country'), pictures('signatures')],
          countries.rows.map(({ country, count: n }) => [regionNames(locale).of(country) ?? country, n]),
        ),
    `<h2>${say(limits('title'))}</h2><h3>${say(limits('proven'))}</h3>`,
    list([limits('noChange'), limits('noOther'), limits('noSecret')]),
    `<h3>${say(limits('notProven'))}</h3>`,
    list([limits('mailbox'), limits('entered'), limits('same'), limits('unknownFakes')]),
    `<h2>${say(t('verify'))}</h2><p>${say(t('verifyNote'))}</p>`,
    `<p><bdi dir="ltr">${say(`${site}/${locale}/check`)}</bdi></p>`,
  ]
  return packPage(title, main, locale)
}
