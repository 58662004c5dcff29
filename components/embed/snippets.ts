import { countriesByName } from '@/components/site/country-names'
import { env } from '@/lib/env'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { displays, limits } from '@/lib/signatures/signature-form'
import { escapeHtml } from '@/lib/text/escape-html'
import { direction, type Locale, translator } from '@/messages/translator'
import { EMBED_SCRIPT, EMBED_SCRIPT_SHA384 } from './embed-script'

/** In px: holds the form in every language on a screen 360 px wide; a longer text scrolls within the frame. */
export const FRAME_HEIGHT = 2100

/** A placeholder for the code of a member that is not known. */
const ANY_CODE = 'YOUR-CODE'

/** HTML that shows a petition's form in a frame on another site. */
export function frameSnippet(petition: PetitionView, locale: Locale, code: string = ANY_CODE): string {
  const source = `${env().SITE_URL}/embed/${locale}/petitions/${petition.slug}?via=${code}`
  return (
    `<iframe src="${source}"\n  title="${escapeHtml(petition.text.title)}" referrerpolicy="no-referrer" loading="lazy"\n` +
    `  style="border: 0; width: 100%; max-width: 42rem; height: ${FRAME_HEIGHT}px"></iframe>`
  )
}

/** The same, as high as what is in it where scripts run. */
export function fittedSnippet(petition: PetitionView, locale: Locale, code?: string): string {
  const script = `<script src="${env().SITE_URL}${EMBED_SCRIPT}" async crossorigin="anonymous"\n  integrity="${EMBED_SCRIPT_SHA384}"></script>`
  return `${frameSnippet(petition, locale, code)}\n${script}`
}

/** A whole form of one's own, in plain HTML, that posts to this site. */
export function formSnippet(petition: PetitionView, locale: Locale, code: string = ANY_CODE): string {
  const t = translator(locale, 'form')
  const say = (text: string) => escapeHtml(text)
  const countries = countriesByName(locale).map(({ code, name }) => `<option value="${code}">${say(name)}</option>`)
  return [
    `<form method="post" action="${env().SITE_URL}/api/v1/petitions/${petition.slug}/signatures"`,
    `  accept-charset="UTF-8" lang="${locale}" dir="${direction(locale)}">`,
    `  <p><label>${say(t('name.label'))} <input name="name" autocomplete="name" maxlength="${limits.name}" required></label></p>`,
    `  <p><label>${say(t('email.label'))} <input name="email" type="email" autocomplete="email" maxlength="${limits.email}" required></label></p>`,
    `  <p><label>${say(t('country.label'))} <select name="country" autocomplete="country" required>`,
    `    <option value="">${say(t('country.choose'))}</option>`,
    `    ${countries.join('')}`,
    '  </select></label></p>',
    `  <fieldset><legend>${say(t('display.label'))}</legend>`,
    ...displays.map(
      (value) =>
        `    <label><input type="radio" name="display" value="${value}"${value === 'initials' ? ' checked' : ''}> ${say(t(`display.${value}`))}</label>`,
    ),
    '  </fieldset>',
    `  <p><label><input type="checkbox" name="neutral" value="on"> ${say(t('neutral.label'))}</label></p>`,
    `  <p><a href="${env().SITE_URL}/${locale}/at-risk">${say(translator(locale, 'atRisk')('title'))}</a></p>`,
    `  <p><label><input type="checkbox" name="consent" value="on" required> ${say(t('consent.label'))}</label></p>`,
    `  <p><a href="${env().SITE_URL}/${locale}/privacy">${say(translator(locale, 'privacy')('title'))}</a></p>`,
    `  <input type="hidden" name="locale" value="${locale}">`,
    `  <input type="hidden" name="via" value="${code}">`,
    `  <p><button>${say(t('submit'))}</button></p>`,
    '</form>',
  ].join('\n')
}
