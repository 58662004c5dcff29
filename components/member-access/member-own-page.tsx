import { foreignText } from '@/components/site/foreign-text'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { MemberSession } from '@/lib/coalition/member-access/find-member-session'
import type { FormState } from '@/lib/integrity/form-state'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { type Locale, translator } from '@/messages/translator'
import { letterErrors } from './letter-errors'
import { OwnAbout } from './own-about'
import { type OwnLetter, OwnLetters } from './own-letters'
import { OwnLinks } from './own-links'
import { OwnNumbers } from './own-numbers'
import type { OwnAboutParts, OwnPetition } from './own-petition'
import { proposalErrors } from './proposal-errors'

interface Props {
  member: MemberSession
  petitions: OwnPetition[]
  about: OwnAboutParts
  letters: OwnLetter[]
  /** A proposal or co-signature that came back. */
  draft: FormState
  locale: Locale
}

/**
 * A member's own page: for each petition its numbers and, while it is open, its links; what the site says about it;
 * letters to sign.
 */
export function MemberOwnPage(props: Props) {
  const { member, petitions, about, letters, draft, locale } = props
  const t = translator(locale, 'memberPage')
  const errors = [
    ...(draft.values.letter ? letterErrors(draft, locale) : []),
    ...proposalErrors(draft.values.letter ? { form: draft.errors.form ?? [] } : draft.errors, locale),
  ]
  const until = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(member.expiresAt)
  return (
    <div className="max-w-[66ch] pt-8 lg:pt-14">
      {errors.length > 0 && <ErrorSummary title={translator(locale, 'form')('problem')} errors={errors} />}
      <h1>
        <bdi {...foreignText('en', locale)}>{member.name}</bdi>
      </h1>
      <p className="mt-4 font-serif text-lead">{t('own.lead')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-2">
        <a href={`/${locale}/members/${member.slug}`} className="inline-flex min-h-11 items-center">
          {t('own.public')}
        </a>
        <form method="post" action={`/${locale}${MEMBER_PATH}/sign-out`}>
          <input type="hidden" name="locale" value={locale} />
          <Button look="quiet">{t('own.leave')}</Button>
        </form>
      </div>
      <p className="mt-2 text-small text-muted">{t('own.until', { time: until })}</p>
      {petitions.length === 0 && <p className="mt-10">{translator(locale, 'embed')('none')}</p>}
      {petitions.map((one) => (
        <section key={one.petition.slug} aria-labelledby={one.petition.slug} className="mt-12">
          <h2 id={one.petition.slug} {...foreignText(one.petition.text.locale, locale)}>
            {one.petition.text.title}
          </h2>
          <OwnNumbers id={one.petition.slug} numbers={one.numbers} locale={locale} />
          {one.petition.status === 'open' && <OwnLinks own={one} code={member.slug} locale={locale} />}
        </section>
      ))}
      <OwnAbout about={about} draft={draft} locale={locale} />
      <OwnLetters letters={letters} draft={draft} name={member.name} locale={locale} />
    </div>
  )
}
