import { env } from '@/lib/env'
import { composeSealed } from '@/lib/mail/compose-sealed'
import { isolate } from '@/lib/mail/messages/isolate'
import { Action, Greeting, Note, Paragraph, PetitionTitle, Rule } from '@/lib/mail/messages/parts'
import { renderMail } from '@/lib/mail/render-mail'
import { longDate } from '@/lib/text/formats'
import { servedLocale, translator } from '@/messages/translator'
import { findLetter } from '../find-letter'
import { ASK_LIFE_DAYS, askMail } from './ask-record'

/**
 * The link to sign a letter, for whoever asked for it; null if the letter no longer exists. It says nothing that was
 * typed: a stranger can have entered the address.
 */
export const composeAskMail = composeSealed(askMail, async ({ to, locale: asked, letterSlug, token, postedAt }) => {
  const locale = servedLocale(asked)
  const letter = await findLetter(letterSlug, locale)
  if (!letter) return null
  const t = translator(locale, 'letters')
  const common = translator(locale, 'mail')
  const site = isolate(locale, new URL(env().SITE_URL).host)
  const until = new Date(postedAt + ASK_LIFE_DAYS * 86_400_000)
  return renderMail(
    { locale, to, subject: t('coSign.title'), preview: t('ask.mail') },
    <>
      <Greeting locale={locale} name={null} />
      <Paragraph>{t('ask.mail')}</Paragraph>
      <PetitionTitle locale={locale} textLocale={letter.text.locale} title={letter.text.title} />
      <Action
        locale={locale}
        label={t('coSign.title')}
        link={`${env().SITE_URL}/${locale}/letters/${letter.slug}/co-sign/${token}`}
      />
      <Paragraph>{t('ask.until', { date: longDate(until, locale) })}</Paragraph>
      <Rule />
      <Note title={common('why')}>{t('mail.why', { date: longDate(new Date(postedAt), locale), site })}</Note>
      <Note title={common('notYou')}>{translator(locale, 'join.mail')('notYou')}</Note>
    </>,
  )
})
