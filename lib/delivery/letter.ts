import type { PetitionView } from '@/lib/petitions/petition-view'
import { escapeHtml } from '@/lib/text/escape-html'
import { longDate } from '@/lib/text/formats'
import { direction, type Locale, translator } from '@/messages/translator'
import type { PackCount } from './count-file'
import type { PackSubject } from './manifest'
import { namesToInWords } from './office-names'
import { packPage } from './pack-page'

interface Letter {
  petition: PetitionView
  subject: PackSubject
  count: PackCount
  locale: Locale
  site: string
  /** The addressees that also get names; null if none does. */
  namesTo: string[] | null
}

/** The letter that accompanies a petition: to print, sign by hand and put on top. */
export function packLetter({ petition, subject, count, locale, site, namesTo }: Letter): string {
  const t = translator(locale, 'delivery.letter')
  const coalition = translator(locale, 'site')('coalition')
  const say = escapeHtml
  const { title, call, asks, locale: language } = petition.text
  const foreign = language === locale ? '' : ` lang="${language}" dir="${direction(language)}"`
  const address = `${site}/${locale}/petitions/${petition.slug}`
  return packPage(
    title,
    [
      `<p>${say(coalition)}</p>`,
      `<p>${subject.addressees.map((office) => `<bdi>${say(office)}</bdi>`).join('<br>')}</p>`,
      `<p>${say(longDate(new Date(subject.deliveredOn), locale))}</p>`,
      `<h1${foreign}>${say(title)}</h1>`,
      `<p>${say(t('open', { count: count.count, date: longDate(new Date(count.asOf), locale) }))}</p>`,
      `<div${foreign}><p><strong>${say(call)}</strong></p><ul>${asks.map((ask) => `<li>${say(ask)}</li>`).join('')}</ul></div>`,
      `<p>${say(t('enclosed'))}</p>`,
      ...(namesTo ? [`<p>${say(namesToInWords(namesTo, locale))}</p>`] : []),
      `<p>${say(t('answer'))}</p>`,
      `<p><bdi dir="ltr">${say(address)}</bdi></p>`,
      `<p class="sign">${say(coalition)}</p>`,
    ],
    locale,
  )
}
