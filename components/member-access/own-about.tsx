import { emptyForm, type FormState } from '@/lib/integrity/form-state'
import { type Locale, translator } from '@/messages/translator'
import { AboutLogo } from './about-logo'
import { AboutSite } from './about-site'
import { AboutWords } from './about-words'
import type { OwnAboutParts } from './own-petition'

interface Props {
  about: OwnAboutParts
  /** A proposal that came back. */
  draft: FormState
  locale: Locale
}

/** The site's data on a member: each part a form that proposes another. */
export function OwnAbout({ about, draft, locale }: Props) {
  const t = translator(locale, 'memberPage.about')
  const of = (part: string) => (draft.values.part === part ? draft : emptyForm)
  return (
    <section aria-labelledby="about" className="mt-16 border-t border-rule pt-8">
      <h2 id="about">{t('title')}</h2>
      <p className="mt-2">{t('lead')}</p>
      <AboutWords
        language={about.language}
        ownLanguage={about.ownLanguage}
        own={about.words}
        draft={of(`words.${about.language}`)}
        locale={locale}
      />
      <AboutSite own={about.site} draft={of('site')} locale={locale} />
      <AboutLogo own={about.logo} draft={of('logo')} slug={about.slug} shown={about.hasLogo} locale={locale} />
    </section>
  )
}
