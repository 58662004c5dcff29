import { foreignText } from '@/components/site/foreign-text'
import type { MemberAtLetter } from '@/lib/coalition/member-letters/list-member-letters'
import type { FormState } from '@/lib/integrity/form-state'
import { MEMBER_PATH } from '@/lib/web/member-cookie'
import { type Locale, translator } from '@/messages/translator'
import { FoldedWithdrawal } from '../coalition/folded-withdrawal'
import { OwnLetterForm } from './own-letter-form'

/** A letter that can be co-signed, or that the member co-signed on this page. */
export interface OwnLetter {
  slug: string
  title: string
  titleLocale: string
  open: boolean
  /** How the member stands at it; null where it has nothing to do with it. */
  stands: MemberAtLetter | null
}

interface Props {
  letters: OwnLetter[]
  /** A form that came back. */
  draft: FormState
  /** The member's. */
  name: string
  locale: Locale
}

function said(state: MemberAtLetter['state'], locale: Locale): string {
  if (state === 'claimed') return translator(locale, 'memberPage.letters')(state)
  return translator(locale, 'letters')(`status.steps.${state}`)
}

/** Letters that the member can co-sign under its own name, and what became of what it co-signed. */
export function OwnLetters({ letters, draft, name, locale }: Props) {
  if (letters.length === 0) return null
  const t = translator(locale, 'letters')
  return (
    <section aria-labelledby="letters" className="mt-16 border-t border-rule pt-8">
      <h2 id="letters">{t('open')}</h2>
      <ul className="mt-3 space-y-6">
        {letters.map(({ slug, title, titleLocale, open, stands }) => {
          const signed = stands?.state === 'confirmed' || stands?.state === 'approved'
          const signs = open && (!stands || stands.state === 'invited' || stands.state === 'withdrawn')
          return (
            <li key={slug}>
              <a href={`/${locale}/letters/${slug}`} {...foreignText(titleLocale, locale)}>
                {title}
              </a>
              {stands && <p className="text-small text-muted">{said(stands.state, locale)}</p>}
              {signs && <OwnLetterForm slug={slug} draft={draft} name={name} locale={locale} />}
              {signed && stands.own && (
                <FoldedWithdrawal
                  action={`/${locale}${MEMBER_PATH}/co-signature-withdrawals`}
                  words={translator(locale, 'letters.withdraw')}
                  hidden={{ letter: slug }}
                  locale={locale}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
